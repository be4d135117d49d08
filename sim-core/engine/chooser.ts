/**
 * The one place of choice: every decision of a run that could go two ways asks a Chooser.
 * Default, seeded, replaying, by-hand and exhaustive runs differ only in the chooser.
 */
import type { SeededRandom } from '../base/seeded-random.ts';

/** What is being decided; a chooser may treat kinds differently, and the trace names them. */
export type ChoiceKind =
  /** Which of several woken threads goes first. */
  | 'wake-order'
  /** Which waiter the GIL wakes. */
  | 'gil-waiter'
  /** Random lateness of a timer or a wake-up, within what a real machine shows. */
  | 'jitter'
  /** Which thread runs at a possible switch (stepped mode). */
  | 'next-thread';

export interface Chooser {
  /** A whole number from 0 to `options` - 1. `options` is at least 1. */
  choose(kind: ChoiceKind, options: number): number;
  /** A chooser in the same state, for a checkpoint. */
  copy(): Chooser;
}

/** In stepped runs it also decides which thread goes on. */
export interface ThreadChooser extends Chooser {
  /** One of the `enabled` threads (at least two, by rising number); `last` ran until now. Null: it is not decided yet, the machine pauses. */
  nextThread(enabled: readonly number[], last: number | null): number | null;
}

/** What reality leaves open is drawn from the run's seed. */
export class SeededChooser implements Chooser {
  private readonly random: SeededRandom;

  constructor(random: SeededRandom) {
    this.random = random;
  }

  choose(_kind: ChoiceKind, options: number): number {
    return options === 1 ? 0 : this.random.below(options);
  }

  copy(): Chooser {
    return new SeededChooser(this.random.copy());
  }
}
