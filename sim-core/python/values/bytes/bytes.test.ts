import { expect, test } from 'vitest';
import type { Int } from '../int/int.ts';
import { differences } from '../recorded-cases.ts';
import * as classes from './byte-classes.ts';
import * as change from './bytes-change.ts';
import { bytesFromHex, hexOfBytes } from './bytes-hex.ts';
import { reprBytes } from './bytes-repr.ts';
import * as search from './bytes-search.ts';
import { partitionBytes, rightPartitionBytes, rightSplitBytes, splitByteLines, splitBytes } from './bytes-split.ts';
import recorded from './bytes.recorded.jsonl?raw';

type Bound = Int | null;
type Search = (bytes: Uint8Array, part: Uint8Array, range: { start: Bound; end: Bound }) => unknown;

function ranged(find: Search) {
  return (bytes: Uint8Array, part: Uint8Array, start: Bound, end: Bound): unknown => find(bytes, part, { start, end });
}

test('bytes answer as CPython 3.13 does', () => {
  const operations = {
    isalpha: classes.areAlphabeticBytes,
    isalnum: classes.areAlphanumericBytes,
    isascii: classes.areAsciiBytes,
    isdigit: classes.areDigitBytes,
    isspace: classes.areSpaceBytes,
    islower: classes.areLowerBytes,
    isupper: classes.areUpperBytes,
    istitle: classes.areTitleBytes,
    lower: change.lowerBytes,
    upper: change.upperBytes,
    title: change.titleBytes,
    capitalize: change.capitalizeBytes,
    swapcase: change.swapBytesCase,
    strip: change.stripBytes,
    lstrip: change.leftStripBytes,
    rstrip: change.rightStripBytes,
    replace: change.replaceBytes,
    center: change.centerBytes,
    ljust: change.leftJustifyBytes,
    rjust: change.rightJustifyBytes,
    zfill: change.zeroFillBytes,
    expandtabs: change.expandByteTabs,
    removeprefix: change.removeBytesPrefix,
    removesuffix: change.removeBytesSuffix,
    translate: change.translateBytes,
    maketrans: change.makeTranslation,
    repr: reprBytes,
    hex: hexOfBytes,
    fromhex: bytesFromHex,
    splitlines: splitByteLines,
    split: splitBytes,
    rsplit: rightSplitBytes,
    partition: partitionBytes,
    rpartition: rightPartitionBytes,
    find: ranged(search.findBytes),
    rfind: ranged(search.rightFindBytes),
    index: ranged(search.indexOfBytes),
    rindex: ranged(search.rightIndexOfBytes),
    count: ranged(search.countBytes),
    startswith: ranged((bytes, part, range) => search.bytesStartWith(bytes, [part], range)),
    endswith: ranged((bytes, part, range) => search.bytesEndWith(bytes, [part], range)),
    slice: (bytes: Uint8Array, start: Bound, stop: Bound, step: Bound) =>
      search.sliceBytes(bytes, { start, stop, step }),
  };
  expect(differences(recorded, operations)).toEqual([]);
});
