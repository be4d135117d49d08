import { blockWords, type LabMemory, seatWords } from '../memory/lab-memory.ts';
import { barrierCells } from '../programs/barrier-phases.ts';
import { bufferCapacity, bufferCells } from '../programs/bounded-buffer.ts';
import { philosopherCells } from '../programs/dining-philosophers.ts';
import { readersWriterCells } from '../programs/readers-writer.ts';
import { labStates } from '../recording/lab-event.ts';
import type { Chart, Check, Measure, RunSummary } from '../results/run-summary.ts';
import { isResolved } from '../results/statistics.ts';
import { type Experiment, type Reading, ringCapacity } from './experiment.ts';

const coordinationVariants = [
  'buffer',
  'barrier',
  'readers-writer',
  'philosophers-ordered',
  'philosophers-naive',
] as const;

export const coordination: Experiment = {
  id: 'coordination',
  fields: {
    workers: { min: 2, max: 8 },
    amount: { name: 'operations', min: 100, max: 1_000_000, step: 100, unit: 'count' },
    rounds: null,
    variants: coordinationVariants,
  },
  defaults: { workers: 4, variant: 'buffer', amount: 100_000, rounds: 1 },
  isPair: false,
  limitMs: 60_000,
  planFor: () => ({ cellWords: blockWords * 16, resultCount: 1, ringCapacity }),
  summarise,
};

function summarise(reading: Reading): RunSummary {
  const { settings, memory, ending, elapsedMs, machine } = reading;
  const finished = ending.kind === 'finished';
  const operations = operationsOf(memory, settings.variant);
  const sleeps = reading.log.workers.map(
    ({ events }) => events.filter((event) => event.code === labStates.waiting).length,
  );
  const measures: Measure[] = [
    { id: 'operations', value: operations, unit: 'count', isResolved: true },
    {
      id: 'operations-per-second',
      value: (operations / elapsedMs) * 1000,
      unit: 'per-second',
      isResolved: isResolved(elapsedMs, machine.clockResolutionMs),
    },
  ];
  if (settings.variant === 'readers-writer') {
    measures.push({
      id: 'most-readers',
      value: memory.cells[readersWriterCells.mostReadersInside] ?? 0,
      unit: 'count',
      isResolved: true,
    });
  }
  return { checks: checksOf(reading, finished), measures, charts: chartsOf(reading, sleeps) };
}

function operationsOf({ seats, cells, plan }: LabMemory, variant: string): number {
  if (variant === 'buffer') return cells[bufferCells.consumed] ?? 0;
  let total = 0;
  for (let index = 0; index < plan.workers; index += 1) total += seats[index * blockWords + seatWords.progress] ?? 0;
  return total;
}

/** An invariant is looked at whenever it could break; at the end the counts say whether it ever did. */
function checksOf({ settings, memory, ending }: Reading, finished: boolean): readonly Check[] {
  const { cells } = memory;
  const isZero = (cell: number): boolean => cells[cell] === 0;
  switch (settings.variant) {
    case 'buffer':
      return [
        {
          id: 'each-item-once',
          kind: 'law',
          holds: isZero(bufferCells.outOfOrder) && (!finished || cells[bufferCells.consumed] === settings.amount),
        },
        { id: 'buffer-bounds', kind: 'law', holds: isZero(bufferCells.outOfBounds) },
      ];
    case 'barrier':
      return [{ id: 'barrier-holds', kind: 'law', holds: isZero(barrierCells.violations) }];
    case 'readers-writer':
      return [
        { id: 'no-torn-read', kind: 'law', holds: isZero(readersWriterCells.tornReads) },
        { id: 'writer-alone', kind: 'law', holds: isZero(readersWriterCells.violations) },
        {
          id: 'readers-together',
          kind: 'sighting',
          holds: (cells[readersWriterCells.mostReadersInside] ?? 0) > 1,
        },
      ];
    default: {
      const neighbours: Check = { id: 'neighbours-never', kind: 'law', holds: isZero(philosopherCells.violations) };
      if (settings.variant === 'philosophers-ordered') return [neighbours];
      return [neighbours, { id: 'deadlock-seen', kind: 'sighting', holds: ending.kind === 'deadlock' }];
    }
  }
}

function chartsOf({ settings, memory }: Reading, sleeps: readonly number[]): readonly Chart[] {
  const waits: Chart = { kind: 'counts', id: 'waits-by-worker', first: 1, counts: sleeps };
  if (settings.variant !== 'buffer') return [waits];
  const fills = [...memory.cells.subarray(bufferCells.fillCounts, bufferCells.fillCounts + bufferCapacity + 1)];
  return [{ kind: 'counts', id: 'fill', first: 0, counts: fills }, waits];
}
