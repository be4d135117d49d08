/** Lines at which a person wants to stop. They change nothing in a run: they are places to be found in it. */

export interface Breakpoint {
  readonly fileName: string;
  /** From 1. */
  readonly line: number;
  /** Only where this thread comes to the line; null for any. */
  readonly thread: number | null;
}

export interface HitSearch {
  readonly breakpoints: readonly Breakpoint[];
  readonly fromStep: number;
  readonly direction: 1 | -1;
  /** The how-manieth hit in that direction, from 1. */
  readonly count: number;
}
