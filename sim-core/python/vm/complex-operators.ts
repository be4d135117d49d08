/** Complex arithmetic. Models: Objects/complexobject.c. */
import { PyComplex } from '../objects/py-complex.ts';
import { PyFloat } from '../objects/py-float.ts';
import type { Value } from '../objects/value.ts';
import { intToFloat } from '../values/int/int-float.ts';
import { numberOf } from './compare.ts';
import { raised } from './raise.ts';
import { Unsupported } from './raise.ts';

export function complexOperation(op: number, a: Value, b: Value): Value | undefined {
  const x = asComplex(a);
  const y = asComplex(b);
  if (x === null || y === null) return undefined;
  switch (op) {
    case 0:
      return new PyComplex(x.real + y.real, x.imag + y.imag);
    case 5:
      return product(x, y);
    case 8:
      return complexPower(x, y);
    case 10:
      return new PyComplex(x.real - y.real, x.imag - y.imag);
    case 11:
      return quotient(x, y);
    default:
      return undefined;
  }
}

function asComplex(value: Value): PyComplex | null {
  if (value instanceof PyComplex) return value;
  const number = numberOf(value);
  if (number === null) return null;
  return new PyComplex(number instanceof PyFloat ? number.value : intToFloat(number), 0);
}

function product(x: PyComplex, y: PyComplex): PyComplex {
  return new PyComplex(x.real * y.real - x.imag * y.imag, x.real * y.imag + x.imag * y.real);
}

function quotient(x: PyComplex, y: PyComplex): PyComplex {
  if (y.real === 0 && y.imag === 0) throw raised('ZeroDivisionError', 'complex division by zero');
  if (Math.abs(y.real) >= Math.abs(y.imag)) {
    const ratio = y.imag / y.real;
    const denominator = y.real + y.imag * ratio;
    return new PyComplex((x.real + x.imag * ratio) / denominator, (x.imag - x.real * ratio) / denominator);
  }
  const ratio = y.real / y.imag;
  const denominator = y.real * ratio + y.imag;
  return new PyComplex((x.real * ratio + x.imag) / denominator, (x.imag * ratio - x.real) / denominator);
}

/** Whole exponents by repeated multiplication, as CPython does up to 100. */
export function complexPower(x: PyComplex, y: PyComplex): PyComplex {
  if (y.imag !== 0 || !Number.isInteger(y.real) || Math.abs(y.real) > 100)
    throw new Unsupported('complex powers with a fractional exponent');
  let result = new PyComplex(1, 0);
  for (let i = 0; i < Math.abs(y.real); i += 1) result = product(result, x);
  return y.real < 0 ? quotient(new PyComplex(1, 0), result) : result;
}
