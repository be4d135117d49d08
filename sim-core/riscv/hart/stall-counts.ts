/** Cycles in which a hart retired nothing, by cause. Those after the last retired instruction do not count: nothing waited for them. */
import type { BubbleCause } from './flight.ts';

export type StallSums = Record<BubbleCause, number>;

/** The place of each cause in the columns. */
const placeOf: Readonly<Record<BubbleCause, number>> = {
  fill: 0,
  'load-use': 1,
  'data-hazard': 2,
  'branch-operand': 3,
  control: 4,
  trap: 5,
  'instruction-miss': 6,
  'data-miss': 7,
};

const causes = 8;

interface StallSnapshot {
  readonly settled: Float64Array;
  readonly pending: Float64Array;
}

export class StallCounts {
  readonly #settled = new Float64Array(causes);
  readonly #pending = new Float64Array(causes);
  #hasPending = false;

  get sums(): StallSums {
    const at = (cause: BubbleCause): number => this.#settled[placeOf[cause]] as number;
    return {
      fill: at('fill'),
      'load-use': at('load-use'),
      'data-hazard': at('data-hazard'),
      'branch-operand': at('branch-operand'),
      control: at('control'),
      trap: at('trap'),
      'instruction-miss': at('instruction-miss'),
      'data-miss': at('data-miss'),
    };
  }

  /** Traps so far, counted at once. */
  get trapsSeen(): number {
    return (this.#settled[placeOf.trap] as number) + (this.#pending[placeOf.trap] as number);
  }

  add(cause: BubbleCause): void {
    const place = placeOf[cause];
    this.#pending[place] = (this.#pending[place] as number) + 1;
    this.#hasPending = true;
  }

  /** An instruction is retired: what it waited for counts. */
  settle(): void {
    if (!this.#hasPending) return;
    for (let place = 0; place < causes; place += 1) {
      this.#settled[place] = (this.#settled[place] as number) + (this.#pending[place] as number);
      this.#pending[place] = 0;
    }
    this.#hasPending = false;
  }

  save(): StallSnapshot {
    return { settled: this.#settled.slice(), pending: this.#pending.slice() };
  }

  restore(snapshot: StallSnapshot): void {
    this.#settled.set(snapshot.settled);
    this.#pending.set(snapshot.pending);
    this.#hasPending = true;
  }
}
