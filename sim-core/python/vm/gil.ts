/**
 * The global interpreter lock.
 * Models: CPython 3.13, Python/ceval_gil.c, take_gil and drop_gil with FORCE_SWITCHING, switch interval 5 ms.
 * Leaves out: the mutexes around its own fields (their costs are in the release and take costs). The old GIL of 2.7 is `old-gil.ts`.
 */
import type { Nanoseconds } from '../../base/units.ts';
import { WaitQueue } from '../../kernel/wait-queue.ts';
import type { PyThread } from './py-thread.ts';

export class Gil {
  readonly resource: number;
  holder: PyThread | null = null;
  lastHolder: PyThread | null = null;
  /** Grows whenever another thread than before takes it. */
  switchNumber = 0;
  /** Switches that a waiter's request forced, for the statistics. */
  forcedSwitches = 0;
  /** sys.setswitchinterval */
  intervalNs: Nanoseconds;
  /** Threads that want it (pthread condition `cond`). */
  readonly waiters = new WaitQueue();
  /** Threads that dropped it on request and wait until someone else has had it (`switch_cond`). */
  readonly handOver = new WaitQueue();

  constructor(resource: number, intervalNs: Nanoseconds) {
    this.resource = resource;
    this.intervalNs = intervalNs;
  }
}
