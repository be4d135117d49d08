/**
 * A code object as one process runs it: constants made into values, and the memory of its call and attribute sites.
 * The caches are pure memory (they change no result); `callCounts` decides when a call site counts as specialised (FIDELITY §1.1, note 3).
 */
import type { CodeObject } from '../compiler/code-object.ts';
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

export class LoadedCode extends PyObject {
  static builtinType: PyType;
  override readonly type = LoadedCode.builtinType;
  readonly source: CodeObject;
  /** Unique within the process; the page asks for listings by it. */
  readonly key: number;
  readonly isLibrary: boolean;
  readonly constants: readonly Value[];
  readonly ops: Uint8Array;
  readonly args: Int32Array;
  readonly names: readonly string[];
  readonly caches: unknown[];
  readonly callCounts: Uint8Array;
  readonly localCount: number;
  readonly frameSize: number;
  readonly flags: number;

  constructor(source: CodeObject, origin: { key: number; isLibrary: boolean; constants: readonly Value[] }) {
    super();
    this.source = source;
    this.key = origin.key;
    this.isLibrary = origin.isLibrary;
    this.constants = origin.constants;
    this.ops = source.opcodes;
    this.args = source.arguments;
    this.names = source.names;
    this.caches = Array.from({ length: source.opcodes.length }, () => null);
    this.callCounts = new Uint8Array(source.opcodes.length);
    this.localCount = source.localsPlusNames.length;
    this.frameSize = this.localCount + source.stackSize + 1;
    this.flags = source.flags;
  }

  /** Line number of an instruction; the function's first line where it has none. */
  lineOf(instruction: number): number {
    const line = this.source.positions[4 * instruction];
    return line === undefined || line < 0 ? this.source.firstLineNumber : line;
  }
}
