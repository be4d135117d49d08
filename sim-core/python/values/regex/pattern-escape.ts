/** Escapes in patterns (CPython: _escape and _class_escape in Lib/re/_parser.py). Leaves out: `\N{name}`. */
import { reprText } from '../text/repr.ts';
import type { Anchor, CategoryName, RegexNode, SetItem } from './pattern-node.ts';
import type { PatternSource } from './pattern-source.ts';
import type { PatternState } from './pattern-state.ts';

/** The escapes for control characters, by their letter. */
export const characterEscapes: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
  ['\\', 92],
]);

const anchors: ReadonlyMap<string, Anchor> = new Map([
  ['A', 'text-start'],
  ['b', 'word-boundary'],
  ['B', 'no-word-boundary'],
  ['Z', 'text-end'],
]);

const categories: ReadonlyMap<string, CategoryName> = new Map([
  ['d', 'digit'],
  ['s', 'space'],
  ['w', 'word'],
]);

function categoryItem(letter: string): SetItem | null {
  const name = categories.get(letter.toLowerCase());
  return name === undefined || letter.length > 1 ? null : { kind: 'category', name, negated: letter < 'a' };
}

const hexDigits = /^[\da-fA-F]$/;
export const octalDigit = /^[0-7]$/;
const decimalDigit = /^[0-9]$/;

/** An escape inside of a set. */
export function parseSetEscape(source: PatternSource, escape: string): SetItem {
  const letter = escape.slice(1);
  const known = characterEscapes.get(letter);
  if (known !== undefined) return { kind: 'character', code: known };
  const category = categoryItem(letter);
  if (category !== null) return category;
  const code = parseNumericEscape(source, escape) ?? parseSetOctal(source, escape);
  return { kind: 'character', code: code ?? plainEscape(source, escape) };
}

function parseSetOctal(source: PatternSource, escape: string): number | null {
  if (!octalDigit.test(escape.slice(1))) return null;
  return octalValue(source, escape + source.takeWhile(2, octalDigit));
}

/** The value of `\ooo`, which must fit in a byte. */
export function octalValue(source: PatternSource, escape: string): number {
  const code = Number.parseInt(escape.slice(1), 8);
  if (code <= 0o377) return code;
  throw source.fault(`octal escape value ${escape} outside of range 0-0o377`, escape.length);
}

/** An escape outside of sets. */
export function parseEscape(source: PatternSource, escape: string, state: PatternState): RegexNode {
  const letter = escape.slice(1);
  const anchor = anchors.get(letter);
  if (anchor !== undefined) return { kind: 'anchor', at: anchor };
  const category = categoryItem(letter);
  if (category !== null) return { kind: 'set', negated: false, items: [category] };
  const known = characterEscapes.get(letter);
  if (known !== undefined) return { kind: 'character', code: known };
  const numeric = parseNumericEscape(source, escape);
  if (numeric !== null) return { kind: 'character', code: numeric };
  if (letter === '0') {
    const octal = escape + source.takeWhile(2, octalDigit);
    return { kind: 'character', code: Number.parseInt(octal.slice(1), 8) };
  }
  if (decimalDigit.test(letter)) return parseReferenceOrOctal(source, escape, state);
  return { kind: 'character', code: plainEscape(source, escape) };
}

/** `\xhh`, `\uhhhh`, `\Uhhhhhhhh`; null for other letters. */
function parseNumericEscape(source: PatternSource, escape: string): number | null {
  const letter = escape.slice(1);
  if (letter === 'N' && !source.isBytes) refuseNamedCharacter(source);
  const count = letter === 'x' ? 2 : source.isBytes ? 0 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  if (count === 0) return null;
  const whole = escape + source.takeWhile(count, hexDigits);
  if (whole.length !== count + 2) throw source.fault(`incomplete escape ${whole}`, whole.length);
  const code = Number.parseInt(whole.slice(2), 16);
  if (code > 0x10ffff) throw source.fault(`bad escape ${whole}`, whole.length);
  return code;
}

function refuseNamedCharacter(source: PatternSource): never {
  if (!source.skip('{')) throw source.fault('missing {');
  const name = source.takeUntil('}', 'character name');
  throw source.fault(`undefined character name ${reprText(name)}`, Array.from(name).length + 4);
}

/** Three octal digits are a character, else it is the number of a group. */
function parseReferenceOrOctal(source: PatternSource, first: string, state: PatternState): RegexNode {
  let escape = first;
  if (source.next !== null && decimalDigit.test(source.next)) {
    escape += source.take() ?? '';
    const isOctal = /^\\[0-7]{2}$/.test(escape) && source.next !== null && octalDigit.test(source.next);
    if (isOctal) return { kind: 'character', code: octalValue(source, escape + (source.take() ?? '')) };
  }
  const group = Number(escape.slice(1));
  if (group >= state.groupWidths.length) {
    throw source.fault(`invalid group reference ${group}`, escape.length - 1);
  }
  if (!state.isClosed(group)) throw source.fault('cannot refer to an open group', escape.length);
  state.checkLookBehind(source, group);
  return { kind: 'backreference', group };
}

/** A backslash before anything but a letter or digit takes its meaning away. */
function plainEscape(source: PatternSource, escape: string): number {
  if (/^\\[A-Za-z\d]/.test(escape)) throw source.fault(`bad escape ${escape}`, escape.length);
  return escape.codePointAt(1) as number;
}
