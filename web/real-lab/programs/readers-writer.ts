import type { Seat } from '../crew/seat.ts';
import { blockWords } from '../memory/lab-memory.ts';
import { labStates } from '../recording/lab-event.ts';
import { ReadersWriterLock } from '../sync/readers-writer-lock.ts';
import { shareOf } from './bounded-buffer.ts';
import { compute } from './compute.ts';
import { detailedOperations } from './detail-limit.ts';

export const readersWriterCells = {
  left: 0,
  right: blockWords,
  tornReads: blockWords * 2,
  readersInside: blockWords * 3,
  mostReadersInside: blockWords * 4,
  writersInside: blockWords * 5,
  violations: blockWords * 6,
  writes: blockWords * 7,
} as const;

/** One operation in ten writes. */
const operationsPerWrite = 10;

/** Two words that must always be equal: a writer changes them one after the other, readers compare them. */
export function readersWriter(seat: Seat): void {
  const lock = new ReadersWriterLock(seat.memory, 0);
  const operations = shareOf(seat.settings.amount, seat.workers, seat.index);
  seat.meetAtStartLine();
  for (let operation = 0; operation < operations; operation += 1) {
    if ((operation + seat.index) % operationsPerWrite === 0) write(seat, lock);
    else read(seat, lock);
    seat.enter(labStates.working);
    seat.publish(operation + 1);
    if (operation === detailedOperations) seat.recordOnlyWaits();
  }
}

function write(seat: Seat, lock: ReadersWriterLock): void {
  const { cells } = seat.memory;
  lock.enterAsWriter(seat);
  seat.enter(labStates.holding, lock.resource);
  const writers = Atomics.add(cells, readersWriterCells.writersInside, 1) + 1;
  if (writers > 1 || Atomics.load(cells, readersWriterCells.readersInside) > 0) {
    Atomics.add(cells, readersWriterCells.violations, 1);
  }
  cells[readersWriterCells.left] = (cells[readersWriterCells.left] ?? 0) + 1;
  compute(100, seat.index);
  cells[readersWriterCells.right] = (cells[readersWriterCells.right] ?? 0) + 1;
  cells[readersWriterCells.writes] = (cells[readersWriterCells.writes] ?? 0) + 1;
  Atomics.sub(cells, readersWriterCells.writersInside, 1);
  lock.leaveAsWriter();
}

function read(seat: Seat, lock: ReadersWriterLock): void {
  const { cells } = seat.memory;
  lock.enterAsReader(seat);
  seat.enter(labStates.holding, lock.resource);
  const readers = Atomics.add(cells, readersWriterCells.readersInside, 1) + 1;
  const most = Atomics.load(cells, readersWriterCells.mostReadersInside);
  if (readers > most) Atomics.compareExchange(cells, readersWriterCells.mostReadersInside, most, readers);
  const left = cells[readersWriterCells.left];
  compute(100, seat.index);
  if (left !== cells[readersWriterCells.right]) Atomics.add(cells, readersWriterCells.tornReads, 1);
  Atomics.sub(cells, readersWriterCells.readersInside, 1);
  lock.leaveAsReader();
}
