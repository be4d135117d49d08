/** `complex(text)`; `repr` is `reprComplex` of format/format-value.ts. */
import { parseFloatText } from '../float/float-text.ts';
import { asciiNumberText } from '../text/number-text.ts';
import { reprText } from '../text/repr.ts';
import { ValueFault } from '../value-fault.ts';
import type { Complex } from './complex-arithmetic.ts';

/** A float, then perhaps one with a sign and a `j`; or either of them alone. */
const syntax = /^(.*?[^eE+-])??([+-]?(?:[\d_.]+(?:e[+-]?[\d_]+)?|inf|infinity|nan)?)j$/i;

export function complexFromText(text: string): Complex {
  if (/(?:^|\D)_|_(?:\D|$)/.test(text)) {
    throw new ValueFault('ValueError', `could not convert string to complex: ${reprText(text)}`);
  }
  const value = parseComplex(asciiNumberText(text));
  if (value === null) throw new ValueFault('ValueError', 'complex() arg is a malformed string');
  return value;
}

function parseComplex(text: string): Complex | null {
  const inner = text.startsWith('(') && text.endsWith(')') ? asciiNumberText(text.slice(1, -1)) : text;
  const alone = floatWithoutSpace(inner);
  if (alone !== null) return { real: alone, imaginary: 0 };
  const match = syntax.exec(inner);
  if (match === null) return null;
  const [, realText, imaginaryText = ''] = match;
  const isSigned = imaginaryText.startsWith('+') || imaginaryText.startsWith('-');
  const real = realText === undefined ? 0 : isSigned ? floatWithoutSpace(realText) : null;
  const imaginary = floatWithoutSpace(
    /\w$/.test(imaginaryText) || imaginaryText.endsWith('.') ? imaginaryText : `${imaginaryText}1`,
  );
  return real === null || imaginary === null ? null : { real, imaginary };
}

function floatWithoutSpace(text: string): number | null {
  return /\s/.test(text) ? null : parseFloatText(text);
}
