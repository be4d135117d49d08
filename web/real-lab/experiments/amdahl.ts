import { amdahlResultAt } from '../programs/amdahl.ts';
import type { RunSummary } from '../results/run-summary.ts';
import { isResolved, quickest } from '../results/statistics.ts';
import { type Experiment, type Reading, ringCapacity } from './experiment.ts';
import { roundsOf } from './rounds.ts';

export const amdahl: Experiment = {
  id: 'amdahl',
  fields: {
    workers: { min: 1, max: 8 },
    amount: { name: 'serial-percent', min: 0, max: 100, step: 5, unit: 'percent' },
    rounds: { min: 1, max: 20 },
    variants: ['all'],
  },
  defaults: { workers: 4, variant: 'all', amount: 20, rounds: 5 },
  isPair: false,
  limitMs: 60_000,
  planFor: ({ workers, rounds }) => ({ cellWords: 32, resultCount: workers * rounds, ringCapacity }),
  summarise,
};

function summarise({ settings, memory, machine }: Reading): RunSummary {
  const { workers, rounds } = settings;
  const timesMs = Array.from({ length: workers }, (_, index) =>
    roundsOf(memory.results, rounds, (round) => amdahlResultAt(index + 1, round, workers)),
  );
  const alone = quickest(timesMs[0] ?? []);
  const speedUps = timesMs.map((times) => alone / quickest(times));
  const best = Math.max(...speedUps);
  const canResolve = isResolved(quickest(timesMs.at(-1) ?? []), machine.clockResolutionMs);
  return {
    checks: [{ id: 'speed-up-seen', kind: 'sighting', holds: best > 1.2 }],
    measures: [
      { id: 'serial-time', value: alone, unit: 'milliseconds', isResolved: canResolve },
      { id: 'best-speed-up', value: best, unit: 'times', isResolved: canResolve },
    ],
    charts: [
      {
        kind: 'lines',
        id: 'speed-up-by-workers',
        xUnit: 'count',
        yUnit: 'times',
        scale: 'linear',
        series: [{ label: 'measured', points: speedUps.map((value, index) => [index + 1, value] as const) }],
      },
    ],
  };
}
