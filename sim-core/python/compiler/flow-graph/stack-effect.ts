/**
 * How an instruction changes the depth of the stack.
 * Models: CPython 3.13, Include/internal/pycore_opcode_metadata.h (`_PyOpcode_num_popped`, `_PyOpcode_num_pushed`).
 */
import {
  LOAD_CLOSURE,
  SETUP_CLEANUP,
  SETUP_FINALLY,
  SETUP_WITH,
  STORE_FAST_MAYBE_NULL,
} from '../codegen/pseudo-opcodes.ts';
import * as op from '../opcodes.ts';

/** Those that always do the same; what is listed nowhere changes nothing. */
const fixedEffects: ReadonlyMap<number, number> = new Map([
  ...withEffect(-4, [op.STORE_SLICE]),
  ...withEffect(-3, [op.STORE_SUBSCR]),
  ...withEffect(-2, [
    op.BINARY_SLICE,
    op.DELETE_SUBSCR,
    op.END_ASYNC_FOR,
    op.MAP_ADD,
    op.MATCH_CLASS,
    op.STORE_ATTR,
    op.STORE_FAST_STORE_FAST,
  ]),
  ...withEffect(-1, [
    op.BINARY_SUBSCR,
    op.CLEANUP_THROW,
    op.END_FOR,
    op.END_SEND,
    op.FORMAT_WITH_SPEC,
    op.POP_EXCEPT,
    op.POP_TOP,
    op.RETURN_VALUE,
    op.BINARY_OP,
    op.CALL_INTRINSIC_2,
    op.COMPARE_OP,
    op.CONTAINS_OP,
    op.DELETE_ATTR,
    op.DICT_MERGE,
    op.DICT_UPDATE,
    op.IMPORT_NAME,
    op.IS_OP,
    op.LIST_APPEND,
    op.LIST_EXTEND,
    op.POP_JUMP_IF_FALSE,
    op.POP_JUMP_IF_NONE,
    op.POP_JUMP_IF_NOT_NONE,
    op.POP_JUMP_IF_TRUE,
    op.RERAISE,
    op.SET_ADD,
    op.SET_FUNCTION_ATTRIBUTE,
    op.SET_UPDATE,
    op.STORE_DEREF,
    op.STORE_FAST,
    STORE_FAST_MAYBE_NULL,
    op.STORE_GLOBAL,
    op.STORE_NAME,
  ]),
  ...withEffect(1, [
    op.BEFORE_ASYNC_WITH,
    op.BEFORE_WITH,
    op.GET_ANEXT,
    op.GET_LEN,
    op.LOAD_ASSERTION_ERROR,
    op.LOAD_BUILD_CLASS,
    op.LOAD_LOCALS,
    op.MATCH_KEYS,
    op.MATCH_MAPPING,
    op.MATCH_SEQUENCE,
    op.PUSH_EXC_INFO,
    op.PUSH_NULL,
    op.RETURN_GENERATOR,
    op.WITH_EXCEPT_START,
    op.COPY,
    op.FOR_ITER,
    op.IMPORT_FROM,
    op.LOAD_CONST,
    op.LOAD_DEREF,
    op.LOAD_FAST,
    op.LOAD_FAST_AND_CLEAR,
    op.LOAD_FAST_CHECK,
    op.LOAD_NAME,
    LOAD_CLOSURE,
  ]),
  ...withEffect(2, [op.LOAD_FAST_LOAD_FAST]),
]);

function withEffect(effect: number, opcodes: readonly number[]): [number, number][] {
  return opcodes.map((opcode) => [opcode, effect]);
}

/** Those whose effect depends on the argument. */
const variableEffects: ReadonlyMap<number, (argument: number) => number> = new Map([
  [op.BUILD_CONST_KEY_MAP, (count: number) => -count],
  [op.BUILD_LIST, (count: number) => 1 - count],
  [op.BUILD_SET, (count: number) => 1 - count],
  [op.BUILD_STRING, (count: number) => 1 - count],
  [op.BUILD_TUPLE, (count: number) => 1 - count],
  [op.BUILD_MAP, (count: number) => 1 - 2 * count],
  [op.BUILD_SLICE, (count: number) => (count === 3 ? -2 : -1)],
  [op.CALL, (count: number) => -1 - count],
  [op.CALL_KW, (count: number) => -2 - count],
  [op.CALL_FUNCTION_EX, (flags: number) => -2 - (flags & 1)],
  [op.LOAD_ATTR, (argument: number) => argument & 1],
  [op.LOAD_GLOBAL, (argument: number) => 1 + (argument & 1)],
  [op.LOAD_SUPER_ATTR, (argument: number) => -2 + (argument & 1)],
  [op.RAISE_VARARGS, (count: number) => -count],
  [op.UNPACK_EX, (counts: number) => (counts & 0xff) + (counts >> 8)],
  [op.UNPACK_SEQUENCE, (count: number) => count - 1],
]);

export function stackEffect(opcode: number, argument: number): number {
  return fixedEffects.get(opcode) ?? variableEffects.get(opcode)?.(argument) ?? 0;
}

/** The effect where the jump is made, or where an exception leads to the handler. */
export function jumpEffect(opcode: number, argument: number): number {
  if (opcode === SETUP_CLEANUP) return 2;
  return opcode === SETUP_FINALLY || opcode === SETUP_WITH ? 1 : stackEffect(opcode, argument);
}
