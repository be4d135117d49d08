/**
 * The argument of an instruction as a number and in words.
 * Models: CPython 3.13, Lib/dis.py (`ArgResolver`).
 */
import type { CodeObject } from '../code-object.ts';
import { constantRepr } from '../constant-repr.ts';
import {
  binaryIntrinsics,
  binaryOperators,
  cellOpcodes,
  comparisonOperators,
  constantOpcodes,
  localOpcodes,
  nameOpcodes,
  unaryIntrinsics,
} from '../opcode-operands.ts';
import * as op from '../opcodes.ts';

/** The argument as it stands in the bytes: for a jump, its distance in code units. */
export function rawArgument(code: CodeObject, index: number): number {
  const opcode = code.opcodes[index] ?? 0;
  const argument = code.arguments[index] ?? 0;
  if (!op.jumpOpcodes.has(opcode)) return argument;
  const end = (code.offsets[index] ?? 0) + 1 + (op.cacheSizes[opcode] ?? 0);
  const distance = startOf(code, argument) - end;
  return opcode === op.JUMP_BACKWARD || opcode === op.JUMP_BACKWARD_NO_INTERRUPT ? -distance : distance;
}

/** Where an instruction starts with its EXTENDED_ARGs: right after the one before. */
function startOf(code: CodeObject, index: number): number {
  if (index === 0) return 0;
  const before = index - 1;
  return (code.offsets[before] ?? 0) + 1 + (op.cacheSizes[code.opcodes[before] ?? 0] ?? 0);
}

const conversions = ['', 'str', 'repr', 'ascii'];
const functionAttributes: Readonly<Record<number, string>> = {
  1: 'defaults',
  2: 'kwdefaults',
  4: 'annotations',
  8: 'closure',
};

const inWords: ReadonlyMap<number, (argument: number) => string> = new Map([
  [op.COMPARE_OP, comparison],
  [op.BINARY_OP, (argument: number) => binaryOperators[argument] ?? ''],
  [op.CONVERT_VALUE, (argument: number) => conversions[argument] ?? ''],
  [op.SET_FUNCTION_ATTRIBUTE, (argument: number) => functionAttributes[argument] ?? ''],
  [op.CALL_INTRINSIC_1, (argument: number) => unaryIntrinsics[argument] ?? ''],
  [op.CALL_INTRINSIC_2, (argument: number) => binaryIntrinsics[argument] ?? ''],
]);

function comparison(argument: number): string {
  const operator = comparisonOperators[argument >> 5] ?? '';
  return (argument & 16) === 0 ? operator : `bool(${operator})`;
}

/** In words, or empty. */
export function shownArgument(code: CodeObject, index: number, labels: ReadonlyMap<number, number>): string {
  const opcode = code.opcodes[index] ?? 0;
  const argument = code.arguments[index] ?? 0;
  if (op.jumpOpcodes.has(opcode)) return `to L${labels.get(argument) ?? 0}`;
  if (constantOpcodes.has(opcode)) return constantRepr(code.constants[argument] ?? null);
  if (nameOpcodes.has(opcode)) return shownName(code, opcode, argument);
  if (cellOpcodes.has(opcode)) return code.localsPlusNames[argument] ?? '';
  if (localOpcodes.has(opcode)) return shownLocal(code, opcode, argument);
  return inWords.get(opcode)?.(argument) ?? '';
}

function shownName(code: CodeObject, opcode: number, argument: number): string {
  const shift = opcode === op.LOAD_SUPER_ATTR ? 2 : opcode === op.LOAD_GLOBAL || opcode === op.LOAD_ATTR ? 1 : 0;
  const name = code.names[argument >> shift] ?? '';
  if (shift === 0 || (argument & 1) === 0) return name;
  return `${name} + ${opcode === op.LOAD_GLOBAL ? 'NULL' : 'NULL|self'}`;
}

function shownLocal(code: CodeObject, opcode: number, argument: number): string {
  const { localsPlusNames } = code;
  const isPair =
    opcode === op.LOAD_FAST_LOAD_FAST || opcode === op.STORE_FAST_LOAD_FAST || opcode === op.STORE_FAST_STORE_FAST;
  if (!isPair) return localsPlusNames[argument] ?? '';
  return `${localsPlusNames[argument >> 4] ?? ''}, ${localsPlusNames[argument & 15] ?? ''}`;
}
