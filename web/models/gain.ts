/** How many times faster a model was than doing the jobs one after the other; null while one of the two is not known. */
import type { ModelId } from './model-programs.ts';
import type { ModelResults } from './use-model-runs.ts';

export function gainOver(results: ModelResults, model: ModelId): number | null {
  const one = results.sequence;
  const other = results[model];
  if (one?.kind !== 'done' || other?.kind !== 'done') return null;
  return one.run.totalNs / other.run.totalNs;
}
