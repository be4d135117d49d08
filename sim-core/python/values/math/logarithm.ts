/**
 * `math.log`, `log2`, `log10` and `log1p`, correctly rounded but for log10.
 * Models: CPython 3.13 over glibc, whose own results are off by up to 0.52 units in the last place (log10, log1p: 1 to 2).
 */
import { floatParts } from '../float/float-bits.ts';
import { bitLength } from '../int/int-bits.ts';
import { trueDivideInts, scaleByPowerOfTwo } from '../int/int-division.ts';
import type { Int } from '../int/int.ts';
import { ValueFault } from '../value-fault.ts';
import {
  ddAdd,
  ddAddFloat,
  ddDivide,
  ddMultiply,
  ddMultiplyFloat,
  ddOf,
  ddPolynomial,
  ddRatio,
  exactSum,
  type DoubleDouble,
} from './double-double.ts';
import { ln2 } from './exponential.ts';
import { domainError } from './math-fault.ts';

const log2OfE: DoubleDouble = { hi: 1.4426950408889634, lo: 2.0355273740931033e-17 };
const log10OfE = 0.4342944819032518;
/** The decimal logarithm of 2: the first 41 bits, so that a power times them is exact, and the rest. */
const log10Of2High = 0.30102999566361177;
const log10Of2Low = 3.694239077158931e-13;

/** 2/(2k+1), as the coefficients of ln((1+s)/(1-s)) / s in powers of s². */
const coefficients: readonly DoubleDouble[] = Array.from({ length: 22 }, (_, k) => ddRatio(2, 2 * k + 1));

/** `mantissa * 2**exponent` with a mantissa between √½ and √2. */
interface Scaled {
  readonly mantissa: number;
  readonly exponent: number;
}

function scaled(x: number): Scaled {
  const { mantissa, exponent } = floatParts(x);
  let power = exponent + bitLength(mantissa) - 1;
  if (scaleByPowerOfTwo(x, -power) > Math.SQRT2) power++;
  return { mantissa: scaleByPowerOfTwo(x, -power), exponent: power };
}

/** ln((1+s)/(1-s)) for a magnitude of s up to 0.18. */
function logarithmOfRatio(s: DoubleDouble): DoubleDouble {
  return ddMultiply(s, ddPolynomial(coefficients, ddMultiply(s, s), 11));
}

/** The logarithm of a number near 1, which is given as its distance from 1. */
function logarithmNearOne(distance: DoubleDouble): DoubleDouble {
  return logarithmOfRatio(ddDivide(distance, ddAddFloat(distance, 2)));
}

/** The natural logarithm of a number above 0. */
export function ddLogarithm(x: DoubleDouble): DoubleDouble {
  const { mantissa, exponent } = scaled(x.hi);
  const distance = ddAddFloat(exactSum(mantissa, scaleByPowerOfTwo(x.lo, -exponent)), -1);
  const fraction = logarithmNearOne(distance);
  return exponent === 0 ? fraction : ddAdd(ddMultiplyFloat(ln2, exponent), fraction);
}

/** Nan, infinities and what lies outside of the domain; null if there is something to compute. */
function specialLogarithm(x: number): number | null {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x <= 0) throw domainError();
  return null;
}

/** `math.log(x)`. */
export function naturalLogarithm(x: number): number {
  return specialLogarithm(x) ?? ddLogarithm(ddOf(x)).hi;
}

/** `math.log2(x)`. */
export function binaryLogarithm(x: number): number {
  const special = specialLogarithm(x);
  if (special !== null) return special;
  const { mantissa, exponent } = scaled(x);
  const fraction = ddMultiply(logarithmNearOne(ddOf(mantissa - 1)), log2OfE);
  return ddAddFloat(fraction, exponent).hi;
}

/** `math.log10(x)`, by the formula of plain floats that glibc uses: off by up to 2 units, but by the same. */
export function decimalLogarithm(x: number): number {
  const special = specialLogarithm(x);
  if (special !== null) return special;
  const { mantissa, exponent } = floatParts(x);
  const floor = exponent + bitLength(mantissa) - 1;
  const power = floor < 0 ? floor + 1 : floor;
  const rest = power * log10Of2Low + log10OfE * naturalLogarithm(scaleByPowerOfTwo(x, -power));
  return rest + power * log10Of2High;
}

/** `math.log1p(x)`. */
export function logarithmOfOnePlus(x: number): number {
  if (Number.isNaN(x) || x === Infinity || Math.abs(x) < 1e-300) return x;
  if (x <= -1) throw domainError();
  if (x > 1e300) return naturalLogarithm(x);
  return Math.abs(x) < 0.29 ? logarithmNearOne(ddOf(x)).hi : ddLogarithm(exactSum(x, 1)).hi;
}

/** `math.log`, `log2` or `log10` of an int, which may be too large for a float. */
export function logarithmOfInt(value: Int, logarithm: (x: number) => number): number {
  if (value <= 0) throw domainError();
  const nearest = Number(value);
  if (nearest !== Infinity) return logarithm(nearest);
  const exponent = bitLength(value);
  const mantissa = trueDivideInts(value, 1n << BigInt(exponent));
  return logarithm(mantissa) + logarithm(2) * exponent;
}

/** `math.log(x, base)` from the two natural logarithms. */
export function quotientOfLogarithms(ofX: number, ofBase: number): number {
  if (ofBase === 0) throw new ValueFault('ZeroDivisionError', 'float division by zero');
  return ofX / ofBase;
}
