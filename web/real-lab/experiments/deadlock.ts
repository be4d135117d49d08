import { blockWords, seatWords } from '../memory/lab-memory.ts';
import { deadlockVariants } from '../programs/deadlock.ts';
import type { RunSummary } from '../results/run-summary.ts';
import { type Experiment, type Reading, ringCapacity } from './experiment.ts';

export const deadlock: Experiment = {
  id: 'deadlock',
  fields: {
    workers: { min: 2, max: 8 },
    amount: { name: 'tries', min: 1, max: 1_000_000, step: 1, unit: 'count' },
    rounds: null,
    variants: deadlockVariants,
  },
  defaults: { workers: 2, variant: 'certain', amount: 100_000, rounds: 1 },
  isPair: false,
  limitMs: 30_000,
  planFor: () => ({ cellWords: 32, resultCount: 1, ringCapacity }),
  summarise,
};

function summarise({ settings, memory, ending, log }: Reading): RunSummary {
  const passes = Array.from(
    { length: settings.workers },
    (_, index) => memory.seats[index * blockWords + seatWords.progress] ?? 0,
  );
  const total = passes.reduce((sum, count) => sum + count, 0);
  const lastMoveMs = Math.max(0, ...log.workers.map(({ events }) => events.at(-1)?.timeMs ?? 0));
  const isDeadlock = ending.kind === 'deadlock';
  return {
    checks: [
      settings.variant === 'same-order'
        ? { id: 'all-passes-done', kind: 'law', holds: total === settings.workers * settings.amount }
        : { id: 'deadlock-seen', kind: settings.variant === 'certain' ? 'law' : 'sighting', holds: isDeadlock },
    ],
    measures: [
      { id: 'passes', value: total, unit: 'count', isResolved: true },
      ...(isDeadlock
        ? [{ id: 'time-to-deadlock', value: lastMoveMs, unit: 'milliseconds', isResolved: true } as const]
        : []),
    ],
    charts: [],
  };
}
