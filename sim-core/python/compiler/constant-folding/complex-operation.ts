/**
 * Operators on complex numbers.
 * Models: CPython 3.13, Objects/complexobject.c.
 * Leaves out: `**`, which is left to run time.
 */
import type { BinaryOperator } from '../../syntax/ast.ts';
import type { ComplexConstant, Constant } from '../code-object.ts';
import { floatOf } from './float-operation.ts';

/** The value of a number as a complex one, else null. */
export function complexOf(value: Constant): ComplexConstant | null {
  if (typeof value === 'object' && value?.kind === 'complex') return value;
  const real = floatOf(value);
  return real === null ? null : { kind: 'complex', real, imag: 0 };
}

export function complexOperation(
  operator: BinaryOperator,
  left: ComplexConstant,
  right: ComplexConstant,
): Constant | undefined {
  const [a, b, c, d] = [left.real, left.imag, right.real, right.imag];
  switch (operator) {
    case '+':
      return { kind: 'complex', real: a + c, imag: b + d };
    case '-':
      return { kind: 'complex', real: a - c, imag: b - d };
    case '*':
      return { kind: 'complex', real: a * c - b * d, imag: a * d + b * c };
    case '/':
      return quotient(left, right);
    default:
      return undefined;
  }
}

/** Divides by the bigger part first, so that nothing overflows on the way. */
function quotient(left: ComplexConstant, right: ComplexConstant): Constant | undefined {
  const [a, b, c, d] = [left.real, left.imag, right.real, right.imag];
  if (c === 0 && d === 0) return undefined;
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const whole = c + d * ratio;
    return { kind: 'complex', real: (a + b * ratio) / whole, imag: (b - a * ratio) / whole };
  }
  const ratio = c / d;
  const whole = c * ratio + d;
  return { kind: 'complex', real: (a * ratio + b) / whole, imag: (b * ratio - a) / whole };
}
