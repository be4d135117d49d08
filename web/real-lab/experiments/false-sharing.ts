import { blockWords } from '../memory/lab-memory.ts';
import { layoutResultAt, layouts } from '../programs/false-sharing.ts';
import type { RunSummary } from '../results/run-summary.ts';
import { isResolved, median } from '../results/statistics.ts';
import { type Experiment, type Reading, ringCapacity } from './experiment.ts';
import { roundsOf, spreadOf } from './rounds.ts';

export const falseSharing: Experiment = {
  id: 'false-sharing',
  fields: {
    workers: { min: 1, max: 8 },
    amount: { name: 'increments', min: 100_000, max: 20_000_000, step: 100_000, unit: 'count' },
    rounds: { min: 1, max: 50 },
    variants: ['all'],
  },
  defaults: { workers: 2, variant: 'all', amount: 2_000_000, rounds: 7 },
  isPair: false,
  limitMs: 60_000,
  planFor: ({ workers, rounds }) => ({
    cellWords: blockWords * (workers + 1),
    resultCount: layouts.length * rounds,
    ringCapacity,
  }),
  summarise,
};

function summarise({ settings, memory, machine }: Reading): RunSummary {
  const times = layouts.map((_, layout) =>
    roundsOf(memory.results, settings.rounds, (round) => layoutResultAt(layout, round)),
  );
  const bars = layouts.map((label, layout) => {
    const costsNs = (times[layout] ?? []).map((ms) => (ms * 1e6) / settings.amount);
    return {
      label,
      value: median(costsNs),
      spread: spreadOf(costsNs),
      isResolved: isResolved(median(times[layout] ?? []), machine.clockResolutionMs),
    };
  });
  const [adjacentAtomic, paddedAtomic, adjacentPlain, paddedPlain] = bars.map(({ value }) => value);
  const atomicRatio = (adjacentAtomic ?? 0) / (paddedAtomic ?? 1);
  const plainRatio = (adjacentPlain ?? 0) / (paddedPlain ?? 1);
  const areResolved = bars.every((bar) => bar.isResolved);
  return {
    checks: [{ id: 'false-sharing-seen', kind: 'sighting', holds: Math.max(atomicRatio, plainRatio) > 1.3 }],
    measures: [
      { id: 'adjacent-over-padded-atomic', value: atomicRatio, unit: 'times', isResolved: areResolved },
      { id: 'adjacent-over-padded-plain', value: plainRatio, unit: 'times', isResolved: areResolved },
    ],
    charts: [{ kind: 'bars', id: 'cost-per-increment', unit: 'nanoseconds', bars }],
  };
}
