/** `round(float)` and `round(float, digits)`, half to even on the exact value. */
import { floatToInt } from '../int/int-float.ts';
import type { Int } from '../int/int.ts';
import { addInts, multiplyInts, negateInt, subtractInts } from '../int/int-arithmetic.ts';
import { floorDivideInts, moduloInts } from '../int/int-division.ts';
import { powerInts } from '../int/int-power.ts';
import { ValueFault } from '../value-fault.ts';
import { fixedDigits, scaledInteger } from './exact-decimal.ts';
import { hasSignBit } from './float-bits.ts';

/** The nearest integral float, ties to even. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5 || (rest === 0.5 && floor % 2 === 0)) return floor;
  return rest === 0 ? value : floor + 1;
}

/** `round(value)`. */
export function roundFloatToInt(value: number): Int {
  return floatToInt(roundHalfEven(value));
}

/** `round(value, digits)`. */
export function roundFloat(value: number, digits: Int): number {
  if (!Number.isFinite(value) || digits > 323) return value;
  if (digits < -308) return hasSignBit(value) ? -0 : 0;
  const count = Number(digits);
  const magnitude =
    count >= 0
      ? Number(fixedDigits(value, count))
      : Number(scaledInteger(Math.abs(value), count) * 10n ** BigInt(-count));
  if (magnitude === Infinity) throw new ValueFault('OverflowError', 'rounded value too large to represent');
  return hasSignBit(value) ? -magnitude : magnitude;
}

/** `round(int, digits)`: ties to even; only negative digits change an int. */
export function roundInt(value: Int, digits: Int): Int {
  if (digits >= 0) return value;
  const unit = powerInts(10, negateInt(digits));
  const rest = moduloInts(value, unit);
  const floor = subtractInts(value, rest);
  const doubled = multiplyInts(rest, 2);
  const isOdd = moduloInts(floorDivideInts(value, unit), 2) === 1;
  return doubled > unit || (doubled === unit && isOdd) ? addInts(floor, unit) : floor;
}
