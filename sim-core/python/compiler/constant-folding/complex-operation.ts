/**
 * Operators on complex numbers.
 * Models: CPython 3.13, Objects/complexobject.c.
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

type Operation = (left: ComplexConstant, right: ComplexConstant) => Constant | undefined;

const operations: ReadonlyMap<BinaryOperator, Operation> = new Map<BinaryOperator, Operation>([
  ['+', (left, right) => ({ kind: 'complex', real: left.real + right.real, imag: left.imag + right.imag })],
  ['-', (left, right) => ({ kind: 'complex', real: left.real - right.real, imag: left.imag - right.imag })],
  ['*', product],
  ['/', quotient],
  ['**', power],
]);

export function complexOperation(
  operator: BinaryOperator,
  left: ComplexConstant,
  right: ComplexConstant,
): Constant | undefined {
  return operations.get(operator)?.(left, right);
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

const largestWholePower = 100;

/** By repeated multiplication for small whole exponents, else by way of angles. */
function power(left: ComplexConstant, right: ComplexConstant): Constant | undefined {
  if (right.imag === 0 && Number.isInteger(right.real) && Math.abs(right.real) <= largestWholePower) {
    const whole = wholePower(left, Math.abs(right.real));
    return right.real >= 0 ? whole : quotient({ kind: 'complex', real: 1, imag: 0 }, whole);
  }
  if (right.real === 0 && right.imag === 0) return { kind: 'complex', real: 1, imag: 0 };
  if (left.real === 0 && left.imag === 0) {
    return right.imag !== 0 || right.real < 0 ? undefined : { kind: 'complex', real: 0, imag: 0 };
  }
  if (right.imag !== 0) return undefined;
  const length = Math.hypot(left.real, left.imag) ** right.real;
  const angle = Math.atan2(left.imag, left.real) * right.real;
  return { kind: 'complex', real: length * Math.cos(angle), imag: length * Math.sin(angle) };
}

function wholePower(base: ComplexConstant, exponent: number): ComplexConstant {
  let result: ComplexConstant = { kind: 'complex', real: 1, imag: 0 };
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = product(result, square);
    square = product(square, square);
  }
  return result;
}

function product(one: ComplexConstant, two: ComplexConstant): ComplexConstant {
  const real = one.real * two.real - one.imag * two.imag;
  return { kind: 'complex', real, imag: one.real * two.imag + one.imag * two.real };
}
