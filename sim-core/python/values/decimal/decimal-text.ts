/** Decimals as text and back. Models: to-scientific-string, to-engineering-string and to-number of the specification. */
import { decimalDigitValue } from '../text/decimal-digit.ts';
import { Decimal, finite, infinity } from './decimal.ts';

const syntax = /^([-+])?(?:(\d+)(?:\.(\d*))?(?:e([-+]?\d+))?|\.(\d+)(?:e([-+]?\d+))?|(inf|infinity)|(s?nan)(\d*))$/i;

/** Exponents beyond these are as good as endless. */
const mostExponent = 1e18;

/** The number a text says; undefined if it says none. Underscores and spaces around it are left out before. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = syntax.exec(asciiDigits(text));
  if (match === null) return undefined;
  const [, sign, whole, fraction, exponent, onlyFraction, otherExponent, infinite, notANumber, payload] = match;
  const isNegative = sign === '-';
  if (infinite !== undefined) return infinity(isNegative);
  if (notANumber !== undefined) {
    const kind = notANumber.length === 4 ? 'signaling' : 'quiet';
    return new Decimal(kind, isNegative, BigInt(payload === '' || payload === undefined ? '0' : payload), 0);
  }
  const behind = fraction ?? onlyFraction ?? '';
  const power = Number(exponent ?? otherExponent ?? '0');
  const bounded = Math.max(-mostExponent, Math.min(mostExponent, power));
  return finite(isNegative, BigInt((whole ?? '') + behind), bounded - behind.length);
}

/** Digits of any script count as digits. */
function asciiDigits(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const value = decimalDigitValue(character.codePointAt(0) as number);
    return value === null ? character : String(value);
  });
}

export function decimalText(value: Decimal, isEngineering: boolean, capitals: number): string {
  const sign = value.isNegative ? '-' : '';
  if (value.isInfinite) return `${sign}Infinity`;
  if (value.isNan) {
    const payload = value.coefficient === 0n ? '' : value.coefficient.toString();
    return `${sign}${value.kind === 'signaling' ? 'sNaN' : 'NaN'}${payload}`;
  }
  const digits = value.coefficient.toString();
  const point = value.exponent + digits.length;
  const place = pointPlace(value, point, isEngineering, digits);
  const shown = withPoint(digits, place);
  const power = point - place;
  if (power === 0) return `${sign}${shown}`;
  return `${sign}${shown}${capitals === 0 ? 'e' : 'E'}${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

/** Before how many digits the point stands. */
function pointPlace(value: Decimal, point: number, isEngineering: boolean, digits: string): number {
  if (value.exponent <= 0 && point > -6) return point;
  if (!isEngineering) return 1;
  const modulo = (number: number): number => ((number % 3) + 3) % 3;
  return digits === '0' ? modulo(point + 1) - 1 : modulo(point - 1) + 1;
}

function withPoint(digits: string, place: number): string {
  if (place <= 0) return `0.${'0'.repeat(-place)}${digits}`;
  if (place >= digits.length) return digits + '0'.repeat(place - digits.length);
  return `${digits.slice(0, place)}.${digits.slice(place)}`;
}
