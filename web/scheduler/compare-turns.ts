/** Two futures side by side: where they part. */
import type { Turn } from '../../sim-core/trace/stepped-state.ts';

export interface Comparison {
  /** Index of the first turn that differs; null where one is the beginning of the other. */
  readonly partAt: number | null;
  /** The choice (counted from 0) that differs. */
  readonly choice: number | null;
}

export function compareTurns(one: readonly Turn[], other: readonly Turn[]): Comparison {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    if (isSame(one[at], other[at])) continue;
    return { partAt: at, choice: one[at]?.choice ?? other[at]?.choice ?? null };
  }
  return { partAt: null, choice: null };
}

function isSame(one: Turn | undefined, other: Turn | undefined): boolean {
  return one?.thread === other?.thread && one?.fromStep === other?.fromStep && one?.choice === other?.choice;
}
