/**
 * After which bytecodes a thread may be switched, version by version, in terms of 3.13's bytecode.
 * Source: docs/decisions/0004 (the table of poll points, measured on real interpreters).
 */
import {
  CALL,
  CALL_FUNCTION_EX,
  CALL_KW,
  JUMP_BACKWARD,
  JUMP_FORWARD,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  RESUME,
  RETURN_CONST,
  RETURN_VALUE,
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
  LOAD_FAST_AND_CLEAR,
  BEFORE_ASYNC_WITH,
} from '../compiler/opcodes.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';

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

/**
 * Whether `next` is where a `try` begins: SETUP_FINALLY before 3.11, a NOP right before the protected range in 3.13's bytecode
 * (a `try` that shares its line with its body has none and is not found). 3.9, 3.10 and 2.7 do not look up before it.
 */
export function isTryStart(code: LoadedCode, next: number): boolean {
  if (code.ops[next] !== NOP) return false;
  const table = code.source.exceptionTable;
  for (let row = 0; row < table.length; row += 5) if (table[row] === next + 1) return true;
  return false;
}

/** Not before SETUP_FINALLY, SETUP_WITH, BEFORE_ASYNC_WITH. */
function isExempt(code: LoadedCode, next: number): boolean {
  const following = code.ops[next];
  return following === BEFORE_WITH || following === BEFORE_ASYNC_WITH || isTryStart(code, next);
}

/** 3.12 and 3.13: RESUME, backward jumps, calls of native functions. */
export const modern: SwitchPoints = {
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

/**
 * 3.10: as later, and after every call also of Python functions (so after their return), and after taken conditional jumps.
 * A loop whose back edge lands on a `try` never looks up (bpo-44645): it keeps the GIL for ever.
 */
export const threeTen: SwitchPoints = {
  isSwitchPoint(op, code, at, next) {
    if (isExempt(code, next)) return false;
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

/** 3.2 to 3.9: after almost every bytecode. */
export const threeNine: SwitchPoints = {
  isSwitchPoint(op, code, at, next) {
    if (op === RESUME) return ((code.args[at] as number) & 3) < 2;
    return !fastInThreeNine.has(op) && !isExempt(code, next);
  },
  canSwitchAfter(op, arg) {
    return op === RESUME ? (arg & 3) < 2 : !fastInThreeNine.has(op);
  },
};

/** Opcodes that do not count in 2.7 although 3.9 polls after them, and the other way round: tests of identity and membership were COMPARE_OP. */
const countedOnlyInTwoSeven = new Set<number>([IS_OP, CONTAINS_OP, RAISE_VARARGS]);

/** 2.7: whether the bytecode just executed counts as one of the hundred until the next release. */
export function isCountedInTwoSeven(op: number, code: LoadedCode, at: number, next: number): boolean {
  if (op === RESUME) return ((code.args[at] as number) & 3) < 2;
  if ((op === CALL || op === CALL_KW || op === CALL_FUNCTION_EX) && next === 0) return false;
  return countedOnlyInTwoSeven.has(op) || !fastInThreeNine.has(op);
}
