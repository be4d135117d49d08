import { cureNames, cureResult, cureResultAt } from '../programs/cures.ts';
import type { BarChart, RunSummary } from '../results/run-summary.ts';
import { isResolved, median } from '../results/statistics.ts';
import { type Experiment, type Reading, ringCapacity } from './experiment.ts';
import { roundsOf, spreadOf } from './rounds.ts';

export const cures: Experiment = {
  id: 'cures',
  fields: {
    workers: { min: 1, max: 8 },
    amount: { name: 'increments', min: 1000, max: 1_000_000, step: 1000, unit: 'count' },
    rounds: { min: 1, max: 50 },
    variants: ['all'],
  },
  defaults: { workers: 2, variant: 'all', amount: 100_000, rounds: 7 },
  isPair: false,
  limitMs: 60_000,
  planFor: ({ rounds }) => ({
    cellWords: 64,
    resultCount: cureNames.length * rounds * cureResult.size,
    ringCapacity,
  }),
  summarise,
};

function summarise({ settings, memory, machine }: Reading): RunSummary {
  const { rounds } = settings;
  const expected = settings.workers * settings.amount;
  const column = (cure: number, field: number): readonly number[] =>
    roundsOf(memory.results, rounds, (round) => cureResultAt(cure, round, rounds) + field);
  const bars: BarChart['bars'] = cureNames.map((label, cure) => {
    const elapsedMs = column(cure, cureResult.elapsedMs);
    const perSecond = elapsedMs.map((ms) => (expected / ms) * 1000);
    return {
      label,
      value: median(perSecond),
      spread: spreadOf(perSecond),
      isResolved: isResolved(median(elapsedMs), machine.clockResolutionMs),
    };
  });
  const counts = cureNames.map((_, cure) => column(cure, cureResult.count));
  const areExact = counts.slice(1).every((rows) => rows.length > 0 && rows.every((count) => count === expected));
  const retries = column(cureNames.indexOf('compare-exchange'), cureResult.retries);
  return {
    checks: [{ id: 'cures-exact', kind: 'law', holds: areExact }],
    measures: [
      { id: 'expected', value: expected, unit: 'count', isResolved: true },
      {
        id: 'plain-loss',
        value: ((expected - median(counts[0] ?? [])) / expected) * 100,
        unit: 'percent',
        isResolved: true,
      },
      { id: 'retries', value: (median(retries) / expected) * 100, unit: 'percent', isResolved: true },
    ],
    charts: [{ kind: 'bars', id: 'throughput', unit: 'per-second', bars }],
  };
}
