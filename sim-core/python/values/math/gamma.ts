/**
 * `math.gamma` and `lgamma`.
 * Models: CPython 3.13, m_tgamma and m_lgamma in Modules/mathmodule.c, which use C. Lanczos' approximation (1964) with 13 terms
 * in plain floats: steps and order are the same here, so that the last digits are too.
 */
import { exponential } from './exponential.ts';
import { copySign } from './float-structure.ts';
import { naturalLogarithm } from './logarithm.ts';
import { domainError, rangeError } from './math-fault.ts';
import { mathPower } from './power.ts';
import { cosine, sine } from './trigonometry.ts';

const pi = 3.141592653589793;
const logarithmOfPi = 1.1447298858494002;

/** The parameter g of the approximation. */
const g = 6.02468004077673;
const gLessHalf = 5.52468004077673;

/** The numerator's coefficients, from the lowest power up, by P. Godfrey's method (2001) for this g. */
const numerator = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
] as const;

/** The coefficients of x (x+1) … (x+11). */
const denominator = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
] as const;

/** The approximation's rational function, by Horner's rule in x or, for larger numbers, in 1/x. */
function lanczosSum(x: number): number {
  let above = 0;
  let below = 0;
  const count = numerator.length;
  for (let step = 0; step < count; step++) {
    const power = x < 5 ? count - 1 - step : step;
    above = (x < 5 ? above * x : above / x) + (numerator[power] as number);
    below = (x < 5 ? below * x : below / x) + (denominator[power] as number);
  }
  return above / below;
}

/** sin(πx) without loss for large x. */
function sineOfPiTimes(x: number): number {
  const turned = Math.abs(x) % 2;
  const quarter = Math.floor(2 * turned + 0.5);
  const values = [
    () => sine(pi * turned),
    () => cosine(pi * (turned - 0.5)),
    () => sine(pi * (1 - turned)),
    () => -cosine(pi * (turned - 1.5)),
    () => sine(pi * (turned - 2)),
  ] as const;
  return copySign(1, x) * (values[quarter] as () => number)();
}

/** `math.gamma(x)`. */
export function gamma(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x === -Infinity || x === 0 || (x < 0 && Number.isInteger(x))) throw domainError();
  if (Number.isInteger(x) && x <= 23) return smallFactorial(x - 1);
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return checkedRange(1 / x);
  if (magnitude > 200) {
    if (x > 0) throw rangeError();
    return copySign(0, sineOfPiTimes(x));
  }
  return checkedRange(x < 0 ? reflectedGamma(magnitude) : positiveGamma(magnitude));
}

function smallFactorial(n: number): number {
  let product = 1;
  for (let factor = 2; factor <= n; factor++) product *= factor;
  return product;
}

function checkedRange(value: number): number {
  if (Math.abs(value) === Infinity) throw rangeError();
  return value;
}

/** x + g - ½, and what its rounding changes in relation to the result. */
function shifted(x: number): readonly [y: number, correction: number] {
  const y = x + gLessHalf;
  const lost = x > gLessHalf ? y - x - gLessHalf : y - gLessHalf - x;
  return [y, (lost * g) / y];
}

function positiveGamma(x: number): number {
  const [y, correction] = shifted(x);
  let result = lanczosSum(x) / exponential(y);
  result += correction * result;
  if (x < 140) return result * mathPower(y, x - 0.5);
  const root = mathPower(y, x / 2 - 0.25);
  return result * root * root;
}

/** Γ(-x) from Γ(x). */
function reflectedGamma(x: number): number {
  const [y, correction] = shifted(x);
  let result = ((-pi / sineOfPiTimes(x) / x) * exponential(y)) / lanczosSum(x);
  result -= correction * result;
  if (x < 140) return result / mathPower(y, x - 0.5);
  const root = mathPower(y, x / 2 - 0.25);
  return result / root / root;
}

/** `math.lgamma(x)`: the natural logarithm of the magnitude of Γ(x). */
export function logarithmOfGamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (x <= 0 && Number.isInteger(x)) throw domainError();
  if (x === 1 || x === 2) return 0;
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return -naturalLogarithm(magnitude);
  let result = naturalLogarithm(lanczosSum(magnitude)) - g;
  result += (magnitude - 0.5) * (naturalLogarithm(magnitude + g - 0.5) - 1);
  if (x < 0) {
    const sineLogarithm = naturalLogarithm(Math.abs(sineOfPiTimes(magnitude)));
    result = logarithmOfPi - sineLogarithm - naturalLogarithm(magnitude) - result;
  }
  return checkedRange(result);
}
