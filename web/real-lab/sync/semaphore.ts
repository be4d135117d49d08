import { blockWords, type LabMemory, lockWords } from '../memory/lab-memory.ts';
import type { Waiter } from './waiter.ts';

const spinLimit = 40;

/** A counting semaphore: `acquire` takes one and sleeps while there is none, `release` gives one back and wakes one sleeper. */
export class Semaphore {
  readonly resource: number;
  readonly #locks: Int32Array;
  readonly #at: number;

  constructor(memory: LabMemory, resource: number) {
    this.resource = resource;
    this.#locks = memory.locks;
    this.#at = resource * blockWords + lockWords.state;
  }

  /** Before the workers start: how many there are. */
  fill(count: number): void {
    Atomics.store(this.#locks, this.#at, count);
  }

  acquire(waiter: Waiter): void {
    for (let spin = 0; spin < spinLimit; spin += 1) if (this.#tryAcquire()) return;
    waiter.beginWait(this.resource);
    while (!this.#tryAcquire()) Atomics.wait(this.#locks, this.#at, 0);
    waiter.endWait();
  }

  release(): void {
    Atomics.add(this.#locks, this.#at, 1);
    Atomics.notify(this.#locks, this.#at, 1);
  }

  #tryAcquire(): boolean {
    const count = Atomics.load(this.#locks, this.#at);
    return count > 0 && Atomics.compareExchange(this.#locks, this.#at, count, count - 1) === count;
  }
}
