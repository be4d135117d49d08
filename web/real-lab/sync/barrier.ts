import type { Waiter } from './waiter.ts';

const spinLimit = 400;

/**
 * Where all parties meet before any goes on. The generation tells this meeting from the next one,
 * so that a fast worker that is already back does not overtake a slow one that has not left yet.
 */
export class Barrier {
  readonly #words: Int32Array;
  readonly #arrivedAt: number;
  readonly #generationAt: number;
  readonly #parties: number;

  constructor(words: Int32Array, at: { readonly arrived: number; readonly generation: number }, parties: number) {
    this.#words = words;
    this.#arrivedAt = at.arrived;
    this.#generationAt = at.generation;
    this.#parties = parties;
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
    for (let spin = 0; spin < spinLimit; spin += 1) {
      if (Atomics.load(this.#words, this.#generationAt) !== generation) return false;
    }
    waiter.beginWait(resource);
    while (Atomics.load(this.#words, this.#generationAt) === generation) {
      Atomics.wait(this.#words, this.#generationAt, generation);
    }
    waiter.endWait();
    return false;
  }
}
