/**
 * `math.sqrt`, `cbrt`, `hypot` and `dist`, correctly rounded.
 * Models: CPython 3.13, vector_norm in Modules/mathmodule.c, and glibc, whose cbrt is off by up to 1 unit in the last place.
 */
import { floatParts } from '../float/float-bits.ts';
import { bitLength } from '../int/int-bits.ts';
import { scaleByPowerOfTwo } from '../int/int-division.ts';
import { ValueFault } from '../value-fault.ts';
import { ddAdd, ddAddFloat, ddMultiplyFloat, ddNegate, ddOf, ddSquareRoot, exactProduct } from './double-double.ts';
import { domainError } from './math-fault.ts';

/** `math.sqrt(x)`. */
export function squareRoot(x: number): number {
  if (x < 0) throw domainError();
  return Math.sqrt(x);
}

/** `math.cbrt(x)`. */
export function cubeRoot(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const magnitude = Math.abs(x);
  const { mantissa, exponent } = floatParts(magnitude);
  const third = Math.floor((exponent + bitLength(mantissa)) / 3);
  const reduced = scaleByPowerOfTwo(magnitude, -3 * third);
  const root = scaleByPowerOfTwo(cubeRootNearOne(reduced), third);
  return x < 0 ? -root : root;
}

/** Of a number from 0.5 to 4: Newton's steps with floats, and one with twice their precision. */
function cubeRootNearOne(x: number): number {
  let root = 1;
  for (let step = 0; step < 8; step++) root -= (root * root * root - x) / (3 * root * root);
  const cube = ddMultiplyFloat(exactProduct(root, root), root);
  const excess = ddAddFloat(ddNegate(cube), x).hi;
  return root + excess / (3 * root * root);
}

/** `math.hypot(*coordinates)`. */
export function euclideanNorm(coordinates: readonly number[]): number {
  let largest = 0;
  let holdsNan = false;
  for (const coordinate of coordinates) {
    if (Number.isNaN(coordinate)) holdsNan = true;
    largest = Math.max(largest, Math.abs(Number.isNaN(coordinate) ? 0 : coordinate));
  }
  if (largest === Infinity) return Infinity;
  if (holdsNan) return Number.NaN;
  if (largest === 0) return 0;
  const { mantissa, exponent } = floatParts(largest);
  const power = exponent + bitLength(mantissa);
  let sum = ddOf(0);
  for (const coordinate of coordinates) {
    const scaled = scaleByPowerOfTwo(coordinate, -power);
    sum = ddAdd(sum, exactProduct(scaled, scaled));
  }
  return scaleByPowerOfTwo(ddSquareRoot(sum).hi, power);
}

/** `math.dist(p, q)`. */
export function distance(p: readonly number[], q: readonly number[]): number {
  if (p.length !== q.length) {
    throw new ValueFault('ValueError', 'both points must have the same number of dimensions');
  }
  return euclideanNorm(p.map((coordinate, index) => coordinate - (q[index] as number)));
}
