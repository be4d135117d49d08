import { blockWords, type LabMemory, lockWords } from '../memory/lab-memory.ts';
import type { Waiter } from './waiter.ts';

const writing = -1;
const spinLimit = 40;

/**
 * Many readers or one writer. The state word is the number of readers inside, -1 for a writer.
 * A waiting writer keeps new readers out, so that a stream of readers cannot starve it.
 */
export class ReadersWriterLock {
  readonly resource: number;
  readonly #locks: Int32Array;
  readonly #stateAt: number;
  readonly #writersWaitingAt: number;
  /** Counts departures: what the sleepers sleep on. */
  readonly #departuresAt: number;

  constructor(memory: LabMemory, resource: number) {
    this.resource = resource;
    this.#locks = memory.locks;
    const at = resource * blockWords;
    this.#stateAt = at + lockWords.state;
    this.#writersWaitingAt = at + lockWords.extra;
    this.#departuresAt = at + lockWords.more;
  }

  enterAsReader(waiter: Waiter): void {
    this.#enter(waiter, () => {
      const readers = Atomics.load(this.#locks, this.#stateAt);
      if (readers === writing || Atomics.load(this.#locks, this.#writersWaitingAt) > 0) return false;
      return Atomics.compareExchange(this.#locks, this.#stateAt, readers, readers + 1) === readers;
    });
  }

  leaveAsReader(): void {
    if (Atomics.sub(this.#locks, this.#stateAt, 1) === 1) this.#announce();
  }

  enterAsWriter(waiter: Waiter): void {
    Atomics.add(this.#locks, this.#writersWaitingAt, 1);
    this.#enter(waiter, () => Atomics.compareExchange(this.#locks, this.#stateAt, 0, writing) === 0);
    Atomics.sub(this.#locks, this.#writersWaitingAt, 1);
  }

  leaveAsWriter(): void {
    Atomics.store(this.#locks, this.#stateAt, 0);
    this.#announce();
  }

  #enter(waiter: Waiter, tryEnter: () => boolean): void {
    for (let spin = 0; spin < spinLimit; spin += 1) if (tryEnter()) return;
    waiter.beginWait(this.resource);
    for (;;) {
      const departures = Atomics.load(this.#locks, this.#departuresAt);
      if (tryEnter()) break;
      Atomics.wait(this.#locks, this.#departuresAt, departures);
    }
    waiter.endWait();
  }

  #announce(): void {
    Atomics.add(this.#locks, this.#departuresAt, 1);
    Atomics.notify(this.#locks, this.#departuresAt);
  }
}
