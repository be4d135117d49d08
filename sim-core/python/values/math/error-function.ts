/**
 * `math.erf` and `erfc`, correctly rounded nearly always.
 * Models: CPython 3.13 over glibc, whose own results are off by up to 1 unit in the last place.
 */
import {
  ddAdd,
  ddAddFloat,
  ddDivide,
  ddMultiply,
  ddMultiplyFloat,
  ddNegate,
  ddOf,
  ddScale,
  exactProduct,
  type DoubleDouble,
} from './double-double.ts';
import { exponentialOf, scaleDoubleDouble } from './exponential.ts';

const twoOverRootPi: DoubleDouble = { hi: 1.1283791670955126, lo: 1.533545961316588e-17 };
const oneOverRootPi: DoubleDouble = { hi: 0.5641895835477563, lo: 7.66772980658294e-18 };

/** `math.erf(x)`. */
export function errorFunction(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 1e-100) return x * twoOverRootPi.hi;
  const magnitude = Math.abs(x);
  if (magnitude > 6) return x < 0 ? -1 : 1;
  const result = magnitude < 3 ? series(magnitude).hi : ddAddFloat(ddNegate(tail(magnitude)), 1).hi;
  return x < 0 ? -result : result;
}

/** `math.erfc(x)`. */
export function complementaryErrorFunction(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 28) return 0;
  if (x < -6) return 2;
  if (x >= 3) return roundedTail(x);
  if (x <= -3) return ddAddFloat(ddNegate(tail(-x)), 2).hi;
  const erf = x < 0 ? ddNegate(series(-x)) : series(x);
  return ddAddFloat(ddNegate(erf), 1).hi;
}

/** erf x = 2x/√π e^(-x²) (1 + 2x²/3 + (2x²)²/(3·5) + …): all terms are positive, so nothing is lost. */
function series(x: number): DoubleDouble {
  const square = exactProduct(x, x);
  let term = ddOf(1);
  let sum = ddOf(1);
  for (let denominator = 3; term.hi > sum.hi * 1e-33; denominator += 2) {
    term = ddDivide(ddMultiply(term, ddScale(square, 2)), ddOf(denominator));
    sum = ddAdd(sum, term);
  }
  const { fraction, exponent } = exponentialOf(ddNegate(square));
  const decay = ddScale(ddAddFloat(fraction, 1), scaleDoubleDouble(ddOf(1), exponent));
  return ddMultiply(ddMultiplyFloat(twoOverRootPi, x), ddMultiply(decay, sum));
}

/** e^(x²) erfc x, by Laplace's continued fraction 1/√π · 1/(x + ½/(x + 1/(x + 3/2/(x + …)))). */
function scaledTail(x: number): DoubleDouble {
  const steps = Math.ceil((38 / x) * (38 / x)) + 12;
  let rest = ddOf(x);
  for (let step = steps; step >= 1; step--) rest = ddAddFloat(ddDivide(ddOf(step / 2), rest), x);
  return ddDivide(oneOverRootPi, rest);
}

function tail(x: number): DoubleDouble {
  const { fraction, exponent } = exponentialOf(ddNegate(exactProduct(x, x)));
  const decay = ddScale(ddAddFloat(fraction, 1), scaleDoubleDouble(ddOf(1), exponent));
  return ddMultiply(decay, scaledTail(x));
}

/** The tail where it may be subnormal. */
function roundedTail(x: number): number {
  const { fraction, exponent } = exponentialOf(ddNegate(exactProduct(x, x)));
  const mantissa = ddMultiply(ddAddFloat(fraction, 1), scaledTail(x));
  return scaleDoubleDouble(ddScale(mantissa, 32), exponent - 5);
}
