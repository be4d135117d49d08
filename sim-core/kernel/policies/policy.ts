import type { Nanoseconds } from '../../base/units.ts';
import type { Thread } from '../thread.ts';

/** Who gets a core: the one interface of all scheduling policies. A policy holds its own run queue. */
export interface Policy {
  readonly length: number;
  /** `thread` became ready, or was pre-empted (`wasPreempted`). */
  enqueue(thread: Thread, wasPreempted: boolean): void;
  /** Takes out the thread that runs next, or null. */
  pick(): Thread | null;
  /** At a tick, with others waiting: must `current` give up its core? */
  mustYield(current: Thread, quantumNs: Nanoseconds): boolean;
  /** When `woken` becomes ready and no core is idle: does it take the core of `current` at once? */
  preemptsOnWake(woken: Thread, current: Thread): boolean;
  remove(thread: Thread): void;
}
