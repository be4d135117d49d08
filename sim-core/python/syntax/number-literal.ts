/**
 * The value of a number token.
 * Models: CPython 3.13, Parser/action_helpers.c (`parsenumber`).
 */
import type { Constant } from '../compiler/code-object.ts';

export function numberLiteral(text: string): Constant {
  const digits = text.replaceAll('_', '').toLowerCase();
  if (/^0[xob]/.test(digits)) return integer(digits);
  if (digits.endsWith('j')) return { kind: 'complex', real: 0, imag: Number(digits.slice(0, -1)) };
  if (/^\d+$/.test(digits)) return integer(digits.replace(/^0+(?=\d)/, ''));
  return { kind: 'float', value: Number(digits) };
}

function integer(digits: string): Constant {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}
