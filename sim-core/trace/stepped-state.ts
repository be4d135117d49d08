/** What the page sees of a stepped run besides its trace: who can be chosen, and what each turn did. Structured-cloneable. */
import type { Nanoseconds } from '../base/units.ts';
import type { AwaitedThing, Candidate, ScheduleConflict } from './candidate.ts';
import type { Granularity, ScheduleMistake } from './schedule.ts';

/** One thing that a turn did, as a fact that the page puts into words. */
export type TurnEffect =
  | { readonly kind: 'read' | 'write'; readonly name: string; readonly value: string }
  | { readonly kind: 'call'; readonly name: string }
  | { readonly kind: 'acquired' | 'released'; readonly name: string }
  | {
      readonly kind: 'waits';
      readonly thing: AwaitedThing;
      readonly name: string;
      readonly heldBy: readonly string[];
    }
  | { readonly kind: 'sleeps'; readonly forNs: Nanoseconds }
  | { readonly kind: 'printed'; readonly text: string }
  | { readonly kind: 'started' | 'failed'; readonly name: string }
  | { readonly kind: 'began' | 'ended' };

/** A thread's way from one choice to the next. */
export interface Turn {
  readonly thread: number;
  readonly threadName: string;
  /** The choice that began it, counted from 0; null where nobody else could go on. */
  readonly choice: number | null;
  /** How many threads could have gone on. */
  readonly enabled: number;
  /** It took the place of a thread that could have gone on. */
  readonly isPreemption: boolean;
  readonly fromStep: number;
  readonly toStep: number;
  readonly fromNs: Nanoseconds;
  readonly toNs: Nanoseconds;
  /** The person's own line it began at; 0 where it had not come to one yet. */
  readonly line: number;
  readonly fileName: string;
  readonly effects: readonly TurnEffect[];
  /** Effects that are not listed, of a long turn. */
  readonly untold: number;
}

export interface SteppedState {
  readonly granularity: Granularity;
  /** The canonical text of all choices made so far. */
  readonly schedule: string;
  /** … and the threads chosen, one after the other. */
  readonly choices: readonly number[];
  readonly candidates: readonly Candidate[];
  /** The thread the default would choose; null when the run is over. */
  readonly suggested: number | null;
  readonly turns: readonly Turn[];
  readonly switches: number;
  readonly preemptions: number;
  /** Nothing is to be chosen any more: the outcome stands in the trace. */
  readonly isOver: boolean;
  /** The schedule given could not be followed to its end. */
  readonly conflict: ScheduleConflict | null;
  readonly mistake: ScheduleMistake | null;
}
