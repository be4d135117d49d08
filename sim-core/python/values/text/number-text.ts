/** The text of a number as `int()` and `float()` read it (CPython's _PyUnicode_TransformDecimalAndSpaceToASCII and strip). */
import { decimalDigitValue } from './decimal-digit.ts';
import { isWhiteSpace } from './white-space.ts';

const asciiOnly = /^[\0-\x7f]*$/;

/** Digits of other scripts become ASCII digits, white space at both ends goes. */
export function asciiNumberText(text: string): string {
  let ascii = text;
  if (!asciiOnly.test(text)) {
    ascii = '';
    for (const character of text) ascii += asciiOfCharacter(character);
  }
  return ascii.replace(/^[\t-\r ]+/, '').replace(/[\t-\r ]+$/, '');
}

function asciiOfCharacter(character: string): string {
  const codePoint = character.codePointAt(0) as number;
  if (codePoint < 0x80) return character;
  if (isWhiteSpace(codePoint)) return ' ';
  const digit = decimalDigitValue(codePoint);
  return digit === null ? '?' : String(digit);
}
