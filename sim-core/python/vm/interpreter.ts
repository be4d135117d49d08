/** One process' interpreter: its modules, its GIL, its threads. Models: PyInterpreterState. */
import type { Kernel } from '../../kernel/kernel.ts';
import type { Process } from '../../kernel/process.ts';
import { builtinsModule } from '../builtins/builtins-module.ts';
import type { CodeObject, Constant } from '../compiler/code-object.ts';
import { compileSource } from '../compiler/compile.ts';
import { LoadedCode } from '../objects/loaded-code.ts';
import { PyBytes } from '../objects/py-bytes.ts';
import { PyComplex } from '../objects/py-complex.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFloat } from '../objects/py-float.ts';
import type { PyModule } from '../objects/py-module.ts';
import { PyFrozenSet } from '../objects/py-set.ts';
import { ellipsis } from '../objects/py-singletons.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { nativeModuleNames } from '../modules/native-modules.ts';
import { AddressBook } from './address.ts';
import { Gil } from './gil.ts';
import { InputStream } from './input-stream.ts';
import type { Machine } from './machine.ts';
import { OutputStream } from './output-stream.ts';
import type { PyThread } from './py-thread.ts';
import { PyRaise, Unsupported } from './raise.ts';
import { syntaxErrorOf } from './syntax-error.ts';
import type { VersionProfile } from './version-profile.ts';

export class Interpreter {
  readonly machine: Machine;
  readonly kernel: Kernel;
  readonly process: Process;
  readonly profile: VersionProfile;
  /** Null in the free-threaded build. */
  readonly gil: Gil | null;
  /** sys.modules */
  readonly modules = new PyDict();
  readonly builtins: PyModule;
  readonly threads: PyThread[] = [];
  readonly codes: LoadedCode[] = [];
  readonly addresses = new AddressBook();
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin: InputStream;
  /** Native state that modules keep per process, by module name. */
  readonly moduleState = new Map<string, object>();
  /** Callbacks of atexit, in the order of registration. */
  exitCallbacks: { readonly callable: Value; readonly args: readonly Value[]; readonly keywordNames: readonly string[] }[] = [];
  isFinalizing = false;
  finalizer: PyThread | null = null;
  private nextThreadIdent = 139_871_234_567_936;
  sourceLines = new Map<string, readonly string[]>();

  constructor(machine: Machine, process: Process) {
    this.machine = machine;
    this.kernel = machine.kernel;
    this.process = process;
    this.profile = machine.profile;
    const gilResource = machine.profile.gil === 'none' ? -1 : machine.kernel.recorder.resource('gil', process.id);
    if (gilResource >= 0) machine.kernel.recorder.nameResource(gilResource, 'GIL', false);
    this.gil = gilResource < 0 ? null : new Gil(gilResource, machine.switchIntervalNs);
    this.stdout = new OutputStream(1);
    this.stderr = new OutputStream(2);
    this.stdin = new InputStream(machine.input);
    this.builtins = builtinsModule();
    this.modules.set('builtins', this.builtins);
    machine.interpreters.push(this);
  }

  nextIdent(): number {
    this.nextThreadIdent -= 8_392_704;
    return this.nextThreadIdent + 8_392_704;
  }

  /** Compiles a file of the program or the library. */
  compile(source: string, fileName: string, isLibrary: boolean): LoadedCode {
    const result = compileSource(this.machine.parser, source, { fileName, mode: 'exec' });
    this.sourceLines.set(fileName, source.split('\n'));
    if (result.kind === 'syntax-error') throw new PyRaise(syntaxErrorOf(result.error, fileName));
    return this.load(result.code, isLibrary);
  }

  load(code: CodeObject, isLibrary: boolean): LoadedCode {
    const constants = code.constants.map((constant) => this.valueOf(constant, isLibrary));
    const loaded = new LoadedCode(code, { key: this.codes.length, isLibrary, constants });
    this.codes.push(loaded);
    return loaded;
  }

  private valueOf(constant: Constant, isLibrary: boolean): Value {
    if (constant === null || typeof constant !== 'object') return constant;
    switch (constant.kind) {
      case 'float':
        return new PyFloat(constant.value);
      case 'complex':
        return new PyComplex(constant.real, constant.imag);
      case 'bytes':
        return new PyBytes(constant.value);
      case 'tuple':
        return new PyTuple(constant.items.map((item) => this.valueOf(item, isLibrary)));
      case 'frozenset': {
        const dict = new PyDict();
        for (const item of constant.items) dict.set(this.valueOf(item, isLibrary), null);
        return new PyFrozenSet(dict);
      }
      case 'ellipsis':
        return ellipsis;
      case 'code':
        return this.load(constant, isLibrary);
    }
  }

  /** A line of a source file, from 1; undefined where it is not known. */
  sourceLine(fileName: string, line: number): string | undefined {
    return this.sourceLines.get(fileName)?.[line - 1];
  }

  isBuiltinModule(name: string): boolean {
    return nativeModuleNames.has(name);
  }

  threadEnded(thread: PyThread): void {
    const at = this.threads.indexOf(thread);
    if (at >= 0) this.threads.splice(at, 1);
  }

  typingIntrinsic(_thread: PyThread, number: number, _value: Value): Value {
    throw new Unsupported(`type parameters and type aliases (PEP 695), intrinsic ${number}`);
  }

  typingIntrinsic2(_thread: PyThread, number: number, _a: Value, _b: Value): Value {
    throw new Unsupported(`type parameters and type aliases (PEP 695), intrinsic ${number}`);
  }
}
