/**
 * `math.sinh`, `cosh`, `tanh` and their inverses.
 * Models: CPython 3.13 over glibc, whose formulas of plain floats (fdlibm's) are followed so that results agree to the last digit
 * wherever glibc's own expm1 and log1p are correctly rounded, as ours always are.
 */
import { exponential, exponentialMinusOne } from './exponential.ts';
import { logarithmOfOnePlus, naturalLogarithm } from './logarithm.ts';
import { domainError, rangeError } from './math-fault.ts';

const ln2 = 0.6931471805599453;
const largestExponent = 709.782712893384;

/** `math.sinh(x)`. */
export function hyperbolicSine(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < 1e-9) return x;
  const magnitude = Math.abs(x);
  const half = x < 0 ? -0.5 : 0.5;
  if (magnitude >= 22) return halfExponential(magnitude) * (x < 0 ? -1 : 1);
  const grown = exponentialMinusOne(magnitude);
  if (magnitude < 1) return half * (2 * grown - (grown * grown) / (grown + 1));
  return half * (grown + grown / (grown + 1));
}

/** `math.cosh(x)`. */
export function hyperbolicCosine(x: number): number {
  if (!Number.isFinite(x)) return Math.abs(x);
  const magnitude = Math.abs(x);
  if (magnitude >= 22) return halfExponential(magnitude);
  if (magnitude < 0.5 * ln2) {
    const grown = exponentialMinusOne(magnitude);
    const next = 1 + grown;
    return 1 + (grown * grown) / (next + next);
  }
  const power = exponential(magnitude);
  return 0.5 * power + 0.5 / power;
}

/** Half of e^x, where e^-x is too small to count. */
function halfExponential(x: number): number {
  if (x < largestExponent) return 0.5 * exponential(x);
  if (x > 710.4758600739439) throw rangeError();
  const root = exponential(0.5 * x);
  return 0.5 * root * root;
}

/** `math.tanh(x)`. */
export function hyperbolicTangent(x: number): number {
  if (Number.isNaN(x) || Math.abs(x) < 1e-17) return x;
  const magnitude = Math.abs(x);
  const result = magnitude >= 22 ? 1 : tangentBelowOne(magnitude);
  return x < 0 ? -result : result;
}

function tangentBelowOne(x: number): number {
  if (x >= 1) return 1 - 2 / (exponentialMinusOne(2 * x) + 2);
  const shrunk = exponentialMinusOne(-2 * x);
  return -shrunk / (shrunk + 2);
}

/** `math.asinh(x)`. */
export function inverseHyperbolicSine(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < 3.7e-9) return x;
  const magnitude = Math.abs(x);
  const square = x * x;
  let result: number;
  if (magnitude > 268435456) result = naturalLogarithm(magnitude) + ln2;
  else if (magnitude > 2) result = naturalLogarithm(2 * magnitude + 1 / (Math.sqrt(square + 1) + magnitude));
  else result = logarithmOfOnePlus(magnitude + square / (1 + Math.sqrt(1 + square)));
  return x < 0 ? -result : result;
}

/** `math.acosh(x)`. */
export function inverseHyperbolicCosine(x: number): number {
  if (x < 1) throw domainError();
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x >= 268435456) return naturalLogarithm(x) + ln2;
  if (x > 2) return naturalLogarithm(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const above = x - 1;
  return logarithmOfOnePlus(above + Math.sqrt(2 * above + above * above));
}

/** `math.atanh(x)`. */
export function inverseHyperbolicTangent(x: number): number {
  if (x >= 1 || x <= -1) throw domainError();
  const magnitude = Math.abs(x);
  if (Number.isNaN(x) || magnitude < 3.7e-9) return x;
  const double = magnitude + magnitude;
  const ratio = magnitude < 0.5 ? double + (double * magnitude) / (1 - magnitude) : double / (1 - magnitude);
  const result = 0.5 * logarithmOfOnePlus(ratio);
  return x < 0 ? -result : result;
}
