import type { LabMemory, RingViews } from '../memory/lab-memory.ts';
import type { LabEvent, LabMarkCode, LabStateCode } from './lab-event.ts';

/** What the workers recorded, taken out of the shared memory after they have ended. */
export interface EventLog {
  readonly workers: readonly WorkerLog[];
}

export interface WorkerLog {
  readonly events: readonly LabEvent[];
  /** How many events the worker wrote; the oldest are gone where this is more than the ring holds. */
  readonly writtenCount: number;
  readonly overwrittenCount: number;
}

export function readEventLog(memory: LabMemory): EventLog {
  return { workers: memory.rings.map(readRing) };
}

function readRing({ header, codes, times }: RingViews): WorkerLog {
  const writtenCount = header[0] ?? 0;
  const overwrittenCount = Math.max(0, writtenCount - codes.length);
  const events: LabEvent[] = [];
  for (let index = overwrittenCount; index < writtenCount; index += 1) {
    const slot = index & (codes.length - 1);
    const word = codes[slot] ?? 0;
    events.push({
      timeMs: times[slot] ?? 0,
      code: (word & 0xff) as LabStateCode | LabMarkCode,
      argument: word >> 8,
    });
  }
  return { events, writtenCount, overwrittenCount };
}
