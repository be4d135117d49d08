/**
 * What differs between Python versions: where threads may switch, what bytecodes cost, which GIL there is. The language is always 3.13's.
 * Source: docs/decisions/0004 (measured on real interpreters: the table of poll points, the cost model).
 */
import {
  BINARY_OP,
  BINARY_SUBSCR,
  CALL,
  CALL_FUNCTION_EX,
  CALL_KW,
  COMPARE_OP,
  FOR_ITER,
  JUMP_BACKWARD,
  JUMP_FORWARD,
  LOAD_ATTR,
  LOAD_GLOBAL,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  RESUME,
  RETURN_CONST,
  RETURN_VALUE,
  STORE_ATTR,
  STORE_SUBSCR,
  BUILD_TUPLE,
  BUILD_LIST,
  BUILD_MAP,
  BUILD_STRING,
  STORE_GLOBAL,
  CACHE,
  COPY,
  LOAD_CONST,
  LOAD_FAST,
  LOAD_FAST_CHECK,
  LOAD_FAST_LOAD_FAST,
  NOP,
  POP_TOP,
  PUSH_NULL,
  STORE_FAST,
  STORE_FAST_LOAD_FAST,
  STORE_FAST_STORE_FAST,
  SWAP,
  IS_OP,
  CONTAINS_OP,
  TO_BOOL,
  JUMP_BACKWARD_NO_INTERRUPT,
  SEND,
  YIELD_VALUE,
  BEFORE_WITH,
  COPY_FREE_VARS,
  MAKE_CELL,
  RETURN_GENERATOR,
  END_FOR,
  END_SEND,
  RAISE_VARARGS,
  RERAISE,
  POP_EXCEPT,
  PUSH_EXC_INFO,
  CHECK_EXC_MATCH,
  STORE_NAME,
  LOAD_FAST_AND_CLEAR,
} from '../compiler/opcodes.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';

export type GilKind = 'new' | 'old' | 'none';

export interface VersionProfile {
  readonly gil: GilKind;
  /** Virtual nanoseconds by opcode; at least 1 each. */
  readonly costs: Int32Array;
  readonly polls: SwitchPoints;
  /** Calls of len, isinstance, list.append and type stop polling once their call site is warm. */
  readonly hasPollFreeCalls: boolean;
}

/** After which bytecodes a thread may be switched. */
export interface SwitchPoints {
  /**
   * Whether the instruction `at` (its opcode `op`) that was just executed is a switch point; `next` is the instruction that comes now –
   * in another frame if `op` called or returned.
   */
  isSwitchPoint(op: number, code: LoadedCode, at: number, next: number): boolean;
  /** The same for a listing, where nothing has been executed: can a switch happen right after it? */
  canSwitchAfter(op: number, arg: number): boolean;
}

/** 3.12 and 3.13: RESUME, backward jumps, calls of native functions. */
const modern: SwitchPoints = {
  isSwitchPoint(op, code, at, next) {
    if (op === RESUME) return ((code.args[at] as number) & 3) < 2;
    if (op === JUMP_BACKWARD) return true;
    return (op === CALL || op === CALL_KW || op === CALL_FUNCTION_EX) && next !== 0;
  },
  canSwitchAfter(op, arg) {
    if (op === RESUME) return (arg & 3) < 2;
    return op === JUMP_BACKWARD || op === CALL || op === CALL_KW || op === CALL_FUNCTION_EX;
  },
};

const conditionalJumps = new Set<number>([POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE]);
const returns = new Set<number>([RETURN_VALUE, RETURN_CONST]);

/** 3.10: as later, and after every call also of Python functions (so after their return), and after taken conditional jumps. */
const threeTen: SwitchPoints = {
  isSwitchPoint(op, code, at, next) {
    return modern.isSwitchPoint(op, code, at, next) || returns.has(op) || (conditionalJumps.has(op) && next !== at + 1);
  },
  canSwitchAfter(op, arg) {
    return modern.canSwitchAfter(op, arg) || returns.has(op) || conditionalJumps.has(op);
  },
};

/** Opcodes that 3.9's fast dispatch skips, in terms of 3.13's bytecode (those that 3.9 did not have at all are among them). */
const fastInThreeNine = new Set<number>([
  CACHE,
  NOP,
  LOAD_FAST,
  LOAD_FAST_CHECK,
  LOAD_FAST_LOAD_FAST,
  LOAD_FAST_AND_CLEAR,
  LOAD_CONST,
  STORE_FAST,
  STORE_FAST_LOAD_FAST,
  STORE_FAST_STORE_FAST,
  POP_TOP,
  PUSH_NULL,
  COPY,
  SWAP,
  JUMP_FORWARD,
  IS_OP,
  CONTAINS_OP,
  TO_BOOL,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_TRUE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  JUMP_BACKWARD_NO_INTERRUPT,
  SEND,
  YIELD_VALUE,
  BEFORE_WITH,
  COPY_FREE_VARS,
  MAKE_CELL,
  RETURN_GENERATOR,
  END_FOR,
  END_SEND,
  RAISE_VARARGS,
  RERAISE,
  POP_EXCEPT,
  PUSH_EXC_INFO,
  CHECK_EXC_MATCH,
]);

/** 3.2 to 3.9 (and the counted opcodes of 2.7): after almost every bytecode. */
const threeNine: SwitchPoints = {
  isSwitchPoint(op, code, at) {
    if (op === RESUME) return ((code.args[at] as number) & 3) < 2;
    return !fastInThreeNine.has(op);
  },
  canSwitchAfter(op, arg) {
    return op === RESUME ? (arg & 3) < 2 : !fastInThreeNine.has(op);
  },
};

/** Nanoseconds per opcode on CPython 3.13 where they differ from the ordinary 2. */
const costs313: ReadonlyMap<number, number> = new Map([
  [BINARY_OP, 6],
  [COMPARE_OP, 3],
  [LOAD_GLOBAL, 2],
  [STORE_GLOBAL, 6],
  [STORE_NAME, 10],
  [LOAD_ATTR, 3],
  [STORE_ATTR, 4],
  [BINARY_SUBSCR, 4],
  [STORE_SUBSCR, 10],
  [FOR_ITER, 9],
  [JUMP_BACKWARD, 4],
  [CALL, 6],
  [CALL_KW, 15],
  [CALL_FUNCTION_EX, 20],
  [BUILD_TUPLE, 18],
  [BUILD_LIST, 18],
  [BUILD_MAP, 20],
  [BUILD_STRING, 20],
]);
const calls = new Set<number>([CALL, CALL_KW, CALL_FUNCTION_EX]);

function costTable(bytecodeFactor: number, callFactor: number): Int32Array {
  const table = new Int32Array(256);
  for (let op = 0; op < 256; op += 1) {
    table[op] = Math.max(1, Math.round((costs313.get(op) ?? 2) * (calls.has(op) ? callFactor : bytecodeFactor)));
  }
  return table;
}

const profile39: VersionProfile = { gil: 'new', costs: costTable(1.6, 2.5), polls: threeNine, hasPollFreeCalls: false };

export const versionProfiles: Readonly<Record<string, VersionProfile>> = {
  '2.7': { gil: 'old', costs: costTable(1.5, 3), polls: threeNine, hasPollFreeCalls: false },
  '3.9': profile39,
  '3.10': { gil: 'new', costs: costTable(1.4, 2), polls: threeTen, hasPollFreeCalls: false },
  '3.11': { gil: 'new', costs: costTable(1, 1), polls: modern, hasPollFreeCalls: true },
  '3.13': { gil: 'new', costs: costTable(1, 1), polls: modern, hasPollFreeCalls: true },
  '3.13t': { gil: 'none', costs: costTable(1.3, 1.3), polls: modern, hasPollFreeCalls: true },
};
