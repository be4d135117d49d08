/**
 * One lane's intervals in typed columns: sorted, without overlap, built once per trace.
 * `longestBetween` answers in logarithmic time, so that a pixel that hides a thousand intervals shows the longest of them.
 */
import type { Nanoseconds } from '../../sim-core/base/units.ts';

export interface IntervalTrack {
  readonly length: number;
  readonly startNs: Float64Array;
  readonly endNs: Float64Array;
  /** What the interval shows: a state for thread lanes, a thread for holder lanes. */
  readonly value: Int32Array;
  /** What belongs to it: for a waiting thread the resource; -1 for nothing. */
  readonly detail: Int32Array;
  /** Per level, the index of the longest interval of each block; level 0 has blocks of `blockSize`. */
  readonly longest: readonly Int32Array[];
}

const blockSize = 8;

/** What nothing happened in; most of ten thousand locks' lanes are such. */
const emptyTrack: IntervalTrack = {
  length: 0,
  startNs: new Float64Array(),
  endNs: new Float64Array(),
  value: new Int32Array(),
  detail: new Int32Array(),
  longest: [],
};

/** Collects a lane's intervals while the trace is read from left to right. */
export class IntervalTrackBuilder {
  #startNs: number[] = [];
  #endNs: number[] = [];
  #value: number[] = [];
  #detail: number[] = [];
  #isOpen = false;
  #openStartNs: Nanoseconds = 0;
  #openValue = 0;
  #openDetail = 0;

  /** Begins an interval; one that is open ends there. The same value again is the same interval. */
  begin(atNs: Nanoseconds, value: number, detail: number): void {
    if (this.#isOpen && this.#openValue === value && this.#openDetail === detail) return;
    this.end(atNs);
    this.#isOpen = true;
    this.#openStartNs = atNs;
    this.#openValue = value;
    this.#openDetail = detail;
  }

  /** Ends the open interval; one that took no time leaves no trace. */
  end(atNs: Nanoseconds): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (atNs <= this.#openStartNs) return;
    this.#startNs.push(this.#openStartNs);
    this.#endNs.push(atNs);
    this.#value.push(this.#openValue);
    this.#detail.push(this.#openDetail);
  }

  build(endNs: Nanoseconds): IntervalTrack {
    this.end(endNs);
    if (this.#startNs.length === 0) return emptyTrack;
    const startNs = new Float64Array(this.#startNs);
    const ends = new Float64Array(this.#endNs);
    return {
      length: startNs.length,
      startNs,
      endNs: ends,
      value: new Int32Array(this.#value),
      detail: new Int32Array(this.#detail),
      longest: longestBlocks(startNs, ends),
    };
  }
}

/** The first interval that ends after a time: `length` if there is none. */
export function firstEndingAfter(track: IntervalTrack, timeNs: Nanoseconds): number {
  return lowerBound(track.endNs, track.length, (end) => end > timeNs);
}

/** The first interval at or after `from` that starts at a time or later. */
export function firstStartingFrom(track: IntervalTrack, timeNs: Nanoseconds, from = 0): number {
  return lowerBound(track.startNs, track.length, (start) => start >= timeNs, from);
}

/** The interval that covers a time, or null. */
export function intervalAt(track: IntervalTrack, timeNs: Nanoseconds): number | null {
  const index = firstEndingAfter(track, timeNs);
  return index < track.length && (track.startNs[index] ?? 0) <= timeNs ? index : null;
}

/** The longest of the intervals from `from` up to `to` (exclusive, at least one). */
export function longestBetween(track: IntervalTrack, from: number, to: number): number {
  let best = from;
  let index = from;
  while (index < to) {
    const step = largestBlockAt(track, index, to);
    const candidate = step.level < 0 ? index : (track.longest[step.level]?.[index / step.size] ?? index);
    if (lengthOf(track, candidate) > lengthOf(track, best)) best = candidate;
    index += step.size;
  }
  return best;
}

export function lengthOf(track: IntervalTrack, index: number): Nanoseconds {
  return (track.endNs[index] ?? 0) - (track.startNs[index] ?? 0);
}

function largestBlockAt(track: IntervalTrack, index: number, to: number): { level: number; size: number } {
  let level = -1;
  let size = 1;
  while (level + 1 < track.longest.length && index % (size * blockSize) === 0 && index + size * blockSize <= to) {
    level += 1;
    size *= blockSize;
  }
  return { level, size };
}

function longestBlocks(startNs: Float64Array, endNs: Float64Array): readonly Int32Array[] {
  const levels: Int32Array[] = [];
  const length = (index: number): number => (endNs[index] ?? 0) - (startNs[index] ?? 0);
  let below: Int32Array | null = null;
  let count = startNs.length;
  while (count > blockSize) {
    const blocks = new Int32Array(Math.floor(count / blockSize));
    for (let block = 0; block < blocks.length; block += 1) {
      let best = below === null ? block * blockSize : (below[block * blockSize] ?? 0);
      for (let child = block * blockSize; child < (block + 1) * blockSize; child += 1) {
        const candidate: number = below === null ? child : (below[child] ?? 0);
        if (length(candidate) > length(best)) best = candidate;
      }
      blocks[block] = best;
    }
    levels.push(blocks);
    below = blocks;
    count = blocks.length;
  }
  return levels;
}

function lowerBound(column: Float64Array, length: number, isBeyond: (value: number) => boolean, from = 0): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBeyond(column[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
