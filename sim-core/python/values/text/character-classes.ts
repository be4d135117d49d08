/**
 * The `str.is…` predicates.
 * Models: CPython 3.13, Objects/unicodectype.c, Unicode 15.1: exact for every code point in an engine of Unicode 15.1 to 17.
 */
import { holdsLaterCharacter } from './later-characters.ts';
import { isPrintable } from './repr.ts';
import { isWhiteSpace } from './white-space.ts';

const asciiOnly = /^[\0-\x7f]*$/;

/** Digits that stand alone, such as superscripts and circled ones: isdigit but not isdecimal. */
const loneDigits =
  '\\u00b2\\u00b3\\u00b9\\u1369-\\u1371\\u19da\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2460-\\u2468\\u2474-\\u247c\\u2488-\\u2490' +
  '\\u24ea\\u24f5-\\u24fd\\u24ff\\u2776-\\u277e\\u2780-\\u2788\\u278a-\\u2792\\u{10a40}-\\u{10a43}\\u{10e60}-\\u{10e68}' +
  '\\u{11052}-\\u{1105a}\\u{1f100}-\\u{1f10a}';

/** Ideographs that are letters by category and yet have a numeric value. */
const numericIdeographs =
  '\\u3405\\u3483\\u382a\\u3b4d\\u4e00\\u4e03\\u4e07\\u4e09\\u4e24\\u4e5d\\u4e8c\\u4e94\\u4e96\\u4eac' +
  '\\u4ebf-\\u4ec0\\u4edf\\u4ee8\\u4f0d\\u4f70\\u4fe9\\u5006\\u5104\\u5146\\u5169\\u516b\\u516d\\u5341' +
  '\\u5343-\\u5345\\u534c\\u53c1-\\u53c4\\u56db\\u58f1\\u58f9\\u5e7a\\u5efe-\\u5eff\\u5f0c-\\u5f0e\\u5f10\\u62d0' +
  '\\u62fe\\u634c\\u67d2\\u6d1e\\u6f06\\u7396\\u767e\\u7695\\u79ed\\u8086\\u842c\\u8cae\\u8cb3\\u8d30\\u920e' +
  '\\u94a9\\u9621\\u9646\\u964c\\u9678\\u96f6\\uf96b\\uf973\\uf978\\uf9b2\\uf9d1\\uf9d3\\uf9fd\\u{20001}' +
  '\\u{20064}\\u{200e2}\\u{20121}\\u{2092a}\\u{20983}\\u{2098c}\\u{2099c}\\u{20aea}\\u{20afd}\\u{20b19}\\u{22390}' +
  '\\u{22998}\\u{23b1b}\\u{2626d}\\u{2f890}';

const letters = /^\p{L}+$/u;
const decimals = /^\p{Nd}+$/u;
const digits = new RegExp(`^[\\p{Nd}${loneDigits}]+$`, 'u');
const numerics = new RegExp(`^[\\p{N}${loneDigits}${numericIdeographs}]+$`, 'u');
const alphanumerics = new RegExp(`^[\\p{L}\\p{N}${loneDigits}]+$`, 'u');
const identifier = /^[\p{XIDS}_]\p{XIDC}*$/u;
const uppercase = /\p{Uppercase}/u;
/** Unicode 16 took the lower case from U+0295. */
const lowercase = /[\p{Lowercase}\u0295]/u;
const titlecase = /\p{Lt}/u;

export function isAlphabetic(text: string): boolean {
  return letters.test(text) && isKnown(text);
}

export function isAlphanumeric(text: string): boolean {
  return alphanumerics.test(text) && isKnown(text);
}

export function isAscii(text: string): boolean {
  return asciiOnly.test(text);
}

export function isDecimal(text: string): boolean {
  return decimals.test(text) && isKnown(text);
}

export function isDigit(text: string): boolean {
  return digits.test(text) && isKnown(text);
}

export function isNumeric(text: string): boolean {
  return numerics.test(text) && isKnown(text);
}

export function isIdentifier(text: string): boolean {
  return identifier.test(text) && isKnown(text);
}

export function isSpace(text: string): boolean {
  return text !== '' && everyCodePoint(text, isWhiteSpace);
}

export function isPrintableText(text: string): boolean {
  return everyCodePoint(text, isPrintable);
}

export function isLowerCase(text: string): boolean {
  const known = knownPart(text);
  return lowercase.test(known) && !uppercase.test(known) && !titlecase.test(known);
}

export function isUpperCase(text: string): boolean {
  const known = knownPart(text);
  return uppercase.test(known) && !lowercase.test(known) && !titlecase.test(known);
}

/** Upper and title case follow only uncased characters, lower case only cased ones, and there is a cased one. */
export function isTitleCase(text: string): boolean {
  let hasCased = false;
  let previousIsCased = false;
  for (const character of text) {
    if (isUpperCharacter(character) || titlecase.test(character)) {
      if (previousIsCased) return false;
      previousIsCased = true;
      hasCased = true;
    } else if (isLowerCharacter(character)) {
      if (!previousIsCased) return false;
      hasCased = true;
    } else {
      previousIsCased = false;
    }
  }
  return hasCased;
}

/** Whether one character has the property Uppercase. */
export function isUpperCharacter(character: string): boolean {
  return uppercase.test(character) && isKnown(character);
}

/** Whether one character has the property Lowercase. */
export function isLowerCharacter(character: string): boolean {
  return lowercase.test(character) && isKnown(character);
}

/** Whether one character is of any case. */
export function isCasedCharacter(character: string): boolean {
  return isUpperCharacter(character) || isLowerCharacter(character) || titlecase.test(character);
}

function isKnown(text: string): boolean {
  return asciiOnly.test(text) || !holdsLaterCharacter(text);
}

/** The text without the characters that CPython 3.13 does not know, which have no case to it. */
function knownPart(text: string): string {
  if (isKnown(text)) return text;
  return Array.from(text)
    .filter((character) => isKnown(character))
    .join('');
}

function everyCodePoint(text: string, holds: (codePoint: number) => boolean): boolean {
  for (const character of text) if (!holds(character.codePointAt(0) as number)) return false;
  return true;
}
