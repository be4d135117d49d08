import { expect, test } from 'vitest';
import type { Int } from '../int/int.ts';
import { differences } from '../recorded-cases.ts';
import * as classes from './character-classes.ts';
import { characterAt, characterOf, textLength } from './code-points.ts';
import { decodeBytes } from './decode.ts';
import { encodeText } from './encode.ts';
import { asciiText, reprText } from './repr.ts';
import { capitalizeText, casefoldText, lowerText, swapCase, titleText, upperText } from './text-case.ts';
import { centerText, expandTabs, leftJustifyText, rightJustifyText, zeroFillText } from './text-pad.ts';
import { removePrefix, removeSuffix, replaceText, translateText } from './text-replace.ts';
import * as search from './text-search.ts';
import { sliceText } from './text-slice.ts';
import { partitionText, rightPartitionText, rightSplitText, splitLines, splitText } from './text-split.ts';
import { leftStripText, rightStripText, stripText } from './text-strip.ts';
import recorded from './text.recorded.jsonl?raw';

type Bound = Int | null;

const predicates = {
  isalpha: classes.isAlphabetic,
  isalnum: classes.isAlphanumeric,
  isascii: classes.isAscii,
  isdecimal: classes.isDecimal,
  isdigit: classes.isDigit,
  isnumeric: classes.isNumeric,
  isidentifier: classes.isIdentifier,
  isspace: classes.isSpace,
  isprintable: classes.isPrintableText,
  islower: classes.isLowerCase,
  isupper: classes.isUpperCase,
  istitle: classes.isTitleCase,
};

const searches = {
  find: (text: string, part: string, start: Bound, end: Bound) => search.findText(text, part, { start, end }),
  rfind: (text: string, part: string, start: Bound, end: Bound) => search.rightFindText(text, part, { start, end }),
  index: (text: string, part: string, start: Bound, end: Bound) => search.indexOfText(text, part, { start, end }),
  rindex: (text: string, part: string, start: Bound, end: Bound) => search.rightIndexOfText(text, part, { start, end }),
  count: (text: string, part: string, start: Bound, end: Bound) => search.countText(text, part, { start, end }),
  startswith: (text: string, part: string, start: Bound, end: Bound) =>
    search.textStartsWith(text, [part], { start, end }),
  endswith: (text: string, part: string, start: Bound, end: Bound) => search.textEndsWith(text, [part], { start, end }),
};

test('str answers as CPython 3.13 does', () => {
  const operations = {
    ...predicates,
    ...searches,
    lower: lowerText,
    upper: upperText,
    title: titleText,
    capitalize: capitalizeText,
    swapcase: swapCase,
    casefold: casefoldText,
    repr: reprText,
    ascii: asciiText,
    length: textLength,
    splitlines: splitLines,
    split: splitText,
    rsplit: rightSplitText,
    strip: stripText,
    lstrip: leftStripText,
    rstrip: rightStripText,
    replace: replaceText,
    partition: partitionText,
    rpartition: rightPartitionText,
    slice: (text: string, start: Bound, stop: Bound, step: Bound) => sliceText(text, { start, stop, step }),
    item: characterAt,
    center: centerText,
    ljust: leftJustifyText,
    rjust: rightJustifyText,
    zfill: zeroFillText,
    expandtabs: expandTabs,
    removeprefix: removePrefix,
    removesuffix: removeSuffix,
    chr: characterOf,
    encode: encodeText,
    decode: decodeBytes,
  };
  expect(differences(recorded, operations)).toEqual([]);
});

test('translate leaves what the table does not name', () => {
  expect(translateText('a😀c', (codePoint) => (codePoint === 0x1f600 ? 'smile' : null))).toBe('asmilec');
});
