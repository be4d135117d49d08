/**
 * A code object as one process runs it: constants made into values, and the memory of its call and attribute sites.
 * The caches are pure memory (they change no result); `callCounts` decides when a call site counts as specialised (FIDELITY §1.1, note 3).
 */
import { codeFlags } from '../compiler/code-object.ts';
import type { CodeObject } from '../compiler/code-object.ts';
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

export interface LoadedCodeOrigin {
  readonly key: number;
  readonly isLibrary: boolean;
  /** co_filename: absolute for the program's own files. */
  readonly path: string;
  readonly constants: readonly Value[];
  readonly words: Int32Array;
}

/** For every code object alike, as engines specialise on what arrays hold: code made for one kind is thrown away at the first of another. */
function sameKind<T>(items: readonly T[]): T[] {
  const all: unknown[] = [undefined];
  all.length = 0;
  for (const item of items) all.push(item);
  return all as T[];
}

export function emptyCaches(count: number): unknown[] {
  const caches: unknown[] = [];
  for (let i = 0; i < count; i += 1) caches.push(null);
  return caches;
}

export class LoadedCode extends PyObject {
  static builtinType: PyType;
  override readonly type = LoadedCode.builtinType;
  readonly source: CodeObject;
  /** Unique within the process; the page asks for listings by it. */
  readonly key: number;
  readonly isLibrary: boolean;
  /** co_filename: absolute for the program's own files. */
  readonly path: string;
  readonly constants: readonly Value[];
  readonly ops: Uint8Array;
  readonly args: Int32Array;
  /** The instructions as the interpreter loop reads them (vm/fused-instructions.ts). */
  readonly words: Int32Array;
  readonly names: readonly string[];
  readonly caches: unknown[];
  readonly callCounts: Uint8Array;
  readonly localCount: number;
  readonly frameSize: number;
  readonly flags: number;
  /** How many arguments a call by position gives that needs no binding; -1 where every call needs it. */
  readonly plainArgumentCount: number;

  constructor(source: CodeObject, origin: LoadedCodeOrigin) {
    super();
    this.source = source;
    this.key = origin.key;
    this.isLibrary = origin.isLibrary;
    this.path = origin.path;
    this.constants = sameKind(origin.constants);
    this.ops = source.opcodes;
    this.args = source.arguments;
    this.words = origin.words;
    this.names = source.names;
    this.caches = emptyCaches(source.opcodes.length);
    this.callCounts = new Uint8Array(source.opcodes.length);
    this.localCount = source.localsPlusNames.length;
    this.frameSize = this.localCount + source.stackSize + 1;
    this.flags = source.flags;
    const collects = codeFlags.varArgs | codeFlags.varKeywords;
    this.plainArgumentCount =
      (source.flags & collects) === 0 && source.keywordOnlyCount === 0 ? source.argumentCount : -1;
  }

  /** Line number of an instruction; the function's first line where it has none. */
  lineOf(instruction: number): number {
    const line = this.source.positions[4 * instruction];
    return line === undefined || line < 0 ? this.source.firstLineNumber : line;
  }
}
