import { gilModes, gilResultAt } from '../programs/interpreter-lock.ts';
import type { RunSummary } from '../results/run-summary.ts';
import { isResolved, quickest } from '../results/statistics.ts';
import { type Experiment, type Reading, ringCapacity } from './experiment.ts';
import { roundsOf, spreadOf } from './rounds.ts';

export const interpreterLock: Experiment = {
  id: 'interpreter-lock',
  fields: {
    workers: { min: 1, max: 8 },
    amount: { name: 'million-steps', min: 5, max: 200, step: 5, unit: 'count' },
    rounds: { min: 1, max: 20 },
    variants: ['all'],
  },
  defaults: { workers: 2, variant: 'all', amount: 40, rounds: 5 },
  isPair: false,
  limitMs: 60_000,
  planFor: ({ rounds }) => ({ cellWords: 32, resultCount: gilModes.length * rounds + 1, ringCapacity }),
  summarise,
};

function summarise({ settings, memory, machine }: Reading): RunSummary {
  const { rounds } = settings;
  const [alone = [], withGil = [], withoutGil = []] = gilModes.map((_, mode) =>
    roundsOf(memory.results, rounds, (round) => gilResultAt(mode, round)),
  );
  const speedUps = (times: readonly number[]): readonly number[] => times.map((ms, round) => (alone[round] ?? ms) / ms);
  const speedUpWith = speedUps(withGil);
  const speedUpWithout = speedUps(withoutGil);
  const bestWith = quickest(alone) / quickest(withGil);
  const bestWithout = quickest(alone) / quickest(withoutGil);
  const switches = memory.results[gilResultAt(0, rounds)] ?? 0;
  const totalWithGilMs = withGil.reduce((sum, ms) => sum + ms, 0);
  const canResolve = isResolved(quickest(withoutGil), machine.clockResolutionMs);
  return {
    checks: [
      { id: 'gil-serial', kind: 'law', holds: bestWith < 1.3 },
      { id: 'parallel-faster', kind: 'sighting', holds: bestWithout > 1.4 },
    ],
    measures: [
      { id: 'time-alone', value: quickest(alone), unit: 'milliseconds', isResolved: canResolve },
      { id: 'time-with-gil', value: quickest(withGil), unit: 'milliseconds', isResolved: canResolve },
      { id: 'time-without-gil', value: quickest(withoutGil), unit: 'milliseconds', isResolved: canResolve },
      { id: 'speed-up-with-gil', value: bestWith, unit: 'times', isResolved: canResolve },
      { id: 'speed-up-without-gil', value: bestWithout, unit: 'times', isResolved: canResolve },
      { id: 'gil-switches', value: switches / Math.max(1, withGil.length), unit: 'count', isResolved: true },
      {
        id: 'gil-slice',
        value: switches === 0 ? 0 : totalWithGilMs / switches,
        unit: 'milliseconds',
        isResolved: canResolve,
      },
    ],
    charts: [
      {
        kind: 'bars',
        id: 'speed-up',
        unit: 'times',
        bars: [
          { label: 'with-gil', value: bestWith, spread: spreadOf(speedUpWith), isResolved: canResolve },
          {
            label: 'without-gil',
            value: bestWithout,
            spread: spreadOf(speedUpWithout),
            isResolved: canResolve,
          },
        ],
      },
    ],
  };
}
