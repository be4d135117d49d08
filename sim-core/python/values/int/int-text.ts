/**
 * Ints to text and back, with CPython's guard against long decimal texts.
 * Models: CPython 3.13, PyLong_FromString and long_to_decimal_string in Objects/longobject.c.
 */
import { asciiNumberText } from '../text/number-text.ts';
import { reprText } from '../text/repr.ts';
import { ValueFault } from '../value-fault.ts';
import { normalInt, type Int } from './int.ts';

/** `sys.get_int_max_str_digits()` at the start; 0 is without limit. */
const defaultMaximumDigits = 4300;

/** `str(value)`. */
export function intToText(value: Int, maximumDigits: number = defaultMaximumDigits): string {
  if (typeof value === 'number') return String(value);
  const text = value.toString();
  if (maximumDigits > 0 && text.length - (value < 0n ? 1 : 0) > maximumDigits) {
    throw new ValueFault(
      'ValueError',
      `Exceeds the limit (${maximumDigits} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  return text;
}

/** The digits in a base from 2 to 36 with a minus sign but no prefix. */
export function intToBase(value: Int, base: number): string {
  return value.toString(base);
}

/** `int(text, base)`. */
export function intFromText(text: string, base: number = 10, maximumDigits: number = defaultMaximumDigits): Int {
  const value = parseInt(text, base, maximumDigits);
  if (value === null) throw invalidIntLiteral(base, reprText(text));
  return value;
}

/** The fault of `int()` on a text, or on bytes, that is shown by its repr. */
export function invalidIntLiteral(base: number, repr: string): ValueFault {
  const shown = Array.from(repr).slice(0, 200).join('');
  return new ValueFault('ValueError', `invalid literal for int() with base ${base}: ${shown}`);
}

/** What the text says in the base (0: the base its prefix tells), or null if it is not an int. */
export function parseInt(text: string, base: number, maximumDigits: number = defaultMaximumDigits): Int | null {
  if (base !== 0 && (base < 2 || base > 36)) {
    throw new ValueFault('ValueError', 'int() base must be >= 2 and <= 36, or 0');
  }
  if (base === 10 && text.length < 16 && /^\d+$/.test(text)) return Number(text);
  const [, sign, rest] = /^([+-]?)(.*)$/s.exec(asciiNumberText(text)) as unknown as [string, string, string];
  const read = splitPrefix(rest.toLowerCase(), base);
  if (read === null || !/^[\da-z]+(?:_[\da-z]+)*$/.test(read.digits)) return null;
  const digits = read.digits.replaceAll('_', '');
  if (!digitsFitBase(digits, read.base)) return null;
  checkDigitCount(digits.length, read.base, maximumDigits);
  const magnitude = magnitudeOf(digits, read.base);
  return normalInt(sign === '-' ? -magnitude : magnitude);
}

const prefixes = new Map([
  ['0x', 16],
  ['0o', 8],
  ['0b', 2],
]);

function splitPrefix(text: string, base: number): { digits: string; base: number } | null {
  const prefixBase = prefixes.get(text.slice(0, 2));
  if (prefixBase !== undefined && (base === 0 || base === prefixBase)) {
    // One underscore may stand between the prefix and the digits.
    const digits = text.slice(2);
    return { digits: digits.startsWith('_') ? digits.slice(1) : digits, base: prefixBase };
  }
  if (base !== 0) return { digits: text, base };
  return /^0[\d_]*[1-9]/.test(text) ? null : { digits: text, base: 10 };
}

function digitsFitBase(digits: string, base: number): boolean {
  for (let index = 0; index < digits.length; index++) {
    if (digitValue(digits.charCodeAt(index)) >= base) return false;
  }
  return true;
}

function digitValue(code: number): number {
  return code <= 0x39 ? code - 0x30 : code - 0x61 + 10;
}

function checkDigitCount(count: number, base: number, maximumDigits: number): void {
  const isPowerOfTwo = (base & (base - 1)) === 0;
  if (isPowerOfTwo || maximumDigits === 0 || count <= maximumDigits) return;
  throw new ValueFault(
    'ValueError',
    `Exceeds the limit (${maximumDigits} digits) for integer string conversion: value has ${count} digits; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

function magnitudeOf(digits: string, base: number): bigint {
  if (base === 10) return BigInt(digits);
  if (base === 16) return BigInt(`0x${digits}`);
  if (base === 8) return BigInt(`0o${digits}`);
  if (base === 2) return BigInt(`0b${digits}`);
  return magnitudeOfRange(digits, BigInt(base));
}

function magnitudeOfRange(digits: string, base: bigint): bigint {
  if (digits.length <= 8) return BigInt(Number.parseInt(digits, Number(base)));
  const low = digits.length >> 1;
  const split = digits.length - low;
  return (
    magnitudeOfRange(digits.slice(0, split), base) * base ** BigInt(low) + magnitudeOfRange(digits.slice(split), base)
  );
}
