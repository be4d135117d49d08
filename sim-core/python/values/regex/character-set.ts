/** Which characters a node of one character's width matches. */
import { isAlphanumeric } from '../text/character-classes.ts';
import { decimalDigitValue } from '../text/decimal-digit.ts';
import { isWhiteSpace } from '../text/white-space.ts';
import { regexFlags, type CategoryName, type SetItem } from './pattern-node.ts';

/** A set of code points; what was found out about the first 256 is kept in a table. */
export class CharacterSet {
  /** 0 for not asked yet, 1 for outside, 2 for inside. */
  readonly #table = new Uint8Array(256);
  readonly #holds: (code: number) => boolean;

  constructor(holds: (code: number) => boolean) {
    this.#holds = holds;
  }

  has(code: number): boolean {
    if (code > 255) return this.#holds(code);
    const known = this.#table[code];
    if (known !== 0) return known === 2;
    const isInside = this.#holds(code);
    this.#table[code] = isInside ? 2 : 1;
    return isInside;
  }
}

/** How the flags make characters equal and which alphabet the categories have. */
export function isUnicodePattern(flags: number): boolean {
  return (flags & regexFlags.unicode) !== 0 && (flags & regexFlags.ascii) === 0;
}

export function isWordCharacter(code: number, unicode: boolean): boolean {
  if (code < 0x80) return isAsciiWord(code);
  return unicode && isAlphanumeric(String.fromCodePoint(code));
}

function isAsciiWord(code: number): boolean {
  const lower = code | 32;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}

function isInCategory(name: CategoryName, code: number, unicode: boolean): boolean {
  switch (name) {
    case 'digit':
      return unicode ? decimalDigitValue(code) !== null : code >= 0x30 && code <= 0x39;
    case 'space':
      return unicode ? isWhiteSpace(code) : code === 0x20 || (code >= 9 && code <= 13);
    case 'word':
      return isWordCharacter(code, unicode);
  }
}

/** The set of a node, with the case of letters put aside if the flags say so. */
export function characterSetOf(items: readonly SetItem[], negated: boolean, flags: number): CharacterSet {
  const unicode = isUnicodePattern(flags);
  const holds = (code: number): boolean => items.some((item) => itemHolds(item, code, unicode));
  const ignoresCase = (flags & regexFlags.ignoreCase) !== 0;
  const holdsAnyCase = (code: number): boolean => caseVariants(code, unicode).some(holds);
  const inSet = ignoresCase ? holdsAnyCase : holds;
  return new CharacterSet(negated ? (code) => !inSet(code) : inSet);
}

function itemHolds(item: SetItem, code: number, unicode: boolean): boolean {
  if (item.kind === 'character') return item.code === code;
  if (item.kind === 'range') return code >= item.low && code <= item.high;
  return isInCategory(item.name, code, unicode) !== item.negated;
}

function caseVariants(code: number, unicode: boolean): readonly number[] {
  const folded = foldCase(code, unicode);
  const upper = unicode || folded < 0x80 ? singleCodePoint(String.fromCodePoint(folded).toUpperCase()) : null;
  return upper === null ? [code, folded] : [code, folded, upper];
}

/** The one code point that stands for a letter in any case. */
export function foldCase(code: number, unicode: boolean): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 32 : code;
  if (!unicode) return code;
  if (code === 0x130) return 0x69;
  const character = String.fromCodePoint(code);
  const upper = singleCodePoint(character.toUpperCase()) ?? code;
  return singleCodePoint(String.fromCodePoint(upper).toLowerCase()) ?? upper;
}

function singleCodePoint(text: string): number | null {
  const code = text.codePointAt(0) as number;
  return text.length === (code > 0xffff ? 2 : 1) ? code : null;
}
