/**
 * The blocks that a cache holds: state, tag, words, and who is replaced next.
 * Models: a set-associative cache with LRU, FIFO or random replacement. Without a coherence protocol `exclusive` means clean and
 * `modified` dirty.
 * Leaves out: critical-word-first, prefetching, victim buffers.
 */
import { SeededRandom } from '../../base/seeded-random.ts';
import type { SparseMemory } from '../memory/sparse-memory.ts';
import type { CacheConfig, CacheCounts } from './cache-config.ts';

export const LineState = { invalid: 0, shared: 1, exclusive: 2, modified: 3 } as const;
export type LineState = (typeof LineState)[keyof typeof LineState];

interface CacheSnapshot {
  readonly states: Uint8Array;
  readonly blocks: Int32Array;
  readonly words: Int32Array;
  readonly usedAt: Float64Array;
  readonly filledAt: Float64Array;
  readonly clock: number;
  readonly random: SeededRandom;
  readonly counts: CacheCounts;
}

export class CacheLines {
  readonly config: CacheConfig;
  readonly blockShift: number;
  readonly states: Uint8Array;
  /** Block numbers: address divided by the block's size. */
  readonly blocks: Int32Array;
  readonly words: Int32Array;
  readonly counts: CacheCounts = { accesses: 0, hits: 0, misses: 0, writeBacks: 0, invalidations: 0 };
  readonly #usedAt: Float64Array;
  readonly #filledAt: Float64Array;
  #clock = 0;
  #random = new SeededRandom(1);

  constructor(config: CacheConfig) {
    const lines = config.sets * config.ways;
    this.config = config;
    this.blockShift = 31 - Math.clz32(config.wordsPerBlock * 4);
    this.states = new Uint8Array(lines);
    this.blocks = new Int32Array(lines);
    this.words = new Int32Array(lines * config.wordsPerBlock);
    this.#usedAt = new Float64Array(lines);
    this.#filledAt = new Float64Array(lines);
  }

  blockOf(address: number): number {
    return address >>> this.blockShift;
  }

  /** The line that holds a block, or null. */
  find(block: number): number | null {
    const first = (block & (this.config.sets - 1)) * this.config.ways;
    for (let line = first; line < first + this.config.ways; line += 1) {
      if (this.states[line] !== LineState.invalid && this.blocks[line] === block) return line;
    }
    return null;
  }

  stateOf(block: number): LineState {
    const line = this.find(block);
    return line === null ? LineState.invalid : (this.states[line] as LineState);
  }

  touch(line: number): void {
    this.#clock += 1;
    this.#usedAt[line] = this.#clock;
  }

  /** The line that a block would take: an empty one if there is one, else as the replacement rule says. */
  victimFor(block: number): number {
    const { ways, sets, replacement } = this.config;
    const first = (block & (sets - 1)) * ways;
    const order = replacement === 'FIFO' ? this.#filledAt : this.#usedAt;
    let oldest = first;
    for (let line = first; line < first + ways; line += 1) {
      if (this.states[line] === LineState.invalid) return line;
      if ((order[line] as number) < (order[oldest] as number)) oldest = line;
    }
    return replacement === 'random' ? first + this.#random.below(ways) : oldest;
  }

  isDirty(line: number): boolean {
    return this.states[line] === LineState.modified;
  }

  fill({ line, block, state, memory }: { line: number; block: number; state: LineState; memory: SparseMemory }): void {
    const { wordsPerBlock } = this.config;
    this.states[line] = state;
    this.blocks[line] = block;
    for (let i = 0; i < wordsPerBlock; i += 1) {
      this.words[line * wordsPerBlock + i] = memory.read(((block << this.blockShift) >>> 0) + 4 * i, 4);
    }
    this.touch(line);
    this.#filledAt[line] = this.#clock;
  }

  writeBack(line: number, memory: SparseMemory): void {
    const { wordsPerBlock } = this.config;
    const address = ((this.blocks[line] as number) << this.blockShift) >>> 0;
    for (let i = 0; i < wordsPerBlock; i += 1) {
      memory.write(address + 4 * i, 4, this.words[line * wordsPerBlock + i] as number);
    }
    this.counts.writeBacks += 1;
  }

  readByte(line: number, address: number): number {
    return ((this.words[this.#wordOf(line, address)] as number) >>> ((address & 3) * 8)) & 0xff;
  }

  writeByte(line: number, address: number, value: number): void {
    const word = this.#wordOf(line, address);
    const shift = (address & 3) * 8;
    this.words[word] = ((this.words[word] as number) & ~(0xff << shift)) | ((value & 0xff) << shift);
  }

  save(): CacheSnapshot {
    return {
      states: this.states.slice(),
      blocks: this.blocks.slice(),
      words: this.words.slice(),
      usedAt: this.#usedAt.slice(),
      filledAt: this.#filledAt.slice(),
      clock: this.#clock,
      random: this.#random.copy(),
      counts: { ...this.counts },
    };
  }

  restore(snapshot: CacheSnapshot): void {
    this.states.set(snapshot.states);
    this.blocks.set(snapshot.blocks);
    this.words.set(snapshot.words);
    this.#usedAt.set(snapshot.usedAt);
    this.#filledAt.set(snapshot.filledAt);
    this.#clock = snapshot.clock;
    this.#random = snapshot.random.copy();
    Object.assign(this.counts, snapshot.counts);
  }

  #wordOf(line: number, address: number): number {
    return line * this.config.wordsPerBlock + ((address >>> 2) & (this.config.wordsPerBlock - 1));
  }
}
