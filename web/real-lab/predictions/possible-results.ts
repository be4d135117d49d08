/**
 * The final values of a counter that `workers` workers raise `amount` times each without protection.
 * Models: one load and one store per increment, in any interleaving (sequential consistency).
 */

/** Lowest and highest; every value between them is possible, too. */
export function possibleResults(workers: number, amount: number): { readonly from: number; readonly to: number } {
  const to = workers * amount;
  if (workers === 1) return { from: to, to };
  // One worker loads 0, all others finish, it stores 1; another, on its last turn, had loaded this 1: it stores 2.
  return { from: amount === 1 ? 1 : 2, to };
}

/** The same by going through every interleaving: for small numbers only, as a check of the rule above. */
export function enumerateResults(workers: number, amount: number): ReadonlySet<number> {
  const results = new Set<number>();
  const seen = new Set<string>();
  const visit = (counter: number, states: readonly WorkerState[]): void => {
    const key = `${counter}|${states.map(({ done, loaded }) => `${done},${loaded ?? ''}`).join(';')}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (states.every(({ done }) => done === amount)) results.add(counter);
    for (const [index, { done, loaded }] of states.entries()) {
      if (done === amount) continue;
      const next = loaded === null ? { done, loaded: counter } : { done: done + 1, loaded: null };
      visit(loaded === null ? counter : loaded + 1, states.with(index, next));
    }
  };
  visit(
    0,
    Array.from({ length: workers }, () => ({ done: 0, loaded: null })),
  );
  return results;
}

interface WorkerState {
  readonly done: number;
  readonly loaded: number | null;
}
