import { blockWords, type LabMemory, lockWords } from '../memory/lab-memory.ts';

/** Test-and-test-and-set: who cannot have it runs in circles and keeps its core. */
export class SpinLock {
  readonly #locks: Int32Array;
  readonly #at: number;

  constructor(memory: LabMemory, resource: number) {
    this.#locks = memory.locks;
    this.#at = resource * blockWords + lockWords.state;
  }

  lock(): void {
    while (Atomics.exchange(this.#locks, this.#at, 1) !== 0) {
      while (Atomics.load(this.#locks, this.#at) !== 0) {
        // Reading leaves the cache line shared; only the exchange above fetches it for writing.
      }
    }
  }

  unlock(): void {
    Atomics.store(this.#locks, this.#at, 0);
  }
}
