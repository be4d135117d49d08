/** Integers among constants. */
import type { Constant } from '../code-object.ts';

/** The value of an int or bool, else null. */
export function integerOf(value: Constant): bigint | null {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  return typeof value === 'boolean' ? (value ? 1n : 0n) : null;
}

/** A `number` where it is safe, as constants hold ints. */
export function normalInteger(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

export function bitLength(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  return magnitude === 0n ? 0 : magnitude.toString(2).length;
}

/** Rounds down, as Python's `//`. */
export function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient;
}

/** Has the sign of the divisor, as Python's `%`. */
export function floorModulo(left: bigint, right: bigint): bigint {
  return left - floorDivide(left, right) * right;
}
