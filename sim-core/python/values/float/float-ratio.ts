/** A float as an exact fraction. */
import { bitLength } from '../int/int-bits.ts';
import { normalInt, type Int } from '../int/int.ts';
import { ValueFault } from '../value-fault.ts';
import { floatParts } from './float-bits.ts';

/** `value.as_integer_ratio()`: in lowest terms, with a positive denominator. */
export function floatToRatio(value: number): readonly [Int, Int] {
  if (Number.isNaN(value)) throw new ValueFault('ValueError', 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) throw new ValueFault('OverflowError', 'cannot convert Infinity to integer ratio');
  if (value === 0) return [0, 1];
  const { negative, mantissa, exponent } = floatParts(value);
  const trailingZeros = bitLength(mantissa & -mantissa) - 1;
  const power = exponent + trailingZeros;
  const odd = mantissa >> BigInt(trailingZeros);
  const numerator = power > 0 ? odd << BigInt(power) : odd;
  return [normalInt(negative ? -numerator : numerator), normalInt(power < 0 ? 1n << BigInt(-power) : 1n)];
}
