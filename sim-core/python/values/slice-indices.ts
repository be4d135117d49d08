/** The indices of a slice (CPython: PySlice_Unpack and PySlice_AdjustIndices in Objects/sliceobject.c). */
import type { Int } from './int/int.ts';
import { ValueFault } from './value-fault.ts';

/** A slice fitted to a sequence: `count` items from `start` by `step`. */
export interface SliceIndices {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** The parts of a slice object; null stands for None. */
export interface SliceBounds {
  readonly start: Int | null;
  readonly stop: Int | null;
  readonly step: Int | null;
}

export function sliceIndices(bounds: SliceBounds, length: number): SliceIndices {
  const step = clampInt(bounds.step ?? 1);
  if (step === 0) throw new ValueFault('ValueError', 'slice step cannot be zero');
  const lowest = step < 0 ? -1 : 0;
  const highest = step < 0 ? length - 1 : length;
  const start = bounds.start === null ? (step < 0 ? highest : lowest) : fit(bounds.start, length, lowest, highest);
  const stop = bounds.stop === null ? (step < 0 ? lowest : highest) : fit(bounds.stop, length, lowest, highest);
  const distance = step < 0 ? start - stop : stop - start;
  return { start, stop, step, count: distance > 0 ? Math.floor((distance - 1) / Math.abs(step)) + 1 : 0 };
}

function fit(index: Int, length: number, lowest: number, highest: number): number {
  const clamped = clampInt(index);
  return Math.min(Math.max(clamped < 0 ? clamped + length : clamped, lowest), highest);
}

/** An int as a number no further from 0 than any index can be. */
export function clampInt(value: Int): number {
  if (typeof value === 'number') return value;
  return value < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
}

/** The `start` and `end` arguments of find, count, startswith and the like, fitted to a length. */
export function searchBounds(start: Int | null, end: Int | null, length: number): readonly [number, number] {
  const first = clampInt(start ?? 0);
  const last = clampInt(end ?? length);
  return [
    first < 0 ? Math.max(first + length, 0) : first,
    last < 0 ? Math.max(last + length, 0) : Math.min(last, length),
  ];
}
