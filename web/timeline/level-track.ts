/** A number that changes over time, as steps: how many wait, a run queue's length, a semaphore's value. */
import type { Nanoseconds } from '../../sim-core/base/units.ts';

export interface LevelTrack {
  readonly length: number;
  readonly timeNs: Float64Array;
  /** The level from that time on. */
  readonly level: Int32Array;
  readonly highest: number;
}

export class LevelTrackBuilder {
  #timeNs: number[] = [];
  #level: number[] = [];
  #current = 0;

  get current(): number {
    return this.#current;
  }

  set(atNs: Nanoseconds, level: number): void {
    if (level === this.#current) return;
    this.#current = level;
    if (this.#timeNs.at(-1) === atNs) this.#level[this.#level.length - 1] = level;
    else {
      this.#timeNs.push(atNs);
      this.#level.push(level);
    }
  }

  build(): LevelTrack {
    const highest = this.#level.reduce((most, level) => Math.max(most, level), 0);
    return {
      length: this.#timeNs.length,
      timeNs: Float64Array.from(this.#timeNs),
      level: Int32Array.from(this.#level),
      highest,
    };
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
