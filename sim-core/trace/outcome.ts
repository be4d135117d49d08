import type { ScheduleConflict } from './candidate.ts';
import type { ScheduleMistake } from './schedule.ts';

/** How a run ended. */
export type Outcome =
  | { readonly kind: 'exited'; readonly status: number }
  | { readonly kind: 'deadlock'; readonly waits: readonly Wait[]; readonly cycle: readonly number[] }
  /** 'input': every thread waits, and one of them for what nobody has typed yet. */
  | { readonly kind: 'limit'; readonly limit: 'steps' | 'time' | 'memory' | 'input' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'unsupported'; readonly feature: string; readonly fileName: string; readonly line: number }
  | {
      readonly kind: 'syntax-error';
      readonly text: string;
      readonly fileName: string;
      readonly line: number;
      readonly column: number;
    }
  /** The schedule asks for a thread that cannot go on, or cannot be read. */
  | { readonly kind: 'schedule-conflict'; readonly conflict: ScheduleConflict }
  | { readonly kind: 'bad-schedule'; readonly mistake: ScheduleMistake }
  | { readonly kind: 'bug'; readonly message: string };

/** One thread that will never go on, and why. `cycle` of a deadlock lists the threads that wait for each other, in order. */
export interface Wait {
  readonly thread: number;
  readonly threadName: string;
  /** What it waits for, and the threads that could give it (empty where nobody can any more). */
  readonly resource: number;
  readonly resourceName: string;
  readonly heldBy: readonly number[];
  readonly heldByNames: readonly string[];
  /** Where it stands in the person's own code. */
  readonly fileName: string;
  readonly line: number;
  /** The resources it holds itself. */
  readonly holds: readonly string[];
}
