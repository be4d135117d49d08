/** One process' interpreter: its modules, its GIL, its threads. Models: PyInterpreterState. */
import { Copyable } from '../../base/copyable.ts';
import type { Diagnostic } from '../../base/diagnostics.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Process } from '../../kernel/process.ts';
import { eventKinds } from '../../trace/event-kind.ts';
import { callerOf } from '../builtins/execution-functions.ts';
import { builtinsModule } from '../builtins/builtins-module.ts';
import type { CodeObject, Constant } from '../compiler/code-object.ts';
import { compileLibraryFile, compileSource } from '../compiler/compile.ts';
import { LoadedCode } from '../objects/loaded-code.ts';
import { PyBytes } from '../objects/py-bytes.ts';
import { PyCell } from '../objects/py-cell.ts';
import { PyComplex } from '../objects/py-complex.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFloat } from '../objects/py-float.ts';
import type { PyInstance } from '../objects/py-instance.ts';
import type { PyModule } from '../objects/py-module.ts';
import { PyFrozenSet } from '../objects/py-set.ts';
import { SetMembers } from '../objects/set-members.ts';
import { ellipsis } from '../objects/py-singletons.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import type { Primitive } from '../modules/thread/primitive.ts';
import { ThreadHandle } from '../modules/thread/thread-handle.ts';
import { nativeModuleNames } from '../modules/native-modules.ts';
import { AddressBook } from './address.ts';
import { instructionWords } from './fused-instructions.ts';
import type { PyFrame } from './frame.ts';
import type { Gil } from './gil.ts';
import { InputStream, interruptKeysNs } from './input-stream.ts';
import type { Machine } from './machine.ts';
import { NewGil } from './new-gil.ts';
import { OldGil } from './old-gil.ts';
import { SteppedGil } from './stepped-gil.ts';
import { OutputStream } from './output-stream.ts';
import { programPath } from './program-path.ts';
import type { PyThread } from './py-thread.ts';
import { PyRaise } from './raise.ts';
import { Signals } from './signals.ts';
import { AlarmClock } from './alarm-clock.ts';
import { signals } from '../../kernel/signals.ts';
import type { KernelEvent } from '../../kernel/kernel-event.ts';
import type { Scheduled } from '../../engine/event-queue.ts';
import { interruptHandler } from '../modules/signal/interrupt-handler.ts';
import { Mortals } from './mortals.ts';
import type { SyncObject } from './sync-object.ts';
import { TracebackImport } from './traceback-import.ts';
import { syntaxErrorOf } from './syntax-error.ts';
import type { CompileError } from './syntax-error.ts';
import type { VersionProfile } from './version-profile.ts';

function makeGil({ profile, switchIntervalNs, granularity }: Machine, resource: number): Gil {
  if (granularity !== null) return new SteppedGil(resource, profile, switchIntervalNs);
  return profile.gil === 'old' ? new OldGil(resource, switchIntervalNs) : new NewGil(resource, switchIntervalNs);
}

export class Interpreter extends Copyable {
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
  readonly mortals = new Mortals();
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin: InputStream;
  readonly tracebackImport = new TracebackImport();
  /** Native state that modules keep per process, by module name. */
  readonly moduleState = new Map<string, object>();
  /** Callbacks of atexit, in the order of registration. */
  exitCallbacks: {
    readonly callable: Value;
    readonly args: readonly Value[];
    readonly keywordNames: readonly string[];
  }[] = [];
  /** Everything threads can hold or wait for, in the order it was made: for names, and for whoever looks. */
  readonly syncObjects: SyncObject[] = [];
  /** What of the library's objects is shown, by object. */
  readonly primitives = new Map<PyInstance, Primitive>();
  /** Handles of daemon threads: the shutdown does not wait for them. */
  readonly daemonHandles = new Set<ThreadHandle>();
  mainThread: PyThread | null = null;
  readonly signals: Signals;
  readonly alarmClock: AlarmClock;
  /** Presses of Ctrl-C that are to come. */
  readonly interruptKeys: readonly Scheduled<KernelEvent>[];
  private readonly valueIdentities = new Map<Value, number>();
  isFinalizing = false;
  finalizer: PyThread | null = null;
  private readonly freeIdents: number[] = [];
  private nextThreadIdent = 139_871_234_567_936;
  sourceLines = new Map<string, readonly string[]>();
  /** As the program asked for it; 0: as the system has it. Only told, never used: simulated stacks are bounded by depth. */
  threadStackBytes = 0;

  constructor(machine: Machine, process: Process) {
    super();
    this.machine = machine;
    this.kernel = machine.kernel;
    this.process = process;
    this.profile = machine.profile;
    const gilResource = machine.profile.gil === 'none' ? -1 : machine.kernel.recorder.resource('gil', process.id);
    if (gilResource >= 0) machine.kernel.recorder.nameResource(gilResource, 'GIL', false);
    this.gil = gilResource < 0 ? null : makeGil(machine, gilResource);
    this.stdout = new OutputStream(1);
    this.stderr = new OutputStream(2);
    this.stdin = new InputStream(machine.input);
    this.builtins = builtinsModule();
    this.modules.set('builtins', this.builtins);
    this.signals = new Signals(this, interruptHandler);
    process.signals = this.signals;
    this.alarmClock = new AlarmClock(machine.kernel, this.signals);
    this.interruptKeys = interruptKeysNs(machine.input).map((dueNs) =>
      machine.kernel.signalAt(dueNs, this.signals, signals.interrupt),
    );
    machine.interpreters.push(this);
  }

  /** A number for a new thread: that of the thread that ended last, as pthread's stacks are used again, or a new one. */
  nextIdent(): number {
    const free = this.freeIdents.pop();
    if (free !== undefined) return free;
    this.nextThreadIdent -= 8_392_704;
    return this.nextThreadIdent + 8_392_704;
  }

  /** Compiles a file of the program or the library. */
  compile(thread: PyThread, source: string, fileName: string, isLibrary: boolean): LoadedCode {
    const result = isLibrary
      ? compileLibraryFile(this.machine.parser, source, fileName)
      : compileSource(this.machine.parser, source, { fileName, mode: 'exec' });
    this.sourceLines.set(fileName, source.split('\n'));
    if (result.kind === 'syntax-error')
      throw new PyRaise(syntaxErrorOf(inFile(result.error), programPath(this.machine, fileName)));
    if (!isLibrary) this.showWarnings(thread, result.warnings, fileName);
    return this.load(result.code, isLibrary);
  }

  /** SyntaxWarnings, as the warnings module shows them: each once a line. */
  showWarnings(thread: PyThread, warnings: readonly Diagnostic[], fileName: string): void {
    const path = programPath(this.machine, fileName);
    const shown = new Set<string>();
    for (const { message, start } of warnings) {
      const { line } = start;
      if (shown.has(`${line}:${message}`)) continue;
      shown.add(`${line}:${message}`);
      const source = (this.sourceLine(fileName, line) ?? '').trim();
      const text = `${path}:${line}: SyntaxWarning: ${message}\n${source === '' ? '' : `  ${source}\n`}`;
      this.stderr.writeNow(thread, text);
    }
  }

  load(code: CodeObject, isLibrary: boolean): LoadedCode {
    const constants = code.constants.map((constant) => this.constantValue(constant, isLibrary));
    const loaded = new LoadedCode(code, {
      key: this.codes.length,
      isLibrary,
      path: programPath(this.machine, code.fileName),
      constants,
      words: instructionWords(code, this.profile.costs),
    });
    this.codes.push(loaded);
    return loaded;
  }

  private constantValue(constant: Constant, isLibrary: boolean): Value {
    if (constant === null || typeof constant !== 'object') return constant;
    switch (constant.kind) {
      case 'float':
        return new PyFloat(constant.value);
      case 'complex':
        return new PyComplex(constant.real, constant.imag);
      case 'bytes':
        return new PyBytes(constant.value);
      case 'tuple':
        return new PyTuple(constant.items.map((item) => this.constantValue(item, isLibrary)));
      case 'frozenset': {
        const dict = new SetMembers();
        for (const item of constant.items) dict.set(this.constantValue(item, isLibrary), null);
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

  /** locals(): a function's variables as a new dict, or the namespace itself elsewhere. */
  locals(thread: PyThread): PyDict {
    const frame = callerOf(thread.frame);
    return frame === null ? new PyDict() : this.localsOf(frame);
  }

  /** f_locals */
  localsOf(frame: PyFrame): PyDict {
    if (frame.namespace !== null) return frame.namespace;
    const dict = new PyDict();
    for (const [i, name] of frame.code.source.localsPlusNames.entries()) {
      const slot = frame.slots[i];
      const value =
        slot instanceof PyCell && ((frame.code.source.localsPlusKinds[i] as number) & 0xc0) !== 0 ? slot.content : slot;
      if (value !== undefined) dict.set(name, value);
    }
    return dict;
  }

  localNames(thread: PyThread): Value[] {
    return this.locals(thread)
      .keys()
      .filter((key) => typeof key === 'string')
      .sort((a, b) => (a < b ? -1 : 1));
  }

  /** id() of values that are not objects in JavaScript: equal values share one, as small ints and interned texts do. */
  valueIdentity(value: Value): number {
    const known = this.valueIdentities.get(value);
    if (known !== undefined) return known;
    const made = 0x7f3a_5a00_0000 + 32 * this.valueIdentities.size;
    this.valueIdentities.set(value, made);
    return made;
  }

  /** The main thread is done: what is left of the output is written, the other threads end where they are. */
  finish(thread: PyThread, status: number): void {
    this.isFinalizing = true;
    this.finalizer = thread;
    this.stdout.writeNow(thread, '');
    this.stderr.writeNow(thread, '');
    this.end(status);
    for (const other of this.threads) if (other !== thread) this.kernel.kill(other.kernelThread);
    this.kernel.record(eventKinds.processExited, thread.kernelThread.id, this.process.id, status);
  }

  /** A signal without a handler ends the process at once; nothing is written out. */
  endBySignal(signal: number): void {
    const running = this.threads.find((thread) => thread.kernelThread === this.kernel.running) ?? null;
    this.endNow(running, -signal);
  }

  /** os._exit(): the process is over at once; nothing is written out. */
  exitNow(thread: PyThread, status: number): void {
    this.endNow(thread, ((status % 256) + 256) % 256);
  }

  /** All threads end where they are; the one that runs now leaves by itself. */
  private endNow(running: PyThread | null, status: number): void {
    this.isFinalizing = true;
    this.finalizer = null;
    this.end(status);
    for (const other of this.threads) if (other !== running) this.kernel.kill(other.kernelThread);
    this.kernel.record(eventKinds.processExited, running?.kernelThread.id ?? -1, this.process.id, status);
    if (running === null) return;
    running.frame = null;
    running.blocking = null;
    running.stackOwner = null;
    running.entry.abandon();
  }

  private end(status: number): void {
    this.process.exitStatus = status;
    this.alarmClock.stop();
    for (const coming of this.interruptKeys) this.kernel.cancelSignal(coming);
  }

  /** A thread the shutdown still has to wait for. */
  joinableHandle(thread: PyThread): ThreadHandle | null {
    for (const object of this.syncObjects) {
      if (
        object instanceof ThreadHandle &&
        object.thread !== null &&
        object.thread !== thread &&
        !object.isDone &&
        !this.daemonHandles.has(object)
      ) {
        return object;
      }
    }
    return null;
  }

  threadEnded(thread: PyThread): void {
    const at = this.threads.indexOf(thread);
    if (at >= 0) this.threads.splice(at, 1);
    this.freeIdents.push(thread.ident);
  }
}

/** Reading a file to its end, CPython no longer knows the column of a block that is missing there. */
function inFile(error: CompileError): CompileError {
  return error.endColumn === -2 && error.message.startsWith('expected an indented block')
    ? { ...error, column: -1 }
    : error;
}
