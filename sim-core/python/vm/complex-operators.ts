/** Operators on complex numbers, and on one and another number. Models: complex_add and the like in Objects/complexobject.c. */
import { PyComplex } from '../objects/py-complex.ts';
import { PyFloat } from '../objects/py-float.ts';
import type { Value } from '../objects/value.ts';
import {
  addComplex,
  divideComplex,
  multiplyComplex,
  powerComplex,
  subtractComplex,
} from '../values/complex/complex-arithmetic.ts';
import type { Complex } from '../values/complex/complex-arithmetic.ts';
import { intToFloat } from '../values/int/int-float.ts';
import { numberOf } from './compare.ts';

/** By the number of the operator in BINARY_OP. */
const operations: ReadonlyMap<number, (a: Complex, b: Complex) => Complex> = new Map([
  [0, addComplex],
  [5, multiplyComplex],
  [8, powerComplex],
  [10, subtractComplex],
  [11, divideComplex],
]);

export function complexOperation(op: number, a: Value, b: Value): Value | undefined {
  const operation = operations.get(op);
  const x = asComplex(a);
  const y = asComplex(b);
  if (x === null || y === null || operation === undefined) return undefined;
  const { real, imaginary } = operation(x, y);
  return new PyComplex(real, imaginary);
}

function asComplex(value: Value): Complex | null {
  if (value instanceof PyComplex) return { real: value.real, imaginary: value.imag };
  const number = numberOf(value);
  if (number === null) return null;
  return { real: number instanceof PyFloat ? number.value : intToFloat(number), imaginary: 0 };
}

export function complexPower(base: number, exponent: number): PyComplex {
  const { real, imaginary } = powerComplex({ real: base, imaginary: 0 }, { real: exponent, imaginary: 0 });
  return new PyComplex(real, imaginary);
}
