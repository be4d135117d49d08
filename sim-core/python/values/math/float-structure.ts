/** `math.frexp`, `ldexp`, `modf`, `copysign`, `ulp`, `nextafter` and `isclose`. */
import { floatParts, hasSignBit } from '../float/float-bits.ts';
import { nearestFloat } from '../float/nearest-float.ts';
import { bitLength } from '../int/int-bits.ts';
import { powerOfTwo, scaleByPowerOfTwo } from '../int/int-division.ts';
import type { Int } from '../int/int.ts';
import { ValueFault } from '../value-fault.ts';
import { rangeError } from './math-fault.ts';

/** `math.frexp(x)`: a mantissa from 0.5 below 1 and the power of two. */
export function mantissaAndExponent(x: number): readonly [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const { mantissa, exponent } = floatParts(x);
  const power = exponent + bitLength(mantissa);
  return [scaleByPowerOfTwo(x, -power), power];
}

/** `math.ldexp(x, exponent)`. */
export function scaleFloat(x: number, exponent: Int): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  if (exponent > 5000) throw rangeError();
  if (exponent < -5000) return hasSignBit(x) ? -0 : 0;
  const parts = floatParts(x);
  const magnitude = nearestFloat(parts.mantissa, parts.exponent + Number(exponent));
  if (magnitude === Infinity) throw rangeError();
  return parts.negative ? -magnitude : magnitude;
}

/** `math.modf(x)`: the fraction and the whole part, both with the sign. */
export function fractionAndWhole(x: number): readonly [number, number] {
  if (x === Infinity || x === -Infinity) return [copySign(0, x), x];
  const whole = Math.trunc(x);
  return [copySign(x - whole, x), whole];
}

/** `math.copysign(magnitude, sign)`. */
export function copySign(magnitude: number, sign: number): number {
  const positive = Math.abs(magnitude);
  return hasSignBit(sign) ? -positive : positive;
}

/** `math.ulp(x)`: the value of the last binary place. */
export function unitInLastPlace(x: number): number {
  if (!Number.isFinite(x)) return Math.abs(x);
  const { exponent } = floatParts(x);
  return exponent < -1022 ? powerOfTwo(exponent + 200) * powerOfTwo(-200) : powerOfTwo(exponent);
}

const view = new DataView(new ArrayBuffer(8));

/** `math.nextafter(x, towards, steps=steps)`. */
export function nextAfter(x: number, towards: number, steps: Int = 1): number {
  if (steps < 0) throw new ValueFault('ValueError', 'steps must be a non-negative integer');
  if (Number.isNaN(x) || Number.isNaN(towards)) return Number.NaN;
  if (steps === 0) return x;
  if (x === towards) return towards;
  const from = orderOf(x);
  const to = orderOf(towards);
  const order = from < to ? minimum(from + BigInt(steps), to) : maximum(from - BigInt(steps), to);
  if (order === to) return towards;
  view.setBigInt64(0, order < 0n ? -order : order);
  const magnitude = view.getFloat64(0);
  return order < 0n || (order === 0n && hasSignBit(x)) ? -magnitude : magnitude;
}

/** A float's place among all floats, counted from 0. */
function orderOf(x: number): bigint {
  view.setFloat64(0, Math.abs(x));
  const magnitude = view.getBigInt64(0);
  return hasSignBit(x) ? -magnitude : magnitude;
}

function minimum(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function maximum(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** The tolerances of `math.isclose`. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** `math.isclose(a, b, rel_tol=…, abs_tol=…)`. */
export function areClose(a: number, b: number, { relative, absolute }: Tolerance): boolean {
  if (relative < 0 || absolute < 0) throw new ValueFault('ValueError', 'tolerances must be non-negative');
  if (a === b) return true;
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return false;
  const difference = Math.abs(b - a);
  return difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute;
}
