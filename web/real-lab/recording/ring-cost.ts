import { createLabMemory } from '../memory/lab-memory.ts';
import { labMarks } from './lab-event.ts';
import { EventRing } from './event-ring.ts';

/** What recording costs on this machine, in nanoseconds an event. */
export interface RingCost {
  /** With the reading of the clock: what a run pays. */
  readonly eventNs: number;
  /** Without it: the stores alone. */
  readonly storesNs: number;
}

const batchSize = 20_000;
const batchCount = 9;

/** Writes some hundred thousand events into a ring of its own; the best batch counts, because only disturbance makes it slower. */
export function measureRingCost(): RingCost {
  const memory = createLabMemory({ workers: 1, cellWords: 0, resultCount: 0, ringCapacity: 4096 });
  const views = memory.rings[0];
  if (views === undefined) return { eventNs: 0, storesNs: 0 };
  const ring = new EventRing(views, performance.timeOrigin);
  return {
    eventNs: bestBatchNs((count) => {
      for (let index = 0; index < count; index += 1) ring.record(labMarks.roundBegins, index & 0xff);
    }),
    storesNs: bestBatchNs((count) => {
      for (let index = 0; index < count; index += 1) ring.recordAt(index, labMarks.roundBegins, index & 0xff);
    }),
  };
}

function bestBatchNs(write: (count: number) => void): number {
  let bestMs = Number.POSITIVE_INFINITY;
  for (let batch = 0; batch < batchCount; batch += 1) {
    const startMs = performance.now();
    write(batchSize);
    bestMs = Math.min(bestMs, performance.now() - startMs);
  }
  return (bestMs * 1e6) / batchSize;
}
