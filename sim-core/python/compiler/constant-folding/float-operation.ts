/**
 * Operators on floats.
 * Models: CPython 3.13, Objects/floatobject.c.
 */
import type { BinaryOperator } from '../../syntax/ast.ts';
import type { Constant, FloatConstant } from '../code-object.ts';
import { integerOf } from './integer.ts';

/** The value of a float, int or bool, else null. */
export function floatOf(value: Constant): number | null {
  if (typeof value === 'object' && value?.kind === 'float') return value.value;
  const integer = integerOf(value);
  return integer === null ? null : Number(integer);
}

type Operation = (left: number, right: number) => Constant | undefined;

const operations: ReadonlyMap<BinaryOperator, Operation> = new Map<BinaryOperator, Operation>([
  ['+', (left, right) => float(left + right)],
  ['-', (left, right) => float(left - right)],
  ['*', (left, right) => float(left * right)],
  ['/', (left, right) => (right === 0 ? undefined : float(left / right))],
  ['//', (left, right) => (right === 0 ? undefined : float(floorQuotient(left, right)))],
  ['%', (left, right) => (right === 0 ? undefined : float(floorRemainder(left, right)))],
  ['**', power],
]);

export function floatOperation(operator: BinaryOperator, left: number, right: number): Constant | undefined {
  return operations.get(operator)?.(left, right);
}

function float(value: number): FloatConstant {
  return { kind: 'float', value };
}

function floorRemainder(left: number, right: number): number {
  const remainder = left % right;
  if (remainder === 0) return right < 0 ? -0 : 0;
  return remainder < 0 === right < 0 ? remainder : remainder + right;
}

function floorQuotient(left: number, right: number): number {
  let quotient = (left - floorRemainder(left, right)) / right;
  if (quotient === 0) return left / right < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  quotient = quotient - floor > 0.5 ? floor + 1 : floor;
  return quotient;
}

function power(left: number, right: number): Constant | undefined {
  if (left === 0 && right < 0) return undefined;
  if (left < 0 && !Number.isInteger(right)) return undefined;
  const value = left ** right;
  // Too big is an OverflowError.
  if (!Number.isFinite(value) && Number.isFinite(left) && Number.isFinite(right)) return undefined;
  return float(value);
}
