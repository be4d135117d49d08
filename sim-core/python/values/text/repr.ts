/** `repr(str)` and `ascii(str)` (CPython: unicode_repr in Objects/unicodeobject.c). */
import { holdsLaterCharacter } from './later-characters.ts';

const plain = /^[ -&(-[\]-~]*$/;
const unprintable = /^[\p{C}\p{Z}]$/u;

export function reprText(text: string): string {
  if (plain.test(text)) return `'${text}'`;
  return quoted(text, isPrintable);
}

export function asciiText(text: string): string {
  return quoted(text, (codePoint) => codePoint >= 0x20 && codePoint < 0x7f);
}

/** Escapes everything outside of ASCII in a text that is already a repr, as `ascii(object)` does. */
export function asciiOfRepr(repr: string): string {
  let ascii = '';
  for (const character of repr) {
    const codePoint = character.codePointAt(0) as number;
    ascii += codePoint < 0x80 ? character : hexEscape(codePoint);
  }
  return ascii;
}

/** `str.isprintable` of one code point. */
export function isPrintable(codePoint: number): boolean {
  if (codePoint < 0x7f) return codePoint >= 0x20;
  const character = String.fromCodePoint(codePoint);
  return !unprintable.test(character) && !holdsLaterCharacter(character);
}

function quoted(text: string, isPlain: (codePoint: number) => boolean): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    if (character === quote || character === '\\') body += `\\${character}`;
    else if (isPlain(codePoint)) body += character;
    else body += shortEscapes.get(codePoint) ?? hexEscape(codePoint);
  }
  return quote + body + quote;
}

const shortEscapes = new Map([
  [9, '\\t'],
  [10, '\\n'],
  [13, '\\r'],
]);

/** `\xhh`, `\uhhhh` or `\Uhhhhhhhh`. */
export function hexEscape(codePoint: number): string {
  const digits = codePoint.toString(16);
  if (codePoint < 0x100) return `\\x${digits.padStart(2, '0')}`;
  return codePoint < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
