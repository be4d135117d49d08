/** `find`, `index`, `count`, `startswith` and their kin for bytes. A single byte to look for goes in as bytes of length 1. */
import { sliceIndices, type SliceBounds } from '../slice-indices.ts';
import {
  countText,
  findText,
  rightFindText,
  textEndsWith,
  textStartsWith,
  type SearchRange,
} from '../text/text-search.ts';
import { ValueFault } from '../value-fault.ts';
import { latinText } from './latin-text.ts';

export function findBytes(bytes: Uint8Array, part: Uint8Array, range?: SearchRange): number {
  return findText(latinText(bytes), latinText(part), range);
}

export function rightFindBytes(bytes: Uint8Array, part: Uint8Array, range?: SearchRange): number {
  return rightFindText(latinText(bytes), latinText(part), range);
}

export function indexOfBytes(bytes: Uint8Array, part: Uint8Array, range?: SearchRange): number {
  return foundPosition(findBytes(bytes, part, range));
}

export function rightIndexOfBytes(bytes: Uint8Array, part: Uint8Array, range?: SearchRange): number {
  return foundPosition(rightFindBytes(bytes, part, range));
}

export function countBytes(bytes: Uint8Array, part: Uint8Array, range?: SearchRange): number {
  return countText(latinText(bytes), latinText(part), range);
}

export function bytesStartWith(bytes: Uint8Array, prefixes: readonly Uint8Array[], range?: SearchRange): boolean {
  return textStartsWith(latinText(bytes), prefixes.map(latinText), range);
}

export function bytesEndWith(bytes: Uint8Array, suffixes: readonly Uint8Array[], range?: SearchRange): boolean {
  return textEndsWith(latinText(bytes), suffixes.map(latinText), range);
}

/** `bytes[start:stop:step]`, always a copy. */
export function sliceBytes(bytes: Uint8Array, bounds: SliceBounds): Uint8Array {
  const { start, step, count } = sliceIndices(bounds, bytes.length);
  if (step === 1) return bytes.slice(start, start + count);
  const slice = new Uint8Array(count);
  for (let index = 0; index < count; index++) slice[index] = bytes[start + index * step] as number;
  return slice;
}

function foundPosition(position: number): number {
  if (position < 0) throw new ValueFault('ValueError', 'subsection not found');
  return position;
}
