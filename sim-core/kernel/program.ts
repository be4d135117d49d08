/**
 * The seam between the operating system and what runs on it. The kernel runs a `Program`; it knows no Python and no workload.
 * A program computes for a while and then says why it stopped. What it did to the kernel meanwhile (wake, spawn, …)
 * it did by calling the kernel, which is at the thread's own time (`Kernel.now`).
 */
import type { ThreadStateCode } from '../trace/event-kind.ts';
import type { Nanoseconds } from '../base/units.ts';
import type { Thread } from './thread.ts';
import type { WaitQueue } from './wait-queue.ts';

export interface Program {
  /**
   * Computes until `kernel.now` has reached `kernel.limitNs` (a little more where it cannot be divided) and returns why it stopped.
   * The limit may shrink meanwhile. Must call `kernel.spend(ns)` for every nanosecond used.
   */
  run(thread: Thread): Stop;
  /** Stepped runs: it is ready, but if it ran now it would only begin to wait (another thread was faster). */
  wouldWait?(): boolean;
}

/** Why a program left the core, or that it only used up its budget. */
export type Stop =
  /** The budget is used up; the thread wants to go on. */
  | { readonly kind: 'budget' }
  /** It waits in a queue until woken or until the time-out. The state and resource are for whoever looks. */
  | {
      readonly kind: 'wait';
      readonly queue: WaitQueue;
      readonly timeoutNs: Nanoseconds | null;
      readonly state: ThreadStateCode;
      readonly resource: number;
    }
  | { readonly kind: 'sleep'; readonly forNs: Nanoseconds; readonly state: ThreadStateCode; readonly resource: number }
  /** It lets another thread of the run queue have the core. */
  | { readonly kind: 'yield' }
  /** It stops the whole machine: a limit, a pause, an unsupported feature. The thread stays on its core. */
  | { readonly kind: 'halt' }
  | { readonly kind: 'exit' };

export const stopBudget: Stop = { kind: 'budget' };
export const stopYield: Stop = { kind: 'yield' };
export const stopHalt: Stop = { kind: 'halt' };
export const stopExit: Stop = { kind: 'exit' };
