/**
 * The bus between the private caches of several harts and memory, and the protocol that keeps them coherent.
 * Models: MSI and MESI with invalidation on an atomic bus (Culler & Singh; "Illinois" MESI without cache-to-cache supply of clean blocks):
 * one transaction at a time, granted in the order of asking; every other cache snoops it; a modified block is flushed to memory first.
 * A waiting upgrade whose copy is invalidated meanwhile becomes a read for ownership.
 * Leaves out: split transactions, instruction fetches (they have a path of their own).
 */
import { assert } from '../../base/assert.ts';
import type { SparseMemory } from '../memory/sparse-memory.ts';
import type { Coherence } from './cache-config.ts';
import { LineState } from './cache-lines.ts';
import type { CacheLines } from './cache-lines.ts';

export type BusTransaction = 'BusRd' | 'BusRdX' | 'BusUpgr' | 'BusWB';

/** A transaction as it took effect. States are one letter a hart: 'MI' → 'SS'. */
export interface BusEvent {
  readonly cycle: number;
  readonly hart: number;
  readonly transaction: BusTransaction;
  /** The address of the block's first byte. */
  readonly address: number;
  readonly before: string;
  readonly after: string;
  /** The hart whose modified copy was flushed; null when memory had the newest one. */
  readonly flushedBy: number | null;
  /** It was asked for as an upgrade, but the copy was lost while waiting. */
  readonly lostUpgrade: boolean;
}

interface BusRequest {
  readonly hart: number;
  readonly block: number;
  transaction: BusTransaction;
  lostUpgrade: boolean;
}

interface BusSnapshot {
  readonly queue: readonly BusRequest[];
  readonly remaining: number | null;
  readonly victim: number;
  readonly transactions: number;
  readonly events: readonly BusEvent[];
}

const keptEvents = 256;
const upgradeCycles = 1;

export class SnoopingBus {
  /** The most recent transactions, oldest first. */
  events: BusEvent[] = [];
  transactions = 0;
  cycle = 0;
  readonly #protocol: Coherence;
  readonly #memory: SparseMemory;
  readonly #caches: readonly CacheLines[];
  #queue: BusRequest[] = [];
  /** Cycles until the transaction of the queue's head takes effect; null while none has begun. */
  #remaining: number | null = null;
  #victim = 0;

  constructor(protocol: Coherence, memory: SparseMemory, caches: readonly CacheLines[]) {
    this.#protocol = protocol;
    this.#memory = memory;
    this.#caches = caches;
  }

  /** The hart that has the bus, or null. */
  get owner(): number | null {
    return this.#remaining === null ? null : (this.#queue[0]?.hart ?? null);
  }

  get waiting(): readonly { readonly hart: number; readonly transaction: BusTransaction }[] {
    return this.#queue;
  }

  /** One cycle of asking for a block; true when the transaction takes effect in this cycle. */
  ask(hart: number, block: number, transaction: BusTransaction): boolean {
    const request = this.#requestOf(hart, block, transaction);
    if (this.#queue[0] !== request) return false;
    const cache = this.#cacheOf(hart);
    if (this.#remaining === null) {
      this.#remaining = this.#begin(request, cache);
      if (this.#remaining > 0) return false;
    } else {
      this.#remaining -= 1;
    }
    if (this.#remaining > 0) return false;
    this.#takeEffect(request, cache);
    this.#queue.shift();
    this.#remaining = null;
    return true;
  }

  /** A hart does not want its block any more; a transaction that has begun is given up. */
  withdraw(hart: number): void {
    if (this.owner === hart) this.#remaining = null;
    this.#queue = this.#queue.filter((request) => request.hart !== hart);
  }

  /** One letter a hart: the state of a block in each cache. */
  statesOf(block: number): string {
    return this.#caches.map((cache) => 'ISEM'.charAt(cache.stateOf(block))).join('');
  }

  save(): BusSnapshot {
    return {
      queue: this.#queue.map((request) => ({ ...request })),
      remaining: this.#remaining,
      victim: this.#victim,
      transactions: this.transactions,
      events: [...this.events],
    };
  }

  restore(snapshot: BusSnapshot): void {
    this.#queue = snapshot.queue.map((request) => ({ ...request }));
    this.#remaining = snapshot.remaining;
    this.#victim = snapshot.victim;
    this.transactions = snapshot.transactions;
    this.events = [...snapshot.events];
  }

  #cacheOf(hart: number): CacheLines {
    const cache = this.#caches[hart];
    assert(cache !== undefined, `hart ${hart} has no cache on the bus`);
    return cache;
  }

  #requestOf(hart: number, block: number, transaction: BusTransaction): BusRequest {
    const waiting = this.#queue.find((request) => request.hart === hart);
    if (waiting === undefined || waiting.block !== block) {
      assert(waiting === undefined, 'a hart asks for one block at a time');
      const request = { hart, block, transaction, lostUpgrade: false };
      this.#queue.push(request);
      return request;
    }
    if (waiting.transaction !== transaction) {
      waiting.transaction = transaction;
      waiting.lostUpgrade = true;
    }
    return waiting;
  }

  #begin(request: BusRequest, cache: CacheLines): number {
    if (request.transaction === 'BusUpgr') return upgradeCycles;
    this.#victim = cache.victimFor(request.block);
    const { penaltyCycles } = cache.config;
    return cache.isDirty(this.#victim) ? 2 * penaltyCycles : penaltyCycles;
  }

  #takeEffect(request: BusRequest, cache: CacheLines): void {
    const { block, hart, transaction, lostUpgrade } = request;
    if (transaction !== 'BusUpgr') this.#evict(hart, cache);
    const before = this.statesOf(block);
    const { flushedBy, isShared } = this.#snoop(request);
    if (transaction === 'BusUpgr') {
      const line = cache.find(block);
      assert(line !== null, 'an upgrade needs a shared copy');
      cache.states[line] = LineState.modified;
    } else {
      const clean = isShared || this.#protocol === 'MSI' ? LineState.shared : LineState.exclusive;
      const state = transaction === 'BusRdX' ? LineState.modified : clean;
      cache.fill({ line: this.#victim, block, state, memory: this.#memory });
    }
    const address = (block << cache.blockShift) >>> 0;
    this.#record({ hart, transaction, address, before, after: this.statesOf(block), flushedBy, lostUpgrade });
  }

  /** Every other cache sees the transaction: owners flush, readers share, writers invalidate. */
  #snoop(request: BusRequest): { flushedBy: number | null; isShared: boolean } {
    let flushedBy: number | null = null;
    let isShared = false;
    for (const [other, cache] of this.#caches.entries()) {
      const line = other === request.hart ? null : cache.find(request.block);
      if (line === null) continue;
      if (cache.isDirty(line)) {
        cache.writeBack(line, this.#memory);
        flushedBy = other;
      }
      if (request.transaction === 'BusRd') {
        cache.states[line] = LineState.shared;
        isShared = true;
      } else {
        cache.states[line] = LineState.invalid;
        cache.counts.invalidations += 1;
      }
    }
    return { flushedBy, isShared };
  }

  #evict(hart: number, cache: CacheLines): void {
    if (!cache.isDirty(this.#victim)) return;
    const block = cache.blocks[this.#victim] as number;
    const before = this.statesOf(block);
    cache.writeBack(this.#victim, this.#memory);
    cache.states[this.#victim] = LineState.invalid;
    const address = (block << cache.blockShift) >>> 0;
    const after = this.statesOf(block);
    this.#record({ hart, transaction: 'BusWB', address, before, after, flushedBy: hart, lostUpgrade: false });
  }

  #record(event: Omit<BusEvent, 'cycle'>): void {
    this.transactions += 1;
    this.events.push({ cycle: this.cycle, ...event });
    if (this.events.length > 2 * keptEvents) this.events = this.events.slice(-keptEvents);
  }
}
