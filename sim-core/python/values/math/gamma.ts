/**
 * `math.gamma` and `lgamma`, correctly rounded nearly always.
 * Models: CPython 3.13, m_tgamma and m_lgamma in Modules/mathmodule.c, whose results are off by up to 10 units in the last place;
 * for whole numbers up to 23 both are exact.
 */
import {
  ddAdd,
  ddAddFloat,
  ddDivide,
  ddMultiply,
  ddMultiplyFloat,
  ddNegate,
  ddOf,
  ddPolynomial,
  ddRatio,
  ddScale,
  ddSubtract,
  exactSum,
  type DoubleDouble,
} from './double-double.ts';
import { pi } from './angle-reduction.ts';
import { exponentialOf, scaleDoubleDouble } from './exponential.ts';
import { ddLogarithm } from './logarithm.ts';
import { domainError, rangeError } from './math-fault.ts';
import { ddSineAndCosine } from './trigonometry.ts';

const halfLogOf2Pi: DoubleDouble = { hi: 0.9189385332046728, lo: -3.8782941580672414e-17 };

/** B(2k) / (2k (2k-1)) of Stirling's series, as fractions. */
const stirling: readonly DoubleDouble[] = (
  [
    [1, 12],
    [-1, 360],
    [1, 1260],
    [-1, 1680],
    [1, 1188],
    [-691, 360360],
    [1, 156],
    [-3617, 122400],
    [43867, 244188],
    [-174611, 125400],
    [77683, 5796],
    [-236364091, 1506960],
    [657931, 300],
    [-3392780147, 93960],
    [1723168255201, 2492028],
  ] as const
).map(([numerator, denominator]) => ddRatio(numerator, denominator));

/** From here on Stirling's series is as precise as a double-double. */
const seriesFrom = 28;

/** A logarithm of Γ, with a product by which Γ is still to be divided. */
interface ShiftedGamma {
  readonly logarithm: DoubleDouble;
  readonly divisor: DoubleDouble;
}

/** Γ(x) for x above 0: steps up to where the series holds. */
function shiftedGamma(x: DoubleDouble): ShiftedGamma {
  let divisor = ddOf(1);
  let shifted = x;
  while (shifted.hi < seriesFrom) {
    divisor = ddMultiply(divisor, shifted);
    shifted = ddAddFloat(shifted, 1);
  }
  return { logarithm: stirlingSeries(shifted), divisor };
}

function stirlingSeries(x: DoubleDouble): DoubleDouble {
  const inverse = ddDivide(ddOf(1), x);
  const series = ddMultiply(inverse, ddPolynomial(stirling, ddMultiply(inverse, inverse), 8));
  const main = ddSubtract(ddMultiply(ddAddFloat(x, -0.5), ddLogarithm(x)), x);
  return ddAdd(ddAdd(main, halfLogOf2Pi), series);
}

/** `math.gamma(x)`. */
export function gamma(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x === -Infinity || x === 0 || (x < 0 && Number.isInteger(x))) throw domainError();
  if (Math.abs(x) < 1e-20) return checkedRange(1 / x);
  if (x > 200) throw rangeError();
  if (x < -200) return sineOfPiTimes(x).hi < 0 ? -0 : 0;
  const { logarithm, divisor } = shiftedGamma(x > 0 ? ddOf(x) : exactSum(1, -x));
  const { fraction, exponent } = exponentialOf(logarithm);
  const power = ddAddFloat(fraction, 1);
  if (x > 0) {
    const reduced = ddDivide(power, divisor);
    return checkedRange(normalised(reduced, exponent));
  }
  const sine = sineOfPiTimes(x);
  const product = ddDivide(ddMultiply(pi, divisor), ddMultiply(sine, power));
  return normalised(product, -exponent);
}

/** `value * 2**exponent`, rounded once. */
function normalised(value: DoubleDouble, exponent: number): number {
  let shift = 0;
  let reduced = value;
  while (Math.abs(reduced.hi) < 0.5) {
    reduced = ddScale(reduced, 2);
    shift--;
  }
  while (Math.abs(reduced.hi) >= 1) {
    reduced = ddScale(reduced, 0.5);
    shift++;
  }
  return scaleDoubleDouble(reduced, exponent + shift);
}

function checkedRange(value: number): number {
  if (Math.abs(value) === Infinity) throw rangeError();
  return value;
}

/** sin(πx), exactly reduced first. */
function sineOfPiTimes(x: number): DoubleDouble {
  const nearest = Math.round(x);
  const rest = x - nearest;
  const isOdd = Math.abs(nearest % 2) === 1;
  const magnitude = Math.abs(rest);
  const angle = ddMultiplyFloat(pi, magnitude > 0.25 ? 0.5 - magnitude : magnitude);
  const both = ddSineAndCosine(angle);
  const sine = magnitude > 0.25 ? both.cosine : both.sine;
  return rest < 0 !== isOdd ? ddNegate(sine) : sine;
}

/** `math.lgamma(x)`: the natural logarithm of the magnitude of Γ(x). */
export function logarithmOfGamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (x <= 0 && Number.isInteger(x)) throw domainError();
  if (x === 1 || x === 2) return 0;
  if (Math.abs(x) < 1e-20) return -ddLogarithm(ddOf(Math.abs(x))).hi;
  if (x > 2.5e305) throw rangeError();
  const { logarithm, divisor } = shiftedGamma(x > 0 ? ddOf(x) : exactSum(1, -x));
  const positive = divisor.hi === 1 ? logarithm : ddSubtract(logarithm, ddLogarithm(divisor));
  if (x > 0) return positive.hi;
  const sine = sineOfPiTimes(x);
  const reflected = ddDivide(pi, sine.hi < 0 ? ddNegate(sine) : sine);
  return ddSubtract(ddLogarithm(reflected), positive).hi;
}
