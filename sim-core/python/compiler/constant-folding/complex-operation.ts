/**
 * Operators on complex numbers.
 * Models: CPython 3.13, Objects/complexobject.c.
 */
import type { BinaryOperator } from '../../syntax/ast.ts';
import type { ComplexConstant, Constant } from '../code-object.ts';
import {
  addComplex,
  divideComplex,
  multiplyComplex,
  powerComplex,
  subtractComplex,
} from '../../values/complex/complex-arithmetic.ts';
import type { Complex } from '../../values/complex/complex-arithmetic.ts';
import { ValueFault } from '../../values/value-fault.ts';
import { floatOf } from './float-operation.ts';

/** The value of a number as a complex one, else null. */
export function complexOf(value: Constant): ComplexConstant | null {
  if (typeof value === 'object' && value?.kind === 'complex') return value;
  const real = floatOf(value);
  return real === null ? null : { kind: 'complex', real, imag: 0 };
}

type Operation = (left: Complex, right: Complex) => Complex;

const operations: ReadonlyMap<BinaryOperator, Operation> = new Map<BinaryOperator, Operation>([
  ['+', addComplex],
  ['-', subtractComplex],
  ['*', multiplyComplex],
  ['/', divideComplex],
  ['**', powerComplex],
]);

export function complexOperation(
  operator: BinaryOperator,
  left: ComplexConstant,
  right: ComplexConstant,
): Constant | undefined {
  const operation = operations.get(operator);
  if (operation === undefined) return undefined;
  try {
    const { real, imaginary } = operation(complexValue(left), complexValue(right));
    return { kind: 'complex', real, imag: imaginary };
  } catch (fault) {
    // What raises is left to the running program.
    if (fault instanceof ValueFault) return undefined;
    throw fault;
  }
}

function complexValue({ real, imag }: ComplexConstant): Complex {
  return { real, imaginary: imag };
}
