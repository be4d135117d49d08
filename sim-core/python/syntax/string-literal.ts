/**
 * The value of a piece of string: its escape sequences read.
 * Models: CPython 3.13, Parser/string_parser.c, Objects/unicodeobject.c and bytesobject.c (`DecodeEscape`).
 * Leaves out: `\N{…}` beyond the names in `character-name.ts`.
 */
import { characterOfName } from './character-name.ts';

/** What went wrong in it, or was strange: where in the text, and in which words. */
interface EscapeProblem {
  readonly at: number;
  readonly message: string;
}

export interface DecodedText {
  readonly value: string;
  /** The first escape that Python warns of. */
  readonly warning: EscapeProblem | null;
  readonly error: EscapeProblem | null;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads the escapes of a text; in bytes `\u`, `\U` and `\N` mean nothing. */
export function decodeEscapes(text: string, isBytes: boolean): DecodedText {
  if (!text.includes('\\')) return { value: text, warning: null, error: null };
  const reading: Reading = { text, isBytes, parts: [], warning: null, error: null };
  let at = 0;
  for (let slash = text.indexOf('\\'); slash >= 0; slash = text.indexOf('\\', at)) {
    reading.parts.push(text.slice(at, slash));
    at = decodeEscape(reading, slash);
    if (reading.error !== null) break;
  }
  reading.parts.push(text.slice(at));
  return { value: reading.parts.join(''), warning: reading.warning, error: reading.error };
}

interface Reading {
  readonly text: string;
  readonly isBytes: boolean;
  readonly parts: string[];
  warning: EscapeProblem | null;
  error: EscapeProblem | null;
}

/** Reads the escape at a backslash and tells where it ends. */
function decodeEscape(reading: Reading, slash: number): number {
  const { text, parts, isBytes } = reading;
  const letter = text.charAt(slash + 1);
  const simple = simpleEscapes[letter];
  if (simple !== undefined) {
    parts.push(simple);
    return slash + 2;
  }
  const octal = /^[0-7]{1,3}/.exec(text.slice(slash + 1, slash + 4));
  if (octal !== null) {
    const value = Number.parseInt(octal[0], 8);
    if (value > 0o377) warn(reading, slash, `invalid octal escape sequence '\\${octal[0]}'`);
    parts.push(String.fromCharCode(isBytes ? value & 0xff : value));
    return slash + 1 + octal[0].length;
  }
  const length = hexLengths[letter];
  if (length !== undefined && (letter === 'x' || !isBytes)) return decodeHex(reading, slash, length);
  if (letter === 'N' && !isBytes) return decodeName(reading, slash);
  warn(reading, slash, `invalid escape sequence '\\${String.fromCodePoint(text.codePointAt(slash + 1) ?? 0)}'`);
  parts.push('\\');
  return slash + 1;
}

function warn(reading: Reading, at: number, message: string): void {
  reading.warning ??= { at, message };
}

function decodeHex(reading: Reading, slash: number, length: number): number {
  const { text, parts, isBytes } = reading;
  const digits = /^[0-9A-Fa-f]*/.exec(text.slice(slash + 2, slash + 2 + length))?.[0] ?? '';
  const end = slash + 2 + digits.length;
  if (digits.length < length) {
    const shape = `\\${text.charAt(slash + 1)}${'X'.repeat(length)}`;
    const message = isBytes
      ? `(value error) invalid \\x escape at position ${slash}`
      : unicodeError(slash, end - 1, `truncated ${shape} escape`);
    reading.error = { at: slash, message };
    return end;
  }
  const point = Number.parseInt(digits, 16);
  if (point > 0x10ffff) {
    reading.error = { at: slash, message: unicodeError(slash, end - 1, 'illegal Unicode character') };
  } else {
    parts.push(String.fromCodePoint(point));
  }
  return end;
}

function decodeName(reading: Reading, slash: number): number {
  const { text, parts } = reading;
  const close = text.indexOf('}', slash);
  if (text.charAt(slash + 2) !== '{' || close < 0 || close === slash + 3) {
    const end = close < 0 ? text.length - 1 : close;
    reading.error = { at: slash, message: unicodeError(slash, end, 'malformed \\N character escape') };
    return text.length;
  }
  const character = characterOfName(text.slice(slash + 3, close));
  if (character === null) {
    reading.error = { at: slash, message: unicodeError(slash, close, 'unknown Unicode character name') };
    return close + 1;
  }
  parts.push(character);
  return close + 1;
}

function unicodeError(start: number, end: number, reason: string): string {
  const where = start === end ? `position ${start}` : `position ${start}-${end}`;
  return `(unicode error) 'unicodeescape' codec can't decode bytes in ${where}: ${reason}`;
}
