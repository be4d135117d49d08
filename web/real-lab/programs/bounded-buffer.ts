import type { Seat } from '../crew/seat.ts';
import { blockWords } from '../memory/lab-memory.ts';
import { labStates } from '../recording/lab-event.ts';
import { FutexMutex } from '../sync/futex-mutex.ts';
import { Semaphore } from '../sync/semaphore.ts';

export const bufferCapacity = 8;
import { detailedOperations } from './detail-limit.ts';

/** Cells, all of them guarded by the mutex. */
export const bufferCells = {
  fill: 0,
  head: 1,
  tail: 2,
  consumed: 3,
  outOfOrder: 4,
  outOfBounds: 5,
  slots: blockWords,
  /** For each producer the last number taken out. */
  lastSeen: blockWords * 2,
  /** How often the buffer held 0, 1, … items after an operation. */
  fillCounts: blockWords * 3,
} as const;

/** Worker in the high byte, running number below. */
const workerShift = 24;
const numberMask = (1 << workerShift) - 1;

export function producerCount(workers: number): number {
  return Math.ceil(workers / 2);
}

/** A ring of eight slots; producers put numbered items in, consumers take them out, two semaphores count slots and items. */
export function boundedBuffer(seat: Seat): void {
  const slots = new Semaphore(seat.memory, 0);
  const items = new Semaphore(seat.memory, 1);
  const mutex = new FutexMutex(seat.memory, 2);
  if (seat.isFirst) slots.fill(bufferCapacity);
  seat.meetAtStartLine();
  const producers = producerCount(seat.workers);
  const isProducer = seat.index < producers;
  const share = isProducer
    ? shareOf(seat.settings.amount, producers, seat.index)
    : shareOf(seat.settings.amount, seat.workers - producers, seat.index - producers);
  for (let count = 1; count <= share; count += 1) {
    (isProducer ? slots : items).acquire(seat);
    mutex.lock(seat);
    seat.enter(labStates.holding, mutex.resource);
    if (isProducer) put(seat.memory.cells, (seat.index << workerShift) | count);
    else take(seat.memory.cells);
    mutex.unlock();
    seat.enter(labStates.working);
    (isProducer ? items : slots).release();
    seat.publish(count);
    if (count === detailedOperations) seat.recordOnlyWaits();
  }
}

function put(cells: Int32Array, item: number): void {
  const tail = cells[bufferCells.tail] ?? 0;
  cells[bufferCells.slots + tail] = item;
  cells[bufferCells.tail] = (tail + 1) % bufferCapacity;
  countFill(cells, 1);
}

function take(cells: Int32Array): void {
  const head = cells[bufferCells.head] ?? 0;
  const item = cells[bufferCells.slots + head] ?? 0;
  cells[bufferCells.head] = (head + 1) % bufferCapacity;
  countFill(cells, -1);
  const lastSeenAt = bufferCells.lastSeen + (item >> workerShift);
  const isNext = (item & numberMask) === (cells[lastSeenAt] ?? 0) + 1;
  if (!isNext) cells[bufferCells.outOfOrder] = (cells[bufferCells.outOfOrder] ?? 0) + 1;
  cells[lastSeenAt] = item & numberMask;
  cells[bufferCells.consumed] = (cells[bufferCells.consumed] ?? 0) + 1;
}

function countFill(cells: Int32Array, change: 1 | -1): void {
  const fill = (cells[bufferCells.fill] ?? 0) + change;
  cells[bufferCells.fill] = fill;
  if (fill < 0 || fill > bufferCapacity) cells[bufferCells.outOfBounds] = (cells[bufferCells.outOfBounds] ?? 0) + 1;
  else cells[bufferCells.fillCounts + fill] = (cells[bufferCells.fillCounts + fill] ?? 0) + 1;
}

/** `total` dealt out to `parties` as evenly as whole numbers allow. */
export function shareOf(total: number, parties: number, index: number): number {
  return Math.floor(total / parties) + (index < total % parties ? 1 : 0);
}
