/**
 * Operators on floats.
 * Models: CPython 3.13, Objects/floatobject.c.
 */
import type { BinaryOperator } from '../../syntax/ast.ts';
import type { Constant, FloatConstant } from '../code-object.ts';
import { floorDivideFloats, moduloFloats } from '../../values/float/float-division.ts';
import { powerFloats } from '../../values/math/power.ts';
import { ValueFault } from '../../values/value-fault.ts';
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
  ['//', (left, right) => (right === 0 ? undefined : float(floorDivideFloats(left, right)))],
  ['%', (left, right) => (right === 0 ? undefined : float(moduloFloats(left, right)))],
  ['**', power],
]);

export function floatOperation(operator: BinaryOperator, left: number, right: number): Constant | undefined {
  return operations.get(operator)?.(left, right);
}

function float(value: number): FloatConstant {
  return { kind: 'float', value };
}

/** What raises, or is complex, is left to the running program. */
function power(left: number, right: number): Constant | undefined {
  try {
    const value = powerFloats(left, right);
    return value === null ? undefined : float(value);
  } catch (fault) {
    if (fault instanceof ValueFault) return undefined;
    throw fault;
  }
}
