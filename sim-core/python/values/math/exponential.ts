/**
 * `math.exp`, `exp2` and `expm1`, correctly rounded.
 * Models: CPython 3.13 over glibc, whose own results are off by up to 0.51 units in the last place (expm1: 1).
 */
import { powerOfTwo, scaleByPowerOfTwo } from '../int/int-division.ts';
import {
  ddAdd,
  ddAddFloat,
  ddDivide,
  ddMultiply,
  ddMultiplyFloat,
  ddOf,
  ddPolynomial,
  ddScale,
  exactProduct,
  exactSum,
  type DoubleDouble,
} from './double-double.ts';
import { rangeError } from './math-fault.ts';

/** ln 2 in parts of 40 bits, so that a small integer times the first two is exact. */
const ln2First = 0.6931471805592082;
const ln2Second = 7.371002565161996e-13;
const ln2Third = 5.8029889835956905e-25;

export const ln2: DoubleDouble = { hi: 0.6931471805599453, lo: 2.3190468138462996e-17 };

/** So many halvings of the argument before the series, undone by as many squarings. */
const halvings = 5;

/** 1/k! from k = 1 on, as the coefficients of (e^x - 1) / x. */
const coefficients: readonly DoubleDouble[] = inverseFactorials(14);

function inverseFactorials(count: number): readonly DoubleDouble[] {
  const values = [ddOf(1)];
  for (let k = 2; k <= count; k++) values.push(ddDivide(values[k - 2] as DoubleDouble, ddOf(k)));
  return values;
}

/** A number as `(1 + fraction) * 2**exponent`. */
interface Exponential {
  readonly fraction: DoubleDouble;
  readonly exponent: number;
}

/** e to the given power, for a magnitude below 2000. */
export function exponentialOf(x: DoubleDouble): Exponential {
  const exponent = Math.floor(x.hi * 1.4426950408889634 + 0.5);
  const first = ddAddFloat(x, -exponent * ln2First);
  const second = ddAdd(first, ddOf(-exponent * ln2Second));
  const reduced = exponent === 0 ? x : ddAdd(second, exactProduct(-exponent, ln2Third));
  const small = ddScale(reduced, powerOfTwo(-halvings));
  let fraction = ddMultiply(small, ddPolynomial(coefficients, small, 8));
  for (let turn = 0; turn < halvings; turn++) {
    fraction = ddAdd(ddScale(fraction, 2), ddMultiply(fraction, fraction));
  }
  return { fraction, exponent };
}

/** The float nearest to `value * 2**exponent`, where the value is near 1; also where the result is subnormal. */
export function scaleDoubleDouble(value: DoubleDouble, exponent: number): number {
  if (exponent > -1020) return scaleByPowerOfTwo(value.hi, exponent);
  if (exponent < -1080) return 0;
  // Adding a constant with the right last place rounds as the subnormal result will.
  const place = 1.5 * powerOfTwo(52 - 1074 - exponent);
  const rounded = exactSum(place, value.hi);
  const half = powerOfTwo(-1075 - exponent);
  let kept = rounded.hi - place;
  if (rounded.lo === half && value.lo > 0) kept += 2 * half;
  if (rounded.lo === -half && value.lo < 0) kept -= 2 * half;
  return scaleByPowerOfTwo(kept, exponent);
}

/** e to a double-double power as a float: 0 and Infinity beyond the floats. */
export function roundedExponential(x: DoubleDouble): number {
  if (x.hi > 710) return Infinity;
  if (x.hi < -746) return 0;
  const { fraction, exponent } = exponentialOf(x);
  return scaleDoubleDouble(ddAddFloat(fraction, 1), exponent);
}

/** e^x - 1 without loss near 0; for x up to 700. */
function ddExponentialMinusOne(x: DoubleDouble): DoubleDouble {
  if (x.hi < -80) return ddOf(-1);
  const { fraction, exponent } = exponentialOf(x);
  if (exponent === 0) return fraction;
  const power = scaleByPowerOfTwo(1, exponent);
  return ddAdd(ddAdd(ddScale(fraction, power), ddOf(power)), ddOf(-1));
}

/** `math.exp(x)`. */
export function exponential(x: number): number {
  if (!Number.isFinite(x)) return x === -Infinity ? 0 : x;
  const result = roundedExponential(ddOf(x));
  if (result === Infinity) throw rangeError();
  return result;
}

/** `math.expm1(x)`. */
export function exponentialMinusOne(x: number): number {
  if (!Number.isFinite(x)) return x === -Infinity ? -1 : x;
  if (x > 709.782712893384) throw rangeError();
  if (Math.abs(x) < 1e-300) return x;
  if (x > 600) return exponential(x);
  return ddExponentialMinusOne(ddOf(x)).hi;
}

/** `math.exp2(x)`. */
export function powerOfTwoOf(x: number): number {
  if (!Number.isFinite(x)) return x === -Infinity ? 0 : x;
  if (x >= 1024) throw rangeError();
  if (x < -1080) return 0;
  const whole = Math.floor(x + 0.5);
  const { fraction, exponent } = exponentialOf(ddMultiplyFloat(ln2, x - whole));
  return scaleDoubleDouble(ddAddFloat(fraction, 1), exponent + whole);
}
