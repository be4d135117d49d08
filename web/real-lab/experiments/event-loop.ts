import { eventLoopVariants, tickCount, tickIntervalMs, tickResultAt } from '../programs/event-loop.ts';
import type { RunSummary, Series } from '../results/run-summary.ts';
import { type Experiment, type Reading, ringCapacity } from './experiment.ts';

export const eventLoop: Experiment = {
  id: 'event-loop',
  fields: {
    workers: { min: 1, max: 8 },
    amount: { name: 'work-milliseconds', min: 20, max: 400, step: 10, unit: 'milliseconds' },
    rounds: null,
    variants: eventLoopVariants,
  },
  defaults: { workers: 2, variant: 'one-task', amount: 150, rounds: 1 },
  isPair: false,
  limitMs: 30_000,
  planFor: ({ workers }) => ({ cellWords: 32, resultCount: workers * tickCount + 1, ringCapacity }),
  summarise,
};

/** Later than this is late: timers and the scheduler themselves cost a millisecond or two. */
const lateMs = 5;

function summarise({ settings, memory, machine }: Reading): RunSummary {
  const lateness = (worker: number): readonly number[] => [
    ...memory.results.subarray(tickResultAt(worker, 0), tickResultAt(worker, tickCount)),
  ];
  const seriesOf = (label: Series['label'], values: readonly number[]): Series => ({
    label,
    points: values.map((ms, tick) => [(tick + 1) * tickIntervalMs, ms] as const),
  });
  const blocked = lateness(0);
  const control = settings.workers > 1 ? lateness(1) : null;
  const worst = Math.max(...blocked);
  const canResolve = machine.clockResolutionMs <= 1;
  return {
    checks: [
      { id: 'timer-late', kind: settings.variant === 'macrotasks' ? 'sighting' : 'law', holds: worst > lateMs },
      ...(control === null
        ? []
        : [{ id: 'control-on-time', kind: 'sighting', holds: Math.max(...control) <= lateMs } as const]),
    ],
    measures: [
      { id: 'worst-lateness', value: worst, unit: 'milliseconds', isResolved: canResolve },
      ...(control === null
        ? []
        : [
            {
              id: 'control-lateness',
              value: Math.max(...control),
              unit: 'milliseconds',
              isResolved: canResolve,
            } as const,
          ]),
      {
        id: 'work-duration',
        value: memory.results[tickResultAt(settings.workers, 0)] ?? 0,
        unit: 'milliseconds',
        isResolved: canResolve,
      },
    ],
    charts: [
      {
        kind: 'lines',
        id: 'lateness',
        xUnit: 'milliseconds',
        yUnit: 'milliseconds',
        scale: 'linear',
        series: [
          seriesOf('blocked-worker', blocked),
          ...(control === null ? [] : [seriesOf('control-worker', control)]),
        ],
      },
    ],
  };
}
