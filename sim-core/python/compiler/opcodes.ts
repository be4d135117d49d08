/**
 * The opcodes of CPython 3.13 with what the eval loop and the assembler must know of each.
 * Models: CPython 3.13, Include/opcode_ids.h and Include/internal/pycore_opcode_metadata.h (bytecode magic 3571).
 * Leaves out: specialised and instrumented opcodes, which never stand in freshly compiled code.
 */

export const CACHE = 0;
export const BEFORE_ASYNC_WITH = 1;
export const BEFORE_WITH = 2;
export const BINARY_SLICE = 4;
export const BINARY_SUBSCR = 5;
export const CHECK_EG_MATCH = 6;
export const CHECK_EXC_MATCH = 7;
export const CLEANUP_THROW = 8;
export const DELETE_SUBSCR = 9;
export const END_ASYNC_FOR = 10;
export const END_FOR = 11;
export const END_SEND = 12;
export const EXIT_INIT_CHECK = 13;
export const FORMAT_SIMPLE = 14;
export const FORMAT_WITH_SPEC = 15;
export const GET_AITER = 16;
export const GET_ANEXT = 18;
export const GET_ITER = 19;
export const GET_LEN = 20;
export const GET_YIELD_FROM_ITER = 21;
export const INTERPRETER_EXIT = 22;
export const LOAD_ASSERTION_ERROR = 23;
export const LOAD_BUILD_CLASS = 24;
export const LOAD_LOCALS = 25;
export const MAKE_FUNCTION = 26;
export const MATCH_KEYS = 27;
export const MATCH_MAPPING = 28;
export const MATCH_SEQUENCE = 29;
export const NOP = 30;
export const POP_EXCEPT = 31;
export const POP_TOP = 32;
export const PUSH_EXC_INFO = 33;
export const PUSH_NULL = 34;
export const RETURN_GENERATOR = 35;
export const RETURN_VALUE = 36;
export const SETUP_ANNOTATIONS = 37;
export const STORE_SLICE = 38;
export const STORE_SUBSCR = 39;
export const TO_BOOL = 40;
export const UNARY_INVERT = 41;
export const UNARY_NEGATIVE = 42;
export const UNARY_NOT = 43;
export const WITH_EXCEPT_START = 44;
export const BINARY_OP = 45;
export const BUILD_CONST_KEY_MAP = 46;
export const BUILD_LIST = 47;
export const BUILD_MAP = 48;
export const BUILD_SET = 49;
export const BUILD_SLICE = 50;
export const BUILD_STRING = 51;
export const BUILD_TUPLE = 52;
export const CALL = 53;
export const CALL_FUNCTION_EX = 54;
export const CALL_INTRINSIC_1 = 55;
export const CALL_INTRINSIC_2 = 56;
export const CALL_KW = 57;
export const COMPARE_OP = 58;
export const CONTAINS_OP = 59;
export const CONVERT_VALUE = 60;
export const COPY = 61;
export const COPY_FREE_VARS = 62;
export const DELETE_ATTR = 63;
export const DELETE_DEREF = 64;
export const DELETE_FAST = 65;
export const DELETE_GLOBAL = 66;
export const DELETE_NAME = 67;
export const DICT_MERGE = 68;
export const DICT_UPDATE = 69;
export const ENTER_EXECUTOR = 70;
export const EXTENDED_ARG = 71;
export const FOR_ITER = 72;
export const GET_AWAITABLE = 73;
export const IMPORT_FROM = 74;
export const IMPORT_NAME = 75;
export const IS_OP = 76;
export const JUMP_BACKWARD = 77;
export const JUMP_BACKWARD_NO_INTERRUPT = 78;
export const JUMP_FORWARD = 79;
export const LIST_APPEND = 80;
export const LIST_EXTEND = 81;
export const LOAD_ATTR = 82;
export const LOAD_CONST = 83;
export const LOAD_DEREF = 84;
export const LOAD_FAST = 85;
export const LOAD_FAST_AND_CLEAR = 86;
export const LOAD_FAST_CHECK = 87;
export const LOAD_FAST_LOAD_FAST = 88;
export const LOAD_FROM_DICT_OR_DEREF = 89;
export const LOAD_FROM_DICT_OR_GLOBALS = 90;
export const LOAD_GLOBAL = 91;
export const LOAD_NAME = 92;
export const LOAD_SUPER_ATTR = 93;
export const MAKE_CELL = 94;
export const MAP_ADD = 95;
export const MATCH_CLASS = 96;
export const POP_JUMP_IF_FALSE = 97;
export const POP_JUMP_IF_NONE = 98;
export const POP_JUMP_IF_NOT_NONE = 99;
export const POP_JUMP_IF_TRUE = 100;
export const RAISE_VARARGS = 101;
export const RERAISE = 102;
export const RETURN_CONST = 103;
export const SEND = 104;
export const SET_ADD = 105;
export const SET_FUNCTION_ATTRIBUTE = 106;
export const SET_UPDATE = 107;
export const STORE_ATTR = 108;
export const STORE_DEREF = 109;
export const STORE_FAST = 110;
export const STORE_FAST_LOAD_FAST = 111;
export const STORE_FAST_STORE_FAST = 112;
export const STORE_GLOBAL = 113;
export const STORE_NAME = 114;
export const SWAP = 115;
export const UNPACK_EX = 116;
export const UNPACK_SEQUENCE = 117;
export const YIELD_VALUE = 118;
export const RESUME = 149;

/** The name of each opcode, by its number. */
export const opcodeNames: Readonly<Record<number, string>> = {
  [CACHE]: 'CACHE',
  [BEFORE_ASYNC_WITH]: 'BEFORE_ASYNC_WITH',
  [BEFORE_WITH]: 'BEFORE_WITH',
  [BINARY_SLICE]: 'BINARY_SLICE',
  [BINARY_SUBSCR]: 'BINARY_SUBSCR',
  [CHECK_EG_MATCH]: 'CHECK_EG_MATCH',
  [CHECK_EXC_MATCH]: 'CHECK_EXC_MATCH',
  [CLEANUP_THROW]: 'CLEANUP_THROW',
  [DELETE_SUBSCR]: 'DELETE_SUBSCR',
  [END_ASYNC_FOR]: 'END_ASYNC_FOR',
  [END_FOR]: 'END_FOR',
  [END_SEND]: 'END_SEND',
  [EXIT_INIT_CHECK]: 'EXIT_INIT_CHECK',
  [FORMAT_SIMPLE]: 'FORMAT_SIMPLE',
  [FORMAT_WITH_SPEC]: 'FORMAT_WITH_SPEC',
  [GET_AITER]: 'GET_AITER',
  [GET_ANEXT]: 'GET_ANEXT',
  [GET_ITER]: 'GET_ITER',
  [GET_LEN]: 'GET_LEN',
  [GET_YIELD_FROM_ITER]: 'GET_YIELD_FROM_ITER',
  [INTERPRETER_EXIT]: 'INTERPRETER_EXIT',
  [LOAD_ASSERTION_ERROR]: 'LOAD_ASSERTION_ERROR',
  [LOAD_BUILD_CLASS]: 'LOAD_BUILD_CLASS',
  [LOAD_LOCALS]: 'LOAD_LOCALS',
  [MAKE_FUNCTION]: 'MAKE_FUNCTION',
  [MATCH_KEYS]: 'MATCH_KEYS',
  [MATCH_MAPPING]: 'MATCH_MAPPING',
  [MATCH_SEQUENCE]: 'MATCH_SEQUENCE',
  [NOP]: 'NOP',
  [POP_EXCEPT]: 'POP_EXCEPT',
  [POP_TOP]: 'POP_TOP',
  [PUSH_EXC_INFO]: 'PUSH_EXC_INFO',
  [PUSH_NULL]: 'PUSH_NULL',
  [RETURN_GENERATOR]: 'RETURN_GENERATOR',
  [RETURN_VALUE]: 'RETURN_VALUE',
  [SETUP_ANNOTATIONS]: 'SETUP_ANNOTATIONS',
  [STORE_SLICE]: 'STORE_SLICE',
  [STORE_SUBSCR]: 'STORE_SUBSCR',
  [TO_BOOL]: 'TO_BOOL',
  [UNARY_INVERT]: 'UNARY_INVERT',
  [UNARY_NEGATIVE]: 'UNARY_NEGATIVE',
  [UNARY_NOT]: 'UNARY_NOT',
  [WITH_EXCEPT_START]: 'WITH_EXCEPT_START',
  [BINARY_OP]: 'BINARY_OP',
  [BUILD_CONST_KEY_MAP]: 'BUILD_CONST_KEY_MAP',
  [BUILD_LIST]: 'BUILD_LIST',
  [BUILD_MAP]: 'BUILD_MAP',
  [BUILD_SET]: 'BUILD_SET',
  [BUILD_SLICE]: 'BUILD_SLICE',
  [BUILD_STRING]: 'BUILD_STRING',
  [BUILD_TUPLE]: 'BUILD_TUPLE',
  [CALL]: 'CALL',
  [CALL_FUNCTION_EX]: 'CALL_FUNCTION_EX',
  [CALL_INTRINSIC_1]: 'CALL_INTRINSIC_1',
  [CALL_INTRINSIC_2]: 'CALL_INTRINSIC_2',
  [CALL_KW]: 'CALL_KW',
  [COMPARE_OP]: 'COMPARE_OP',
  [CONTAINS_OP]: 'CONTAINS_OP',
  [CONVERT_VALUE]: 'CONVERT_VALUE',
  [COPY]: 'COPY',
  [COPY_FREE_VARS]: 'COPY_FREE_VARS',
  [DELETE_ATTR]: 'DELETE_ATTR',
  [DELETE_DEREF]: 'DELETE_DEREF',
  [DELETE_FAST]: 'DELETE_FAST',
  [DELETE_GLOBAL]: 'DELETE_GLOBAL',
  [DELETE_NAME]: 'DELETE_NAME',
  [DICT_MERGE]: 'DICT_MERGE',
  [DICT_UPDATE]: 'DICT_UPDATE',
  [ENTER_EXECUTOR]: 'ENTER_EXECUTOR',
  [EXTENDED_ARG]: 'EXTENDED_ARG',
  [FOR_ITER]: 'FOR_ITER',
  [GET_AWAITABLE]: 'GET_AWAITABLE',
  [IMPORT_FROM]: 'IMPORT_FROM',
  [IMPORT_NAME]: 'IMPORT_NAME',
  [IS_OP]: 'IS_OP',
  [JUMP_BACKWARD]: 'JUMP_BACKWARD',
  [JUMP_BACKWARD_NO_INTERRUPT]: 'JUMP_BACKWARD_NO_INTERRUPT',
  [JUMP_FORWARD]: 'JUMP_FORWARD',
  [LIST_APPEND]: 'LIST_APPEND',
  [LIST_EXTEND]: 'LIST_EXTEND',
  [LOAD_ATTR]: 'LOAD_ATTR',
  [LOAD_CONST]: 'LOAD_CONST',
  [LOAD_DEREF]: 'LOAD_DEREF',
  [LOAD_FAST]: 'LOAD_FAST',
  [LOAD_FAST_AND_CLEAR]: 'LOAD_FAST_AND_CLEAR',
  [LOAD_FAST_CHECK]: 'LOAD_FAST_CHECK',
  [LOAD_FAST_LOAD_FAST]: 'LOAD_FAST_LOAD_FAST',
  [LOAD_FROM_DICT_OR_DEREF]: 'LOAD_FROM_DICT_OR_DEREF',
  [LOAD_FROM_DICT_OR_GLOBALS]: 'LOAD_FROM_DICT_OR_GLOBALS',
  [LOAD_GLOBAL]: 'LOAD_GLOBAL',
  [LOAD_NAME]: 'LOAD_NAME',
  [LOAD_SUPER_ATTR]: 'LOAD_SUPER_ATTR',
  [MAKE_CELL]: 'MAKE_CELL',
  [MAP_ADD]: 'MAP_ADD',
  [MATCH_CLASS]: 'MATCH_CLASS',
  [POP_JUMP_IF_FALSE]: 'POP_JUMP_IF_FALSE',
  [POP_JUMP_IF_NONE]: 'POP_JUMP_IF_NONE',
  [POP_JUMP_IF_NOT_NONE]: 'POP_JUMP_IF_NOT_NONE',
  [POP_JUMP_IF_TRUE]: 'POP_JUMP_IF_TRUE',
  [RAISE_VARARGS]: 'RAISE_VARARGS',
  [RERAISE]: 'RERAISE',
  [RETURN_CONST]: 'RETURN_CONST',
  [SEND]: 'SEND',
  [SET_ADD]: 'SET_ADD',
  [SET_FUNCTION_ATTRIBUTE]: 'SET_FUNCTION_ATTRIBUTE',
  [SET_UPDATE]: 'SET_UPDATE',
  [STORE_ATTR]: 'STORE_ATTR',
  [STORE_DEREF]: 'STORE_DEREF',
  [STORE_FAST]: 'STORE_FAST',
  [STORE_FAST_LOAD_FAST]: 'STORE_FAST_LOAD_FAST',
  [STORE_FAST_STORE_FAST]: 'STORE_FAST_STORE_FAST',
  [STORE_GLOBAL]: 'STORE_GLOBAL',
  [STORE_NAME]: 'STORE_NAME',
  [SWAP]: 'SWAP',
  [UNPACK_EX]: 'UNPACK_EX',
  [UNPACK_SEQUENCE]: 'UNPACK_SEQUENCE',
  [YIELD_VALUE]: 'YIELD_VALUE',
  [RESUME]: 'RESUME',
};

/** How many code units of inline cache follow the opcode; those not listed have none. */
export const cacheSizes: Readonly<Record<number, number>> = {
  [BINARY_SUBSCR]: 1,
  [STORE_SUBSCR]: 1,
  [TO_BOOL]: 3,
  [BINARY_OP]: 1,
  [CALL]: 3,
  [COMPARE_OP]: 1,
  [CONTAINS_OP]: 1,
  [FOR_ITER]: 1,
  [JUMP_BACKWARD]: 1,
  [LOAD_ATTR]: 9,
  [LOAD_GLOBAL]: 4,
  [LOAD_SUPER_ATTR]: 1,
  [POP_JUMP_IF_FALSE]: 1,
  [POP_JUMP_IF_NONE]: 1,
  [POP_JUMP_IF_NOT_NONE]: 1,
  [POP_JUMP_IF_TRUE]: 1,
  [SEND]: 1,
  [STORE_ATTR]: 4,
  [UNPACK_SEQUENCE]: 1,
};

/** Opcodes from BINARY_OP on take an argument, those below do not. */
export function hasArgument(opcode: number): boolean {
  return opcode >= BINARY_OP;
}

/** Opcodes whose argument is the place of another instruction (in `CodeObject.arguments`: that instruction's index). */
export const jumpOpcodes: ReadonlySet<number> = new Set([
  FOR_ITER,
  JUMP_BACKWARD,
  JUMP_BACKWARD_NO_INTERRUPT,
  JUMP_FORWARD,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  SEND,
]);
