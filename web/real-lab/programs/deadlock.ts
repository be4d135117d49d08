import type { Seat } from '../crew/seat.ts';
import { labStates } from '../recording/lab-event.ts';
import { FutexMutex } from '../sync/futex-mutex.ts';

/** `certain`: all take their first lock before any asks for its second. `chance`: as it comes. `same-order`: the cure. */
export const deadlockVariants = ['certain', 'chance', 'same-order'] as const;

/** Worker i needs the locks i and i + 1: with two workers that is A then B, and B then A. */
export function deadlock(seat: Seat): void {
  const { variant, amount } = seat.settings;
  const left = seat.index;
  const right = (seat.index + 1) % seat.workers;
  const isOrdered = variant === 'same-order';
  const first = new FutexMutex(seat.memory, isOrdered ? Math.min(left, right) : left);
  const second = new FutexMutex(seat.memory, isOrdered ? Math.max(left, right) : right);
  seat.meetAtStartLine();
  for (let pass = 0; pass < amount && !seat.shouldStop; pass += 1) {
    seat.enter(labStates.working);
    first.lock(seat);
    seat.enter(labStates.holding, first.resource);
    if (variant === 'certain') {
      seat.meet();
      seat.enter(labStates.holding, first.resource);
    }
    second.lock(seat);
    seat.enter(labStates.holding, second.resource);
    second.unlock();
    first.unlock();
    seat.publish(pass + 1);
  }
}
