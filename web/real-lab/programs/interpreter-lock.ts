import type { Seat } from '../crew/seat.ts';
import { labMarks, labStates } from '../recording/lab-event.ts';
import { type GilObserver, InterpreterLock } from '../sync/interpreter-lock.ts';
import { compute } from './compute.ts';

/** The three ways of doing the same work, in the order they run. */
export const gilModes = ['alone', 'with-gil', 'without-gil'] as const;
type GilMode = (typeof gilModes)[number];

/** Steps between two looks at the drop request: about a microsecond, as long as some hundred bytecodes. */
const stepsPerPoll = 1000;

const gilResource = 0;

/** Result number: elapsed milliseconds of a mode in a round; after them one number, the switches of the lock. */
export function gilResultAt(mode: number, round: number): number {
  return round * gilModes.length + mode;
}

/** Computing under one lock, as Python threads do: one worker alone, all under the lock, all without it. */
export function interpreterLock(seat: Seat): void {
  const { results } = seat.memory;
  const { rounds } = seat.settings;
  const lock = new InterpreterLock(seat.memory, gilResource);
  const observer = observe(seat);
  for (let round = 0; round < rounds && !seat.shouldStop; round += 1) {
    for (const [mode, name] of gilModes.entries()) {
      seat.meetAtStartLine();
      const startMs = seat.ring.now();
      seat.mark(labMarks.roundBegins, mode);
      work(seat, name, lock, observer);
      seat.publish(mode + 1, round + 1);
      seat.meet();
      if (seat.isFirst) results[gilResultAt(mode, round)] = seat.ring.now() - startMs;
    }
  }
  if (seat.isFirst) results[gilResultAt(0, rounds)] = lock.switchCount;
}

function work(seat: Seat, mode: GilMode, lock: InterpreterLock, observer: GilObserver): void {
  const steps = seat.settings.amount * 1e6;
  switch (mode) {
    case 'alone':
      if (!seat.isFirst) return;
      seat.enter(labStates.working);
      compute(steps * seat.workers, 1);
      return;
    case 'with-gil':
      lock.take(observer);
      for (let done = 0; done < steps; done += stepsPerPoll) {
        compute(stepsPerPoll, done);
        lock.poll(observer);
      }
      lock.drop(observer);
      return;
    case 'without-gil':
      seat.enter(labStates.working);
      compute(steps, seat.index);
  }
}

function observe(seat: Seat): GilObserver {
  return {
    index: seat.index,
    waitsForGil: () => seat.enter(labStates.waitingForGil, gilResource),
    asksForDrop: () => seat.mark(labMarks.dropRequested),
    takesGil: () => seat.enter(labStates.holding, gilResource),
    dropsGil: () => seat.enter(labStates.waiting, gilResource),
  };
}
