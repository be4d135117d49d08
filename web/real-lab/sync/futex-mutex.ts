import { blockWords, type LabMemory, lockWords } from '../memory/lab-memory.ts';
import type { Waiter } from './waiter.ts';

const free = 0;
const held = 1;
/** Held, and somebody may be asleep: unlocking must wake. */
const contended = 2;

/** Tries before a worker goes to sleep: a critical section is shorter than a sleep. */
const spinLimit = 40;

/**
 * A mutex as the C library builds it from a futex.
 * Models: Ulrich Drepper, "Futexes are tricky" (2011), the second mutex, with a short spin before the sleep.
 * Leaves out: fairness (a thief may pass who was woken), priority, recursion.
 */
export class FutexMutex {
  readonly resource: number;
  readonly #locks: Int32Array;
  readonly #at: number;

  constructor(memory: LabMemory, resource: number) {
    this.resource = resource;
    this.#locks = memory.locks;
    this.#at = resource * blockWords + lockWords.state;
  }

  lock(waiter: Waiter): void {
    if (!this.tryLock(waiter)) this.#lockSlowly(waiter);
  }

  tryLock(waiter: Waiter): boolean {
    if (Atomics.compareExchange(this.#locks, this.#at, free, held) !== free) return false;
    this.#setOwner(waiter.index + 1);
    return true;
  }

  unlock(): void {
    this.#setOwner(0);
    if (Atomics.exchange(this.#locks, this.#at, free) === contended) Atomics.notify(this.#locks, this.#at, 1);
  }

  #lockSlowly(waiter: Waiter): void {
    for (let spin = 0; spin < spinLimit; spin += 1) if (this.tryLock(waiter)) return;
    waiter.beginWait(this.resource);
    while (Atomics.exchange(this.#locks, this.#at, contended) !== free) {
      Atomics.wait(this.#locks, this.#at, contended);
    }
    this.#setOwner(waiter.index + 1);
    waiter.endWait();
  }

  /** Written by the holder only; the watchdog reads it. */
  #setOwner(owner: number): void {
    Atomics.store(this.#locks, this.#at + lockWords.owner, owner);
  }
}
