/** `math.fmod`, `remainder`, `fma`, `degrees` and `radians`. */
import { floatParts } from '../float/float-bits.ts';
import { nearestFloat } from '../float/nearest-float.ts';
import { ValueFault } from '../value-fault.ts';
import { copySign } from './float-structure.ts';
import { domainError } from './math-fault.ts';

/** `math.fmod(x, y)`: has the sign of x. */
export function floatModulo(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (!Number.isFinite(x) || y === 0) throw domainError();
  return x % y;
}

/** `math.remainder(x, y)`: the distance to the nearest multiple, ties to the even one. */
export function nearestRemainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (!Number.isFinite(x) || y === 0) throw domainError();
  if (!Number.isFinite(y)) return x;
  const divisor = Math.abs(y);
  const rest = Math.abs(x) % divisor;
  const complement = divisor - rest;
  const isDown = rest < complement || (rest === complement && (0.5 * (Math.abs(x) - rest)) % divisor === 0);
  return copySign(1, x) * (isDown ? rest : -complement);
}

/** `math.fma(x, y, z)`: x * y + z, rounded once. */
export function fusedMultiplyAdd(x: number, y: number, z: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(z)) return specialFusedMultiplyAdd(x, y, z);
  const [a, b, c] = [floatParts(x), floatParts(y), floatParts(z)];
  const power = Math.min(a.exponent + b.exponent, c.exponent);
  const product = signed(a.negative !== b.negative, a.mantissa * b.mantissa) << BigInt(a.exponent + b.exponent - power);
  const sum = product + (signed(c.negative, c.mantissa) << BigInt(c.exponent - power));
  // Parts that cancel give a positive zero; zeros alone add as zeros do.
  if (sum === 0n) return product === 0n ? x * y + z : 0;
  const magnitude = nearestFloat(sum < 0n ? -sum : sum, power);
  if (magnitude === Infinity) throw new ValueFault('OverflowError', 'overflow in fma');
  return sum < 0n ? -magnitude : magnitude;
}

function specialFusedMultiplyAdd(x: number, y: number, z: number): number {
  if (Number.isFinite(x) && Number.isFinite(y)) return z;
  const result = x * y + z;
  const holdsNan = Number.isNaN(x) || Number.isNaN(y) || Number.isNaN(z);
  if (Number.isNaN(result) && !holdsNan) throw new ValueFault('ValueError', 'invalid operation in fma');
  return result;
}

function signed(negative: boolean, magnitude: bigint): bigint {
  return negative ? -magnitude : magnitude;
}

const halfTurn = 3.141592653589793;

/** `math.degrees(x)`. */
export function radiansToDegrees(x: number): number {
  return x * (180 / halfTurn);
}

/** `math.radians(x)`. */
export function degreesToRadians(x: number): number {
  return x * (halfTurn / 180);
}
