/**
 * A hart's way to memory through its own L1 caches.
 * Models: separate instruction and data caches that block until a miss is served. The data cache holds real words, so that caches without a
 * coherence protocol really go stale; the instruction cache keeps tags only.
 * Leaves out: a second level, the time that fence.i takes to write back.
 */
import type { MemoryPort } from '../memory/memory-port.ts';
import type { SparseMemory } from '../memory/sparse-memory.ts';
import { LineState } from './cache-lines.ts';
import type { CacheLines } from './cache-lines.ts';
import type { SnoopingBus } from './snooping-bus.ts';

export interface CachedPortParts {
  readonly hart: number;
  readonly memory: SparseMemory;
  readonly instructions: CacheLines | null;
  readonly data: CacheLines | null;
  /** Null when nothing keeps this cache coherent with others. */
  readonly bus: SnoopingBus | null;
}

interface PortProgress {
  /** The blocks counted for the access under way, so that waiting for them does not count again. */
  countedFirst: number | null;
  countedLast: number | null;
  /** The block that the access waits for. */
  awaitedBlock: number | null;
  dataRemaining: number | null;
  dataVictim: number;
  fetchBlock: number | null;
  fetchRemaining: number;
}

interface PortSnapshot {
  readonly progress: PortProgress;
  readonly instructions: ReturnType<CacheLines['save']> | null;
  readonly data: ReturnType<CacheLines['save']> | null;
}

export class CachedPort implements MemoryPort {
  readonly instructions: CacheLines | null;
  readonly data: CacheLines | null;
  readonly #hart: number;
  readonly #memory: SparseMemory;
  readonly #bus: SnoopingBus | null;
  readonly #progress: PortProgress = {
    countedFirst: null,
    countedLast: null,
    awaitedBlock: null,
    dataRemaining: null,
    dataVictim: 0,
    fetchBlock: null,
    fetchRemaining: 0,
  };

  constructor(parts: CachedPortParts) {
    this.instructions = parts.instructions;
    this.data = parts.data;
    this.#hart = parts.hart;
    this.#memory = parts.memory;
    this.#bus = parts.bus;
  }

  fetchIsReady(address: number): boolean {
    const cache = this.instructions;
    if (cache === null) return true;
    const block = cache.blockOf(address);
    const line = cache.find(block);
    if (line !== null) {
      cache.touch(line);
      countHit(cache);
      return true;
    }
    return this.#fetchMiss(cache, block);
  }

  dataIsReady(address: number, bytes: number, isWrite: boolean): boolean {
    const cache = this.data;
    if (cache === null) return true;
    const first = cache.blockOf(address);
    const last = cache.blockOf((address + bytes - 1) >>> 0);
    const isThere =
      first === last ? this.#awaits(cache, first, isWrite) : this.#bothAreThere(cache, { first, last, isWrite });
    if (!isThere) return false;
    this.#progress.countedFirst = null;
    this.#progress.countedLast = null;
    return true;
  }

  read(address: number, bytes: number): number {
    const cache = this.data;
    if (cache === null) return this.#memory.read(address, bytes);
    let value = 0;
    for (let i = 0; i < bytes; i += 1) {
      const at = (address + i) >>> 0;
      const line = cache.find(cache.blockOf(at));
      value |= (line === null ? this.#memory.read(at, 1) : cache.readByte(line, at)) << (8 * i);
    }
    return value;
  }

  write(address: number, bytes: number, value: number): void {
    const cache = this.data;
    for (let i = 0; i < bytes && cache !== null; i += 1) {
      const at = (address + i) >>> 0;
      const line = cache.find(cache.blockOf(at));
      if (line === null) continue;
      cache.writeByte(line, at, value >>> (8 * i));
      if (cache.config.write === 'back') cache.states[line] = LineState.modified;
    }
    if (cache === null || cache.config.write === 'through') this.#memory.write(address, bytes, value);
  }

  cancelData(): void {
    this.#bus?.withdraw(this.#hart);
    Object.assign(this.#progress, { countedFirst: null, countedLast: null, awaitedBlock: null, dataRemaining: null });
  }

  synchronizeInstructions(): void {
    const { data, instructions } = this;
    for (let line = 0; data !== null && line < data.states.length; line += 1) {
      if (!data.isDirty(line)) continue;
      data.writeBack(line, this.#memory);
      data.states[line] = this.#bus === null ? LineState.exclusive : LineState.shared;
    }
    instructions?.states.fill(LineState.invalid);
  }

  save(): PortSnapshot {
    return {
      progress: { ...this.#progress },
      instructions: this.instructions?.save() ?? null,
      data: this.data?.save() ?? null,
    };
  }

  restore(snapshot: PortSnapshot): void {
    Object.assign(this.#progress, snapshot.progress);
    if (snapshot.instructions) this.instructions?.restore(snapshot.instructions);
    if (snapshot.data) this.data?.restore(snapshot.data);
  }

  #fetchMiss(cache: CacheLines, block: number): boolean {
    const progress = this.#progress;
    if (progress.fetchBlock !== block) {
      countMiss(cache);
      progress.fetchBlock = block;
      progress.fetchRemaining = cache.config.penaltyCycles;
    } else {
      progress.fetchRemaining -= 1;
    }
    if (progress.fetchRemaining > 0) return false;
    progress.fetchBlock = null;
    cache.fill({ line: cache.victimFor(block), block, state: LineState.exclusive, memory: this.#memory });
    return true;
  }

  #bothAreThere(
    cache: CacheLines,
    { first, last, isWrite }: { first: number; last: number; isWrite: boolean },
  ): boolean {
    if (this.#progress.awaitedBlock === last && !this.#awaits(cache, last, isWrite)) return false;
    // While the second block was fetched, the first may have been taken away again.
    return (
      this.#awaits(cache, first, isWrite) && this.#awaits(cache, last, isWrite) && this.#awaits(cache, first, isWrite)
    );
  }

  #awaits(cache: CacheLines, block: number, isWrite: boolean): boolean {
    const isReady = this.#blockIsReady(cache, block, isWrite);
    this.#progress.awaitedBlock = isReady ? null : block;
    return isReady;
  }

  /** Is this the first time that the access under way asks for the block? */
  #isFirstAsk(block: number): boolean {
    const progress = this.#progress;
    if (progress.countedFirst === block || progress.countedLast === block) return false;
    if (progress.countedFirst === null) progress.countedFirst = block;
    else progress.countedLast = block;
    return true;
  }

  /** Is the block here with the rights that the access needs? If not, one cycle of getting it passes. */
  #blockIsReady(cache: CacheLines, block: number, isWrite: boolean): boolean {
    const line = cache.find(block);
    const needsUpgrade = isWrite && this.#bus !== null && line !== null && cache.states[line] === LineState.shared;
    const isNew = this.#isFirstAsk(block);
    if (line !== null && !needsUpgrade) {
      cache.touch(line);
      if (isNew) countHit(cache);
      return true;
    }
    if (isNew && !needsUpgrade) countMiss(cache);
    else if (isNew) countHit(cache);
    if (isWrite && cache.config.write === 'through') return true;
    if (this.#bus !== null) {
      return this.#bus.ask(this.#hart, block, needsUpgrade ? 'BusUpgr' : isWrite ? 'BusRdX' : 'BusRd');
    }
    return this.#fillAlone(cache, block);
  }

  #fillAlone(cache: CacheLines, block: number): boolean {
    const progress = this.#progress;
    if (progress.dataRemaining === null) {
      progress.dataVictim = cache.victimFor(block);
      const { penaltyCycles } = cache.config;
      progress.dataRemaining = cache.isDirty(progress.dataVictim) ? 2 * penaltyCycles : penaltyCycles;
    } else {
      progress.dataRemaining -= 1;
    }
    if (progress.dataRemaining > 0) return false;
    progress.dataRemaining = null;
    if (cache.isDirty(progress.dataVictim)) cache.writeBack(progress.dataVictim, this.#memory);
    cache.fill({ line: progress.dataVictim, block, state: LineState.exclusive, memory: this.#memory });
    return true;
  }
}

function countHit(cache: CacheLines): void {
  cache.counts.accesses += 1;
  cache.counts.hits += 1;
}

function countMiss(cache: CacheLines): void {
  cache.counts.accesses += 1;
  cache.counts.misses += 1;
}
