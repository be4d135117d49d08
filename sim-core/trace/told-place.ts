/** A place in a run told by the program, not by a number of steps: it stays what it is when the machine's costs change. */
import type { Nanoseconds } from '../base/units.ts';

export type ToldPlace =
  | {
      /** From 1, in main.py. */
      readonly line: number;
      /** The how-manieth time that the line is begun, from 1; 1 if it is not said. */
      readonly count?: number | undefined;
      /** Counted only where this thread begins it; without it, any. */
      readonly thread?: number | undefined;
      /** Not where the line is begun, but where another thread goes on for the first time after it. */
      readonly after?: 'switch' | undefined;
    }
  | {
      /** The name of a lock, queue … that a thread has just begun to wait for. */
      readonly waits: string;
      /** The how-manieth time, from 1; 1 if it is not said. */
      readonly count?: number | undefined;
      readonly thread?: number | undefined;
    }
  | { readonly end: true };

export interface FoundPlace {
  readonly step: number;
  readonly timeNs: Nanoseconds;
  /** It lies between two bytecodes: only its time says where. */
  readonly isBetween: boolean;
  /** Whose bytecode comes next, or who has just begun to wait; null at the end. */
  readonly thread: number | null;
}
