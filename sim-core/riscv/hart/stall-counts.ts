/** Cycles in which a hart retired nothing, by cause. Those after the last retired instruction do not count: nothing waited for them. */
import type { BubbleCause } from './flight.ts';

export type StallSums = Record<BubbleCause, number>;

export class StallCounts {
  sums: StallSums = noStalls();
  #pending: StallSums = noStalls();
  #hasPending = false;

  /** Traps so far, counted at once. */
  get trapsSeen(): number {
    return this.sums.trap + this.#pending.trap;
  }

  add(cause: BubbleCause): void {
    this.#pending[cause] += 1;
    this.#hasPending = true;
  }

  /** An instruction is retired: what it waited for counts. */
  settle(): void {
    if (!this.#hasPending) return;
    for (const cause of bubbleCauses) this.sums[cause] += this.#pending[cause];
    this.#pending = noStalls();
    this.#hasPending = false;
  }

  save(): { sums: StallSums; pending: StallSums } {
    return { sums: { ...this.sums }, pending: { ...this.#pending } };
  }

  restore(snapshot: { sums: StallSums; pending: StallSums }): void {
    this.sums = { ...snapshot.sums };
    this.#pending = { ...snapshot.pending };
    this.#hasPending = true;
  }
}

const bubbleCauses: readonly BubbleCause[] = [
  'fill',
  'load-use',
  'data-hazard',
  'branch-operand',
  'control',
  'trap',
  'instruction-miss',
  'data-miss',
];

function noStalls(): StallSums {
  return {
    fill: 0,
    'load-use': 0,
    'data-hazard': 0,
    'branch-operand': 0,
    control: 0,
    trap: 0,
    'instruction-miss': 0,
    'data-miss': 0,
  };
}
