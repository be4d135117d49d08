/**
 * What the argument of an opcode means.
 * Models: CPython 3.13, Lib/opcode.py and Lib/_opcode_metadata.py.
 */
import * as op from './opcodes.ts';

/** Opcodes whose argument is an index into `constants`. */
export const constantOpcodes: ReadonlySet<number> = new Set([op.LOAD_CONST, op.RETURN_CONST]);

/** Opcodes whose argument is an index into `names`; LOAD_GLOBAL and LOAD_ATTR shift it left by 1 bit, LOAD_SUPER_ATTR by 2. */
export const nameOpcodes: ReadonlySet<number> = new Set([
  op.DELETE_ATTR,
  op.DELETE_GLOBAL,
  op.DELETE_NAME,
  op.IMPORT_FROM,
  op.IMPORT_NAME,
  op.LOAD_ATTR,
  op.LOAD_FROM_DICT_OR_GLOBALS,
  op.LOAD_GLOBAL,
  op.LOAD_NAME,
  op.LOAD_SUPER_ATTR,
  op.STORE_ATTR,
  op.STORE_GLOBAL,
  op.STORE_NAME,
]);

/** Opcodes whose argument is an index into `localsPlusNames` that stands for a cell. */
export const cellOpcodes: ReadonlySet<number> = new Set([
  op.DELETE_DEREF,
  op.LOAD_DEREF,
  op.LOAD_FROM_DICT_OR_DEREF,
  op.MAKE_CELL,
  op.STORE_DEREF,
]);

/** Opcodes whose argument is an index into `localsPlusNames`, or two of them of four bits each. */
export const localOpcodes: ReadonlySet<number> = new Set([
  op.DELETE_FAST,
  op.LOAD_FAST,
  op.LOAD_FAST_AND_CLEAR,
  op.LOAD_FAST_CHECK,
  op.LOAD_FAST_LOAD_FAST,
  op.STORE_FAST,
  op.STORE_FAST_LOAD_FAST,
  op.STORE_FAST_STORE_FAST,
]);

/** The operators of BINARY_OP by its argument; from 13 on the in-place ones. */
export const binaryOperators: readonly string[] = [
  '+',
  '&',
  '//',
  '<<',
  '@',
  '*',
  '%',
  '|',
  '**',
  '>>',
  '-',
  '/',
  '^',
  '+=',
  '&=',
  '//=',
  '<<=',
  '@=',
  '*=',
  '%=',
  '|=',
  '**=',
  '>>=',
  '-=',
  '/=',
  '^=',
];

/** The operators of COMPARE_OP: its argument shifted right by 5 bits; bit 4 of the argument asks for a bool. */
export const comparisonOperators: readonly string[] = ['<', '<=', '==', '!=', '>', '>='];

/** What CALL_INTRINSIC_1 calls, by its argument. */
export const unaryIntrinsics: readonly string[] = [
  'INTRINSIC_1_INVALID',
  'INTRINSIC_PRINT',
  'INTRINSIC_IMPORT_STAR',
  'INTRINSIC_STOPITERATION_ERROR',
  'INTRINSIC_ASYNC_GEN_WRAP',
  'INTRINSIC_UNARY_POSITIVE',
  'INTRINSIC_LIST_TO_TUPLE',
  'INTRINSIC_TYPEVAR',
  'INTRINSIC_PARAMSPEC',
  'INTRINSIC_TYPEVARTUPLE',
  'INTRINSIC_SUBSCRIPT_GENERIC',
  'INTRINSIC_TYPEALIAS',
];

/** What CALL_INTRINSIC_2 calls, by its argument. */
export const binaryIntrinsics: readonly string[] = [
  'INTRINSIC_2_INVALID',
  'INTRINSIC_PREP_RERAISE_STAR',
  'INTRINSIC_TYPEVAR_WITH_BOUND',
  'INTRINSIC_TYPEVAR_WITH_CONSTRAINTS',
  'INTRINSIC_SET_FUNCTION_TYPE_PARAMS',
  'INTRINSIC_SET_TYPEPARAM_DEFAULT',
];
