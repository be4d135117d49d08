import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLabMemory } from '../memory/lab-memory.ts';
import { readEventLog, type WorkerLog } from './event-log.ts';
import { EventRing } from './event-ring.ts';
import { labMarks, labStates } from './lab-event.ts';
import { measureRingCost } from './ring-cost.ts';

const capacity = 8;

function logAfter(write: (ring: EventRing) => void): WorkerLog {
  const memory = createLabMemory({ workers: 1, cellWords: 0, resultCount: 0, ringCapacity: capacity });
  const [views] = memory.rings;
  if (views === undefined) throw new Error('no ring');
  write(new EventRing(views, performance.timeOrigin));
  const [log] = readEventLog(memory).workers;
  if (log === undefined) throw new Error('no log');
  return log;
}

test('events come back in order with their argument', () => {
  const log = logAfter((ring) => {
    ring.recordAt(1.5, labStates.working, 0);
    ring.recordAt(2, labMarks.roundBegins, 70_000);
  });
  expect(log).toEqual({
    writtenCount: 2,
    overwrittenCount: 0,
    events: [
      { timeMs: 1.5, code: labStates.working, argument: 0 },
      { timeMs: 2, code: labMarks.roundBegins, argument: 70_000 },
    ],
  });
});

test('of any number of events the last ones are kept', () => {
  fc.assert(
    fc.property(fc.nat(40), (count) => {
      const log = logAfter((ring) => {
        for (let index = 0; index < count; index += 1) ring.recordAt(index, labStates.holding, index);
      });
      const kept = Math.min(count, capacity);
      expect(log.writtenCount).toBe(count);
      expect(log.overwrittenCount).toBe(count - kept);
      expect(log.events.map(({ argument }) => argument)).toEqual(
        Array.from({ length: kept }, (_, index) => count - kept + index),
      );
    }),
  );
});

test('its own cost can be measured', () => {
  const { eventNs, storesNs } = measureRingCost();
  expect(eventNs).toBeGreaterThan(0);
  expect(eventNs).toBeGreaterThanOrEqual(storesNs);
});
