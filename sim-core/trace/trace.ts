/**
 * What happened in a run: columns of typed arrays, cheap to transfer to the page and to keep.
 * Holds only what changes state (scheduling, GIL, locks, output, choices); bytecodes and variables are recomputed when looked at.
 */
import type { Nanoseconds } from '../base/units.ts';
import type { Outcome } from './outcome.ts';
import type { TaskSwitchPlace, TraceTask } from './task.ts';

export interface Trace {
  /** How many events the columns hold; the arrays may be longer. */
  readonly length: number;
  /** Event i happened at `timeNs[i]`; never falls. */
  readonly timeNs: Float64Array;
  /** … after `step[i]` bytecodes of the whole machine had been executed; never falls. */
  readonly step: Float64Array;
  readonly kind: Uint8Array;
  /** The thread it happened to, -1 for the machine itself. */
  readonly thread: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;

  readonly strings: readonly string[];
  readonly resources: readonly TraceResource[];
  /** asyncio's tasks and greenlets, in the order they were made. */
  readonly tasks: readonly TraceTask[];
  /** Where in the program's own text tasks gave their turn away, in the order in which it first happened. */
  readonly taskSwitches: readonly TaskSwitchPlace[];
  readonly output: readonly OutputPiece[];

  /** Bytecodes executed and virtual time at the end of what was run. */
  readonly steps: number;
  readonly endNs: Nanoseconds;
  readonly cores: number;
  readonly outcome: Outcome;
  /** 16 hex digits over all columns: equal for the same scenario and schedule in every JavaScript engine. */
  readonly hash: string;
}

/** A thing that threads hold or wait for. */
export interface TraceResource {
  readonly kind: ResourceKind;
  /** What a person would call it: the variable that holds it ('lock', 'forks[2]', 'account.lock'), else its kind and number. */
  readonly name: string;
  readonly process: number;
  /** True for those that library code made for itself (folded away by default). */
  readonly isInternal: boolean;
  /** Where the program made it; null for what the machine or the library made. */
  readonly place: { readonly fileName: string; readonly line: number } | null;
  /** The lock under which it changes (a condition's, a queue's), if it has one. */
  readonly guard: number | null;
  /** The most it can hold: a semaphore's first value, a barrier's parties, a queue's maxsize, a pool's workers. */
  readonly limit: number | null;
}

export type ResourceKind =
  | 'gil'
  | 'lock'
  | 'rlock'
  | 'condition'
  | 'semaphore'
  | 'event'
  | 'barrier'
  | 'queue'
  | 'pool'
  | 'future'
  | 'thread-end'
  | 'process-end'
  | 'pipe'
  | 'socket'
  | 'stdin'
  | 'timer';

export interface OutputPiece {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  readonly thread: number;
  readonly timeNs: Nanoseconds;
  readonly step: number;
}
