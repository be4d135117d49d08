/**
 * Complex numbers.
 * Models: CPython 3.13, Objects/complexobject.c.
 */
import { exponential } from '../math/exponential.ts';
import { arcTangentOfRatio } from '../math/inverse-trigonometry.ts';
import { naturalLogarithm } from '../math/logarithm.ts';
import { mathPower } from '../math/power.ts';
import { euclideanNorm } from '../math/roots.ts';
import { cosine, sine } from '../math/trigonometry.ts';
import { ValueFault } from '../value-fault.ts';

export interface Complex {
  readonly real: number;
  readonly imaginary: number;
}

const one: Complex = { real: 1, imaginary: 0 };

export function addComplex(a: Complex, b: Complex): Complex {
  return { real: a.real + b.real, imaginary: a.imaginary + b.imaginary };
}

export function subtractComplex(a: Complex, b: Complex): Complex {
  return { real: a.real - b.real, imaginary: a.imaginary - b.imaginary };
}

export function multiplyComplex(a: Complex, b: Complex): Complex {
  return {
    real: a.real * b.real - a.imaginary * b.imaginary,
    imaginary: a.real * b.imaginary + a.imaginary * b.real,
  };
}

export function divideComplex(a: Complex, b: Complex): Complex {
  const quotient = quotientOf(a, b);
  if (quotient === null) throw new ValueFault('ZeroDivisionError', 'complex division by zero');
  return quotient;
}

/** R. L. Smith's algorithm of 1962: the larger part of the divisor is divided out first. */
function quotientOf(a: Complex, b: Complex): Complex | null {
  if (b.real === 0 && b.imaginary === 0) return null;
  if (Math.abs(b.real) >= Math.abs(b.imaginary)) {
    const ratio = b.imaginary / b.real;
    const divisor = b.real + b.imaginary * ratio;
    return {
      real: (a.real + a.imaginary * ratio) / divisor,
      imaginary: (a.imaginary - a.real * ratio) / divisor,
    };
  }
  if (Math.abs(b.imaginary) >= Math.abs(b.real)) {
    const ratio = b.real / b.imaginary;
    const divisor = b.real * ratio + b.imaginary;
    return {
      real: (a.real * ratio + a.imaginary) / divisor,
      imaginary: (a.imaginary * ratio - a.real) / divisor,
    };
  }
  return { real: Number.NaN, imaginary: Number.NaN };
}

/** `abs(value)`. */
export function absoluteComplex({ real, imaginary }: Complex): number {
  const magnitude = euclideanNorm([real, imaginary]);
  if (magnitude === Infinity && Number.isFinite(real) && Number.isFinite(imaginary)) {
    throw new ValueFault('OverflowError', 'absolute value too large');
  }
  return magnitude;
}

export function powerComplex(base: Complex, exponent: Complex): Complex {
  const { real } = exponent;
  const isSmallInt = exponent.imaginary === 0 && Number.isInteger(real) && Math.abs(real) <= 100;
  const result = isSmallInt ? integerPower(base, real) : generalPowerInRange(base, exponent);
  if (result === null) {
    throw new ValueFault('ZeroDivisionError', '0.0 to a negative or complex power');
  }
  if (Math.abs(result.real) === Infinity || Math.abs(result.imaginary) === Infinity) {
    throw new ValueFault('OverflowError', 'complex exponentiation');
  }
  return result;
}

/** Whatever overflows on the way is said of the power itself. */
function generalPowerInRange(base: Complex, exponent: Complex): Complex | null {
  try {
    return generalPower(base, exponent);
  } catch (fault) {
    if (fault instanceof ValueFault && fault.type === 'OverflowError')
      throw new ValueFault('OverflowError', 'complex exponentiation');
    throw fault;
  }
}

/** By squaring. */
function integerPower(base: Complex, exponent: number): Complex | null {
  let result = one;
  let square = base;
  for (let rest = Math.abs(exponent); rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) result = multiplyComplex(result, square);
    square = multiplyComplex(square, square);
  }
  return exponent < 0 ? quotientOf(one, result) : result;
}

function generalPower(base: Complex, exponent: Complex): Complex | null {
  if (exponent.real === 0 && exponent.imaginary === 0) return one;
  if (base.real === 0 && base.imaginary === 0) {
    return exponent.imaginary !== 0 || exponent.real < 0 ? null : { real: 0, imaginary: 0 };
  }
  const magnitude = euclideanNorm([base.real, base.imaginary]);
  const angle = arcTangentOfRatio(base.imaginary, base.real);
  let length = mathPower(magnitude, exponent.real);
  let phase = angle * exponent.real;
  if (exponent.imaginary !== 0) {
    length /= exponential(angle * exponent.imaginary);
    phase += exponent.imaginary * naturalLogarithm(magnitude);
  }
  return { real: length * cosine(phase), imaginary: length * sine(phase) };
}
