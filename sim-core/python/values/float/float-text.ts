/**
 * Floats to text and back.
 * Models: CPython 3.13, Python/pystrtod.c and float_new, float_repr in Objects/floatobject.c.
 */
import { asciiNumberText } from '../text/number-text.ts';
import { reprText } from '../text/repr.ts';
import { ValueFault } from '../value-fault.ts';

/** `repr(value)`: the shortest text that reads back as the same float. */
export function reprFloat(value: number): string {
  if (Number.isInteger(value) && value < 1e16 && value > -1e16) {
    return Object.is(value, -0) ? '-0.0' : `${value}.0`;
  }
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-4 && magnitude < 1e16) return String(value);
  return value.toExponential().replace(/([+-])(\d)$/, '$10$2');
}

const decimalSyntax = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const wordSyntax = /^([+-]?)(?:(inf|infinity)|nan)$/i;

/** `float(text)`. */
export function floatFromText(text: string): number {
  const value = parseFloatText(text);
  if (value === null) throw invalidFloatLiteral(reprText(text));
  return value;
}

/** The fault of `float()` on a text, or on bytes, that is shown by its repr. */
export function invalidFloatLiteral(repr: string): ValueFault {
  return new ValueFault('ValueError', `could not convert string to float: ${repr}`);
}

/** What the text says in Python's syntax of floats, or null. */
export function parseFloatText(text: string): number | null {
  const ascii = asciiNumberText(text);
  if (decimalSyntax.test(ascii)) return Number(ascii.replaceAll('_', ''));
  const word = wordSyntax.exec(ascii);
  if (word === null) return null;
  if (word[2] === undefined) return Number.NaN;
  return word[1] === '-' ? -Infinity : Infinity;
}
