/** The results of all rounds of one thing: `count` numbers, the first at `resultAt(0)`. Rounds that were not run are left out. */
export function roundsOf(results: Float64Array, count: number, resultAt: (round: number) => number): readonly number[] {
  return Array.from({ length: count }, (_, round) => results[resultAt(round)] ?? 0).filter((value) => value > 0);
}

/** Lowest and highest; 0 and 0 for none. */
export function spreadOf(values: readonly number[]): readonly [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}
