/** `find`, `index`, `count`, `startswith` and their kin; positions are of code points. */
import type { Int } from '../int/int.ts';
import { searchBounds } from '../slice-indices.ts';
import { ValueFault } from '../value-fault.ts';
import { codePointIndex, textBetween, textLength, wideCharacters } from './code-points.ts';

/** The part of the text a search looks at; null stands for None or no argument. */
export interface SearchRange {
  readonly start: Int | null;
  readonly end: Int | null;
}

const everywhere: SearchRange = { start: null, end: null };

/** `text.find(part, start, end)`; -1 if it is not there. */
export function findText(text: string, part: string, range: SearchRange = everywhere): number {
  return search(text, part, range, (within) => within.indexOf(part));
}

export function rightFindText(text: string, part: string, range: SearchRange = everywhere): number {
  return search(text, part, range, (within) => within.lastIndexOf(part));
}

/** As find, but a ValueError if it is not there. */
export function indexOfText(text: string, part: string, range: SearchRange = everywhere): number {
  return foundPosition(findText(text, part, range));
}

export function rightIndexOfText(text: string, part: string, range: SearchRange = everywhere): number {
  return foundPosition(rightFindText(text, part, range));
}

/** How often the part occurs without overlap. */
export function countText(text: string, part: string, range: SearchRange = everywhere): number {
  const [start, end] = searchBounds(range.start, range.end, textLength(text));
  if (start > end) return 0;
  const within = textBetween(text, start, end);
  if (part === '') return end - start + 1;
  let count = 0;
  for (let at = within.indexOf(part); at >= 0; at = within.indexOf(part, at + part.length)) count++;
  return count;
}

/** Whether the text starts with one of the prefixes. */
export function textStartsWith(text: string, prefixes: readonly string[], range: SearchRange = everywhere): boolean {
  const within = rangeOfText(text, range);
  return within !== null && prefixes.some((prefix) => within.startsWith(prefix));
}

/** Whether the text ends with one of the suffixes. */
export function textEndsWith(text: string, suffixes: readonly string[], range: SearchRange = everywhere): boolean {
  const within = rangeOfText(text, range);
  return within !== null && suffixes.some((suffix) => within.endsWith(suffix));
}

/** What lies in the range; null if it starts after its end, where not even the empty text is found. */
function rangeOfText(text: string, range: SearchRange): string | null {
  if (range.start === null && range.end === null) return text;
  const [start, end] = searchBounds(range.start, range.end, textLength(text));
  return start > end ? null : textBetween(text, start, end);
}

function search(text: string, part: string, range: SearchRange, find: (within: string) => number): number {
  if (range.start === null && range.end === null) {
    const offset = find(text);
    return offset <= 0 || wideCharacters(text) === null ? offset : codePointIndex(text, offset);
  }
  const within = rangeOfText(text, range);
  const offset = within === null ? -1 : find(within);
  if (within === null || offset < 0) return -1;
  return searchBounds(range.start, range.end, textLength(text))[0] + codePointIndex(within, offset);
}

function foundPosition(position: number): number {
  if (position < 0) throw new ValueFault('ValueError', 'substring not found');
  return position;
}
