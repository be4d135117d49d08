/** The threads between which a stepped run asks to choose: who can go on, what it would do next, and why the others cannot. */
import type { Nanoseconds } from '../base/units.ts';

/** What a thread can wait for, in the words of a program. */
export type AwaitedThing =
  | 'lock'
  | 'join'
  | 'start'
  | 'condition'
  | 'event'
  | 'semaphore'
  | 'barrier'
  | 'queue-empty'
  | 'queue-full'
  | 'input'
  | 'other';

/** Why a thread cannot be chosen. */
export type Hindrance =
  | { readonly kind: 'no-such-thread' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'sleeping'; readonly untilNs: Nanoseconds }
  | {
      readonly kind: 'waiting';
      readonly thing: AwaitedThing;
      /** The variable that holds what it waits for, or the thread it joins. */
      readonly name: string;
      /** Names of the threads that could end the wait; empty where that is open. */
      readonly heldBy: readonly string[];
      /** When it gives up by itself; null: never. */
      readonly untilNs: Nanoseconds | null;
    };

/** The operation on shared things that a bytecode is about to do (EXPLORE.md: one bytecode, one visible operation). */
export interface VisibleOperation {
  readonly kind: 'read' | 'write' | 'acquire' | 'release' | 'call' | 'output' | 'block';
  /** 'counter', 'account.balance', 'items[0]', 'lock'. */
  readonly name: string;
  /** Equal for the same variable or object within a run. */
  readonly key: string;
}

export interface Candidate {
  readonly thread: number;
  readonly name: string;
  /** Null: it can be chosen. */
  readonly hindrance: Hindrance | null;
  /** True for the thread that ran last: choosing another one is a pre-emption if this one could go on. */
  readonly ranLast: boolean;
  /** Where it stands in the person's own code; line 0 before its first. */
  readonly fileName: string;
  readonly line: number;
  readonly functionName: string;
  /** Its next bytecode as the listing shows it; '' while it is in a library or native call. */
  readonly bytecode: string;
  readonly next: VisibleOperation | null;
  /** Its next operation is to take a lock that another thread holds: choosing it only makes it wait. */
  readonly wouldBlock: boolean;
}

/** A schedule asks for a thread that cannot go on. */
export interface ScheduleConflict {
  /** The choice, counted from 1, and the bytecodes executed until then. */
  readonly choice: number;
  readonly step: number;
  readonly thread: number;
  readonly threadName: string;
  readonly hindrance: Hindrance;
}
