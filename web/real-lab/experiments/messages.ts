import { blockWords } from '../memory/lab-memory.ts';
import { messageResultAt, messageSizes, transports } from '../programs/message-passing.ts';
import type { RunSummary } from '../results/run-summary.ts';
import { isResolved, median } from '../results/statistics.ts';
import { type Experiment, type Reading, ringCapacity } from './experiment.ts';
import { roundsOf } from './rounds.ts';

const largest = messageSizes.length - 1;

export const messages: Experiment = {
  id: 'messages',
  fields: { workers: null, amount: null, rounds: { min: 1, max: 20 }, variants: ['all'] },
  defaults: { workers: 2, variant: 'all', amount: 0, rounds: 5 },
  isPair: true,
  limitMs: 60_000,
  planFor: ({ rounds }) => ({
    cellWords: blockWords * 2 + (messageSizes[largest] ?? 0) / 4,
    resultCount: messageSizes.length * transports.length * rounds,
    ringCapacity,
  }),
  summarise,
};

function summarise({ settings, memory, machine }: Reading): RunSummary {
  const [clone = [], transfer = [], shared = []] = transports.map((_, transport) =>
    messageSizes.map((_, size) =>
      median(roundsOf(memory.results, settings.rounds, (round) => messageResultAt(size, transport, round))),
    ),
  );
  const at = (times: readonly number[], size: number): number => times[size] ?? 0;
  const canResolve = isResolved(at(shared, largest), machine.clockResolutionMs);
  const milliseconds = { unit: 'milliseconds', isResolved: canResolve } as const;
  return {
    checks: [{ id: 'shared-faster', kind: 'sighting', holds: at(shared, largest) < at(clone, largest) }],
    measures: [
      { id: 'clone-16mb', value: at(clone, largest), ...milliseconds },
      { id: 'transfer-16mb', value: at(transfer, largest), ...milliseconds },
      { id: 'shared-16mb', value: at(shared, largest), ...milliseconds },
      {
        id: 'clone-over-shared',
        value: at(clone, largest) / at(shared, largest),
        unit: 'times',
        isResolved: canResolve,
      },
      { id: 'smallest-message', value: at(clone, 0), unit: 'milliseconds', isResolved: true },
    ],
    charts: [
      {
        kind: 'lines',
        id: 'message-time',
        xUnit: 'bytes',
        yUnit: 'milliseconds',
        scale: 'log',
        series: [
          { label: 'clone', points: pointsOf(clone) },
          { label: 'transfer', points: pointsOf(transfer) },
          { label: 'shared', points: pointsOf(shared) },
        ],
      },
    ],
  };
}

function pointsOf(times: readonly number[]): readonly (readonly [number, number])[] {
  return messageSizes.map((bytes, size) => [bytes, times[size] ?? 0] as const).filter(([, ms]) => ms > 0);
}
