/**
 * The result of compiling: an immutable code object.
 * Models: CPython 3.13, Include/cpython/code.h (PyCodeObject), Objects/locations.md, Objects/exception_handling_notes.txt.
 * Leaves out: inline caches and EXTENDED_ARG as instructions of their own (their room is kept in `offsets`).
 */

/** A constant as the compiler makes it; the machine turns it into an object once, when the code is loaded. */
export type Constant =
  | null
  | boolean
  | number
  | bigint
  | string
  | FloatConstant
  | ComplexConstant
  | BytesConstant
  | TupleConstant
  | FrozenSetConstant
  | EllipsisConstant
  | CodeObject;

/** A Python int is a `number` while it is a safe integer and a `bigint` beyond; so a float needs a box. */
export interface FloatConstant {
  readonly kind: 'float';
  readonly value: number;
}
export interface ComplexConstant {
  readonly kind: 'complex';
  readonly real: number;
  readonly imag: number;
}
interface BytesConstant {
  readonly kind: 'bytes';
  readonly value: Uint8Array;
}
interface TupleConstant {
  readonly kind: 'tuple';
  readonly items: readonly Constant[];
}
export interface FrozenSetConstant {
  readonly kind: 'frozenset';
  readonly items: readonly Constant[];
}
interface EllipsisConstant {
  readonly kind: 'ellipsis';
}

/** Bits of `localsPlusKinds`, as CPython's CO_FAST_LOCAL, CO_FAST_CELL and CO_FAST_FREE; an argument that is a cell has both. */
export const fastLocal = 0x20;
export const fastCell = 0x40;
export const fastFree = 0x80;

/** Bits of `flags`, as CPython's CO_*. */
export const codeFlags = {
  optimized: 0x1,
  newLocals: 0x2,
  varArgs: 0x4,
  varKeywords: 0x8,
  nested: 0x10,
  generator: 0x20,
  coroutine: 0x80,
  iterableCoroutine: 0x100,
  asyncGenerator: 0x200,
  futureAnnotations: 0x1000000,
  noMonitoringEvents: 0x2000000,
  hasDocstring: 0x4000000,
} as const;

export interface CodeObject {
  readonly kind: 'code';
  readonly name: string;
  readonly qualifiedName: string;
  readonly fileName: string;
  readonly firstLineNumber: number;
  /** Positional arguments, those that are positional only included. */
  readonly argumentCount: number;
  readonly positionalOnlyCount: number;
  readonly keywordOnlyCount: number;
  readonly flags: number;
  readonly stackSize: number;
  readonly constants: readonly Constant[];
  readonly names: readonly string[];
  /** Locals (arguments first), then cells, then free variables: the frame's slots. */
  readonly localsPlusNames: readonly string[];
  readonly localsPlusKinds: Uint8Array;

  /** One entry per instruction, CACHE and EXTENDED_ARG left out: the opcode's number in CPython 3.13 … */
  readonly opcodes: Uint8Array;
  /** … its argument; for every jump (also FOR_ITER and SEND) the *index* of the target instruction … */
  readonly arguments: Int32Array;
  /** … where it starts, in code units of two bytes as CPython counts them (`f_lasti` is twice this); EXTENDED_ARGs stand before it … */
  readonly offsets: Int32Array;
  /** … and its place in the source: line, end line, column, end column; UTF-8 bytes from 0 as in CPython; -1 where there is none. */
  readonly positions: Int32Array;
  /** Rows of five: first instruction, instruction after the last, handler's instruction, stack depth, 1 if lasti is pushed. In order of `start`. */
  readonly exceptionTable: Int32Array;
}
