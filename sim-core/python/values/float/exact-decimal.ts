/**
 * Exact decimal digits of a float, rounded half to even.
 * Models: CPython 3.13, Python/dtoa.c, modes 2 (significant digits) and 3 (places after the point).
 */
import { powerOfTwo, roundBitsHalfEven } from '../int/int-division.ts';
import { repeatText } from '../text/text-limit.ts';
import { floatParts } from './float-bits.ts';

/** The digits without point and sign: the value is `0.digits * 10**pointPosition`. */
export interface DecimalDigits {
  readonly digits: string;
  readonly pointPosition: number;
}

/** No float has more digits behind the point. */
const mostPlaces = 1074;

/** The magnitude with so many places after the point, as C's `%.nf` writes it without a sign. */
export function fixedDigits(value: number, places: number): string {
  if (places > mostPlaces) return fixedDigits(value, mostPlaces) + repeatText('0', places - mostPlaces);
  const magnitude = Math.abs(value);
  // toFixed is exact but rounds ties up; a tie has its last bit just below the last place.
  if (magnitude < 1e21 && places <= 100) {
    const doubled = places < 60 ? magnitude * powerOfTwo(places + 1) : 0;
    if (!Number.isInteger(doubled) || doubled % 2 === 0) return magnitude.toFixed(places);
  }
  const digits = scaledInteger(magnitude, places)
    .toString()
    .padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The magnitude rounded to the given number of significant digits (one or more), padded with zeros. */
export function significantDigits(value: number, count: number): DecimalDigits {
  const magnitude = Math.abs(value);
  if (magnitude === 0) return { digits: repeatText('0', count), pointPosition: 1 };
  if (count > mostPlaces) {
    const { digits, pointPosition } = significantDigits(value, mostPlaces);
    return { digits: digits + repeatText('0', count - mostPlaces), pointPosition };
  }
  if (count <= 14 && !mayBeTie(magnitude, count)) return splitExponential(magnitude.toExponential(count - 1));
  const estimate = splitExponential(magnitude.toExponential(0)).pointPosition;
  for (let pointPosition = estimate - 1; ; pointPosition++) {
    const digits = scaledInteger(magnitude, count - pointPosition).toString();
    if (digits.length <= count) return { digits, pointPosition };
  }
}

/** The fewest digits that read back as the same float. */
export function shortestDigits(value: number): DecimalDigits {
  if (value === 0) return { digits: '0', pointPosition: 1 };
  return splitExponential(Math.abs(value).toExponential());
}

/** A value of up to 15 exact digits is its own shortest text, so a tie shows there as a last digit 5. */
function mayBeTie(magnitude: number, count: number): boolean {
  const { digits } = shortestDigits(magnitude);
  return digits.length === count + 1 && digits.endsWith('5');
}

function splitExponential(text: string): DecimalDigits {
  const mark = text.indexOf('e');
  return { digits: text.slice(0, mark).replace('.', ''), pointPosition: Number(text.slice(mark + 1)) + 1 };
}

/** `value * 10**power` rounded half to even to an integer. */
export function scaledInteger(magnitude: number, power: number): bigint {
  const { mantissa, exponent } = floatParts(magnitude);
  if (power >= 0) return roundBitsHalfEven(mantissa * 10n ** BigInt(power), -exponent);
  const divisor = (10n ** BigInt(-power)) << BigInt(Math.max(-exponent, 0));
  const numerator = mantissa << BigInt(Math.max(exponent, 0));
  const quotient = numerator / divisor;
  const rest = 2n * (numerator % divisor);
  return rest > divisor || (rest === divisor && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}
