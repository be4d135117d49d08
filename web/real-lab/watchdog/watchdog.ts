import { findCycle, type WaitEdge, waitEdgesOf } from './wait-for-graph.ts';
import type { WaitTable } from './wait-table.ts';

/**
 * Finds a deadlock by looking twice: the table is read while the workers run, so one reading may mix two moments.
 * A circle that is the same in two readings, with nobody in it having got on, is real: nobody in it can ever move again.
 */
export class Watchdog {
  #suspicion: { readonly cycle: readonly WaitEdge[]; readonly progress: readonly number[] } | null = null;

  /** Takes a reading; returns the circle when it is certain. */
  look(table: WaitTable): readonly WaitEdge[] | null {
    const cycle = findCycle(waitEdgesOf(table));
    const previous = this.#suspicion;
    this.#suspicion = cycle === null ? null : { cycle, progress: table.progress };
    if (cycle === null || previous === null) return null;
    return isSameCycle(cycle, previous.cycle) && hasStood(cycle, table.progress, previous.progress) ? cycle : null;
  }
}

function isSameCycle(a: readonly WaitEdge[], b: readonly WaitEdge[]): boolean {
  const textOf = (edge: WaitEdge): string => `${edge.waiter} ${edge.resource} ${edge.holder}`;
  const known = new Set(b.map(textOf));
  return a.length === b.length && a.every((edge) => known.has(textOf(edge)));
}

function hasStood(cycle: readonly WaitEdge[], now: readonly number[], before: readonly number[]): boolean {
  return cycle.every(({ waiter }) => now[waiter] === before[waiter]);
}
