import type { Seat } from '../crew/seat.ts';
import { blockWords } from '../memory/lab-memory.ts';
import { labStates } from '../recording/lab-event.ts';
import { FutexMutex } from '../sync/futex-mutex.ts';
import { shareOf } from './bounded-buffer.ts';
import { compute } from './compute.ts';
import { detailedOperations } from './detail-limit.ts';

export const philosopherCells = {
  violations: 0,
  /** A block for each philosopher: 1 while eating. */
  eating: blockWords,
} as const;

/** Fork i lies left of philosopher i. All take the left one first – or, in the cure, the one with the lower number. */
export function diningPhilosophers(seat: Seat): void {
  const { cells } = seat.memory;
  const left = seat.index;
  const right = (seat.index + 1) % seat.workers;
  const isOrdered = seat.settings.variant === 'philosophers-ordered';
  const first = new FutexMutex(seat.memory, isOrdered ? Math.min(left, right) : left);
  const second = new FutexMutex(seat.memory, isOrdered ? Math.max(left, right) : right);
  const meals = shareOf(seat.settings.amount, seat.workers, seat.index);
  seat.meetAtStartLine();
  for (let meal = 1; meal <= meals; meal += 1) {
    seat.enter(labStates.working);
    compute(100, meal);
    first.lock(seat);
    compute(20, meal);
    second.lock(seat);
    seat.enter(labStates.holding, first.resource);
    eat(cells, seat.index, seat.workers);
    second.unlock();
    first.unlock();
    seat.publish(meal);
    if (meal === detailedOperations) seat.recordOnlyWaits();
  }
}

function eat(cells: Int32Array, index: number, workers: number): void {
  const mine = philosopherCells.eating + index * blockWords;
  Atomics.store(cells, mine, 1);
  for (const step of [1, workers - 1]) {
    const neighbour = philosopherCells.eating + ((index + step) % workers) * blockWords;
    if (neighbour !== mine && Atomics.load(cells, neighbour) === 1) Atomics.add(cells, philosopherCells.violations, 1);
  }
  compute(100, index);
  Atomics.store(cells, mine, 0);
}
