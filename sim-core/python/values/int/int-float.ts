/** Conversions and comparisons between Python's ints and floats. */
import { ValueFault } from '../value-fault.ts';
import { normalInt, type Int } from './int.ts';

/** The nearest float, ties to even. */
export function intToFloat(value: Int): number {
  const nearest = Number(value);
  if (nearest === Infinity || nearest === -Infinity) {
    throw new ValueFault('OverflowError', 'int too large to convert to float');
  }
  return nearest;
}

/** `int(x)`: the fraction is cut off. */
export function floatToInt(value: number): Int {
  if (Number.isNaN(value)) throw new ValueFault('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw new ValueFault('OverflowError', 'cannot convert float infinity to integer');
  const integral = Math.trunc(value) + 0;
  return Number.isSafeInteger(integral) ? integral : normalInt(BigInt(integral));
}

/** -1, 0 or 1 by the exact values; null when the float is not a number. JavaScript compares a bigint with a number exactly. */
export function compareIntWithFloat(a: Int, b: number): number | null {
  if (Number.isNaN(b)) return null;
  return a < b ? -1 : a > b ? 1 : 0;
}
