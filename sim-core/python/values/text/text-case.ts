/**
 * `lower`, `upper`, `title`, `capitalize`, `swapcase` and `casefold`, with the full mappings of Unicode.
 * Models: CPython 3.13, Objects/unicodeobject.c and unicodectype.c; exact for every code point known to Unicode 15.1.
 */
import { isCasedCharacter, isLowerCharacter, isUpperCharacter } from './character-classes.ts';
import { holdsLaterCharacter } from './later-characters.ts';

/** Where JavaScript's mappings are CPython's, whatever the version of Unicode. */
const settled = /^[\0-\u0180]*$/;

export function lowerText(text: string): string {
  if (settled.test(text) || !holdsLaterCharacter(text)) return text.toLowerCase();
  return mapCharacters(text, (character, offset) => lowerCharacter(text, character, offset));
}

export function upperText(text: string): string {
  if (settled.test(text)) return text.toUpperCase();
  return mapCharacters(text, upperCharacter);
}

export function titleText(text: string): string {
  let previousIsCased = false;
  return mapCharacters(text, (character, offset) => {
    const mapped = previousIsCased ? lowerCharacter(text, character, offset) : titleCharacter(character);
    previousIsCased = isCasedCharacter(character);
    return mapped;
  });
}

export function capitalizeText(text: string): string {
  return mapCharacters(text, (character, offset) =>
    offset === 0 ? titleCharacter(character) : lowerCharacter(text, character, offset),
  );
}

export function swapCase(text: string): string {
  return mapCharacters(text, (character, offset) => {
    if (isUpperCharacter(character)) return lowerCharacter(text, character, offset);
    return isLowerCharacter(character) ? upperCharacter(character) : character;
  });
}

export function casefoldText(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return mapCharacters(text, foldCharacter);
}

function mapCharacters(text: string, map: (character: string, offset: number) => string): string {
  let mapped = '';
  let offset = 0;
  for (const character of text) {
    mapped += map(character, offset);
    offset += character.length;
  }
  return mapped;
}

/** A capital sigma at the end of a word becomes a final one, so its neighbours count. */
function lowerCharacter(text: string, character: string, offset: number): string {
  if (character === 'Σ') return isFinalSigma(text, offset) ? 'ς' : 'σ';
  return isKnown(character) ? character.toLowerCase() : character;
}

const casedBefore = /\p{Cased}\p{Case_Ignorable}*$/u;
const casedBehind = /^\p{Case_Ignorable}*\p{Cased}/u;

function isFinalSigma(text: string, offset: number): boolean {
  return casedBefore.test(text.slice(0, offset)) && !casedBehind.test(text.slice(offset + 1));
}

function upperCharacter(character: string): string {
  const upper = character.toUpperCase();
  return upper === character || !isKnown(upper) || !isKnown(character) ? character : upper;
}

function isKnown(text: string): boolean {
  return settled.test(text) || !holdsLaterCharacter(text);
}

/** Title case is upper case but for digraphs, Georgian and the Greek letters with iota. */
function titleCharacter(character: string): string {
  const codePoint = character.codePointAt(0) as number;
  if (codePoint < 0x80) return character.toUpperCase();
  const single = titleCodePoint(codePoint);
  if (single !== null) return String.fromCodePoint(single);
  const upper = Array.from(upperCharacter(character));
  if (upper.length === 1 || codePoint === 0x149) return upper.join('');
  const rest = upper.slice(1).join('').toLowerCase().replace('ι', '\u0345');
  return (upper[0] as string) + rest;
}

function titleCodePoint(codePoint: number): number | null {
  if (codePoint >= 0x1c4 && codePoint <= 0x1cc) return codePoint - ((codePoint - 0x1c4) % 3) + 1;
  if (codePoint >= 0x1f1 && codePoint <= 0x1f3) return 0x1f2;
  if (codePoint >= 0x10d0 && codePoint <= 0x10ff) return codePoint;
  if (codePoint >= 0x1f80 && codePoint <= 0x1faf) return codePoint | 8;
  if (codePoint === 0x1fb3 || codePoint === 0x1fc3 || codePoint === 0x1ff3) return codePoint + 9;
  if (codePoint === 0x1fbc || codePoint === 0x1fcc || codePoint === 0x1ffc) return codePoint;
  return null;
}

/** Folding is lower case of upper case but for dotless i, sharp S and Cherokee. */
function foldCharacter(character: string): string {
  const codePoint = character.codePointAt(0) as number;
  if (codePoint === 0x131 || (codePoint >= 0x13a0 && codePoint <= 0x13f5)) return character;
  if (codePoint >= 0x13f8 && codePoint <= 0x13fd) return String.fromCodePoint(codePoint - 8);
  if (codePoint >= 0xab70 && codePoint <= 0xabbf) return String.fromCodePoint(codePoint - 0xab70 + 0x13a0);
  if (codePoint === 0x1e9e) return 'ss';
  if (!isKnown(character)) return character;
  return Array.from(upperCharacter(character), (upper) => upper.toLowerCase()).join('');
}
