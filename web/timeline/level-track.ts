/** A number that changes over time, as steps: how many wait, a run queue's length, a semaphore's value. */
import type { Nanoseconds } from '../../sim-core/base/units.ts';

export interface LevelTrack {
  readonly length: number;
  readonly timeNs: Float64Array;
  /** The level from that time on. */
  readonly level: Int32Array;
  readonly highest: number;
  /** The highest level of each block of `blockSize` changes; then of each block of such blocks … */
  readonly highestOfBlocks: readonly Int32Array[];
}

const blockSize = 8;

/** What never was anything but 0; most of ten thousand locks' waiters are such. */
const emptyLevels: LevelTrack = {
  length: 0,
  timeNs: new Float64Array(),
  level: new Int32Array(),
  highest: 0,
  highestOfBlocks: [],
};

export class LevelTrackBuilder {
  #timeNs: number[] = [];
  #level: number[] = [];
  #current = 0;
  #lastNs: Nanoseconds = -1;

  get current(): number {
    return this.#current;
  }

  set(atNs: Nanoseconds, level: number): void {
    if (level === this.#current) return;
    this.#current = level;
    if (this.#lastNs === atNs) this.#level[this.#level.length - 1] = level;
    else {
      this.#lastNs = atNs;
      this.#timeNs.push(atNs);
      this.#level.push(level);
    }
  }

  build(): LevelTrack {
    const length = this.#timeNs.length;
    if (length === 0) return emptyLevels;
    const level = new Int32Array(this.#level);
    const highestOfBlocks = blocksOf(level);
    const highest = maximumOf(highestOfBlocks.at(-1) ?? level);
    return { length, timeNs: new Float64Array(this.#timeNs), level, highest, highestOfBlocks };
  }
}

/** How many changes have happened up to a time (inclusive). */
export function changesUntil(track: LevelTrack, timeNs: Nanoseconds): number {
  let low = 0;
  let high = track.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((track.timeNs[middle] ?? 0) <= timeNs) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function levelAt(track: LevelTrack, timeNs: Nanoseconds): number {
  const changes = changesUntil(track, timeNs);
  return changes === 0 ? 0 : (track.level[changes - 1] ?? 0);
}

/** The highest of the levels that the changes from `from` up to `to` (exclusive) lead to, or `least`; in logarithmic time. */
export function highestBetween(track: LevelTrack, from: number, to: number, least: number): number {
  let highest = least;
  let index = from;
  while (index < to) {
    let block = -1;
    let size = 1;
    while (
      block + 1 < track.highestOfBlocks.length &&
      index % (size * blockSize) === 0 &&
      index + size * blockSize <= to
    ) {
      block += 1;
      size *= blockSize;
    }
    const column = track.highestOfBlocks[block] ?? track.level;
    highest = Math.max(highest, column[index / size] ?? 0);
    index += size;
  }
  return highest;
}

/** The last block of each level may have fewer members. */
function blocksOf(level: Int32Array): readonly Int32Array[] {
  const all: Int32Array[] = [];
  for (let below = level; below.length > blockSize;) {
    const blocks = new Int32Array(Math.ceil(below.length / blockSize));
    for (let block = 0; block < blocks.length; block += 1)
      blocks[block] = maximumOf(below.subarray(block * blockSize, (block + 1) * blockSize));
    all.push(blocks);
    below = blocks;
  }
  return all;
}

function maximumOf(levels: Int32Array): number {
  let most = 0;
  for (const level of levels) if (level > most) most = level;
  return most;
}
