import { spinUntil } from './patience.ts';
import type { Waiter } from './waiter.ts';

/**
 * Where all parties meet before any goes on. The generation tells this meeting from the next one,
 * so that a fast worker that is already back does not overtake a slow one that has not left yet.
 */
export class Barrier {
  readonly #words: Int32Array;
  readonly #arrivedAt: number;
  readonly #generationAt: number;
  readonly #parties: number;
  readonly #patienceMs: number;

  constructor(
    words: Int32Array,
    at: { readonly arrived: number; readonly generation: number },
    { parties, patienceMs }: { readonly parties: number; readonly patienceMs: number },
  ) {
    this.#words = words;
    this.#arrivedAt = at.arrived;
    this.#generationAt = at.generation;
    this.#parties = parties;
    this.#patienceMs = patienceMs;
  }

  /** Returns true to the last one to arrive. `resource` is what the wait table shows. */
  meet(waiter: Waiter, resource: number): boolean {
    const generation = Atomics.load(this.#words, this.#generationAt);
    if (Atomics.add(this.#words, this.#arrivedAt, 1) + 1 === this.#parties) {
      Atomics.store(this.#words, this.#arrivedAt, 0);
      Atomics.add(this.#words, this.#generationAt, 1);
      Atomics.notify(this.#words, this.#generationAt);
      return true;
    }
    if (spinUntil(() => Atomics.load(this.#words, this.#generationAt) !== generation, this.#patienceMs)) return false;
    waiter.beginWait(resource);
    while (Atomics.load(this.#words, this.#generationAt) === generation) {
      Atomics.wait(this.#words, this.#generationAt, generation);
    }
    waiter.endWait();
    return false;
  }
}
