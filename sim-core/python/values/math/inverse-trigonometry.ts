/**
 * `math.asin`, `acos`, `atan` and `atan2`, correctly rounded.
 * Models: CPython 3.13 over glibc, whose own results are off by up to 0.52 units in the last place.
 */
import { hasSignBit } from '../float/float-bits.ts';
import { powerOfTwo } from '../int/int-division.ts';
import { halfPi, pi } from './angle-reduction.ts';
import {
  ddAdd,
  ddAddFloat,
  ddDivide,
  ddMultiply,
  ddNegate,
  ddOf,
  ddScale,
  ddSquareRoot,
  ddSubtract,
  exactSum,
  type DoubleDouble,
} from './double-double.ts';
import { domainError } from './math-fault.ts';
import { ddSineAndCosine } from './trigonometry.ts';

/** The angle from 0 to π/4 whose tangent is `y / x`, for 0 ≤ y ≤ x. */
function smallAngle(y: DoubleDouble, x: DoubleDouble): DoubleDouble {
  const estimate = estimateArcTangent(y.hi / x.hi);
  const { sine, cosine } = ddSineAndCosine(ddOf(estimate));
  const across = ddSubtract(ddMultiply(y, cosine), ddMultiply(x, sine));
  const along = ddAdd(ddMultiply(x, cosine), ddMultiply(y, sine));
  return ddAddFloat(ddDivide(across, along), estimate);
}

/** The arc tangent of a number from 0 to 1 to about 50 bits: three halvings of the angle, then the series. */
function estimateArcTangent(tangent: number): number {
  let t = tangent;
  for (let halving = 0; halving < 3; halving++) t /= 1 + Math.sqrt(1 + t * t);
  const square = t * t;
  let sum = 0;
  for (let denominator = 19; denominator >= 1; denominator -= 2) sum = 1 / denominator - square * sum;
  return 8 * t * sum;
}

/** The angle from 0 to π/2 whose tangent is `y / x`, for y and x of 0 or more and not both 0. */
function firstQuadrantAngle(y: DoubleDouble, x: DoubleDouble): DoubleDouble {
  return y.hi <= x.hi ? smallAngle(y, x) : ddSubtract(halfPi, smallAngle(x, y));
}

/** `math.atan(x)`. */
export function arcTangent(x: number): number {
  if (Number.isNaN(x) || Math.abs(x) < 1e-100) return x;
  const magnitude = Math.min(Math.abs(x), 1e100);
  const angle = firstQuadrantAngle(ddOf(magnitude), ddOf(1)).hi;
  return x < 0 ? -angle : angle;
}

/** `math.asin(x)`. */
export function arcSine(x: number): number {
  if (x > 1 || x < -1) throw domainError();
  if (Number.isNaN(x) || Math.abs(x) < 1e-100) return x;
  const magnitude = Math.abs(x);
  const angle = ddArcSine(magnitude).hi;
  return x < 0 ? -angle : angle;
}

/** For 0 to 1: the angle of the triangle with sides x and √((1-x)(1+x)). */
function ddArcSine(x: number): DoubleDouble {
  return firstQuadrantAngle(ddOf(x), otherSide(x));
}

function otherSide(x: number): DoubleDouble {
  return ddSquareRoot(ddMultiply(exactSum(1, -x), exactSum(1, x)));
}

/** `math.acos(x)`. */
export function arcCosine(x: number): number {
  if (x > 1 || x < -1) throw domainError();
  if (Number.isNaN(x)) return x;
  if (x === 1) return 0;
  const angle = firstQuadrantAngle(otherSide(x), ddOf(Math.abs(x)));
  return (x < 0 ? ddSubtract(pi, angle) : angle).hi;
}

/** `math.atan2(y, x)`. */
export function arcTangentOfRatio(y: number, x: number): number {
  if (Number.isNaN(y) || Number.isNaN(x)) return Number.NaN;
  const angle = angleFromAxis(Math.abs(y), Math.abs(x));
  const turned = hasSignBit(x) ? ddAdd(pi, ddNegate(angle)).hi : angle.hi;
  return hasSignBit(y) ? -turned : turned;
}

function angleFromAxis(y: number, x: number): DoubleDouble {
  if (y === 0) return ddOf(0);
  if (x === 0) return halfPi;
  if (y === Infinity) return x === Infinity ? ddScale(halfPi, 0.5) : halfPi;
  if (x === Infinity) return ddOf(0);
  const ratio = y / x;
  if (ratio > 1e40) return halfPi;
  if (ratio < 1e-40) return ddOf(ratio);
  // Products must not leave the floats: the sides are taken to the middle of them.
  const factor = x > 1e150 ? powerOfTwo(-600) : x < 1e-150 ? powerOfTwo(600) : 1;
  return firstQuadrantAngle(ddOf(y * factor), ddOf(x * factor));
}
