import { binsOf, median } from '../results/statistics.ts';
import type { RunSummary } from '../results/run-summary.ts';
import { type Experiment, type Reading, ringCapacity } from './experiment.ts';
import { roundsOf } from './rounds.ts';

const binCount = 40;

export const lostUpdate: Experiment = {
  id: 'lost-update',
  fields: {
    workers: { min: 1, max: 8 },
    amount: { name: 'increments', min: 1000, max: 10_000_000, step: 1000, unit: 'count' },
    rounds: { min: 1, max: 1000 },
    variants: ['plain'],
  },
  defaults: { workers: 2, variant: 'plain', amount: 1_000_000, rounds: 100 },
  isPair: false,
  limitMs: 60_000,
  planFor: ({ rounds }) => ({ cellWords: 32, resultCount: rounds, ringCapacity }),
  summarise,
};

function summarise({ settings, memory }: Reading): RunSummary {
  const { workers, amount, rounds } = settings;
  const expected = workers * amount;
  const results = roundsOf(memory.results, rounds, (round) => round);
  const middle = median(results);
  const roundsWithLoss = results.filter((result) => result < expected).length;
  const lossPercent = expected === 0 ? 0 : ((expected - middle) / expected) * 100;
  return {
    checks: [
      { id: 'never-more', kind: 'law', holds: results.every((result) => result <= expected) },
      { id: 'updates-lost', kind: 'sighting', holds: roundsWithLoss > 0 },
    ],
    measures: [
      { id: 'expected', value: expected, unit: 'count', isResolved: true },
      { id: 'median-result', value: middle, unit: 'count', isResolved: true },
      { id: 'lowest-result', value: results.length === 0 ? 0 : Math.min(...results), unit: 'count', isResolved: true },
      { id: 'median-loss', value: lossPercent, unit: 'percent', isResolved: true },
      { id: 'rounds-with-loss', value: roundsWithLoss, unit: 'count', isResolved: true },
    ],
    charts: [{ kind: 'histogram', id: 'results', ...binsOf(results, { from: 0, to: expected }, binCount) }],
  };
}
