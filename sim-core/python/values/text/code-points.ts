/**
 * Python counts a str by code points, JavaScript by UTF-16 units; the two differ where a text holds surrogate pairs.
 * Leaves out: a lone high surrogate directly followed by a lone low one is one character here and two in CPython.
 */
import { ValueFault } from '../value-fault.ts';

const surrogate = /[\ud800-\udfff]/;
const pair = /[\ud800-\udbff][\udc00-\udfff]/;

/** What was found out about a long text, so that indexing it again and again does not scan it every time. */
interface Survey {
  text: string;
  /** The characters if some of them are surrogate pairs, else null. */
  characters: readonly string[] | null;
}

const surveyed: readonly Survey[] = Array.from({ length: 8 }, () => ({ text: '', characters: null }));

/** The code points of a text as strings if it holds surrogate pairs; null if units are code points. */
export function wideCharacters(text: string): readonly string[] | null {
  if (text.length < 24) return surrogate.test(text) && pair.test(text) ? Array.from(text) : null;
  const survey = surveyed[(text.length + text.charCodeAt(0) + text.charCodeAt(text.length - 1)) & 7] as Survey;
  if (survey.text !== text) {
    survey.text = text;
    survey.characters = pair.test(text) ? Array.from(text) : null;
  }
  return survey.characters;
}

/** `len(text)`. */
export function textLength(text: string): number {
  return wideCharacters(text)?.length ?? text.length;
}

/** `text[index]`. */
export function characterAt(text: string, index: number): string {
  const characters = wideCharacters(text);
  const length = characters?.length ?? text.length;
  const position = index < 0 ? index + length : index;
  if (position < 0 || position >= length) throw new ValueFault('IndexError', 'string index out of range');
  return characters === null ? text.charAt(position) : (characters[position] as string);
}

/** The characters of a text, each a string of one code point. */
export function charactersOf(text: string): readonly string[] {
  return wideCharacters(text) ?? text.split('');
}

/** The code points from `start` up to `end`, both within the text. */
export function textBetween(text: string, start: number, end: number): string {
  const characters = wideCharacters(text);
  return characters === null ? text.slice(start, end) : characters.slice(start, end).join('');
}

/** The UTF-16 offset of a code point's index. */
export function unitOffset(text: string, index: number): number {
  const characters = wideCharacters(text);
  return characters === null ? index : characters.slice(0, index).join('').length;
}

/** The index of the code point at a UTF-16 offset. */
export function codePointIndex(text: string, offset: number): number {
  return wideCharacters(text) === null ? offset : Array.from(text.slice(0, offset)).length;
}

/** `chr(codePoint)`. */
export function characterOf(codePoint: number | bigint): string {
  if (codePoint < 0 || codePoint > 0x10ffff) {
    throw new ValueFault('ValueError', 'chr() arg not in range(0x110000)');
  }
  return String.fromCodePoint(Number(codePoint));
}
