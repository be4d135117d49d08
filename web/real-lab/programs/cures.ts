import type { Seat } from '../crew/seat.ts';
import { labMarks, labStates } from '../recording/lab-event.ts';
import { FutexMutex } from '../sync/futex-mutex.ts';
import { SpinLock } from '../sync/spin-lock.ts';
import { counterCell, incrementPlainly } from './lost-update.ts';

/** In the order they run. The first is no cure: it is what the others are compared with. */
export const cureNames = ['plain', 'atomic-add', 'compare-exchange', 'spin-lock', 'mutex'] as const;
type CureName = (typeof cureNames)[number];

/** Cell that counts the compare-exchanges that came too late. */
const retriesCell = 32;

/** Result numbers: for each cure and round the elapsed milliseconds, the final count and the retries. */
export const cureResult = { elapsedMs: 0, count: 1, retries: 2, size: 3 } as const;

export function cureResultAt(cure: number, round: number, rounds: number): number {
  return (cure * rounds + round) * cureResult.size;
}

/** The same increments, cured in four ways, each timed from the common start to the last one's end. */
export function cures(seat: Seat): void {
  const increment = incrementers(seat);
  const { rounds } = seat.settings;
  for (const [cure, name] of cureNames.entries()) {
    for (let round = 0; round < rounds && !seat.shouldStop; round += 1) {
      seat.meetAtStartLine();
      const startMs = seat.ring.now();
      seat.enter(labStates.working, cure);
      seat.mark(labMarks.roundBegins, cure);
      increment[name]();
      seat.publish(seat.settings.amount, cure + 1);
      seat.meet();
      if (seat.isFirst) leaveResult(seat, cureResultAt(cure, round, rounds), seat.ring.now() - startMs);
    }
  }
}

function leaveResult(seat: Seat, at: number, elapsedMs: number): void {
  const { cells, results } = seat.memory;
  results[at + cureResult.elapsedMs] = elapsedMs;
  results[at + cureResult.count] = cells[counterCell] ?? 0;
  results[at + cureResult.retries] = cells[retriesCell] ?? 0;
  const isLast = at === cureResultAt(cureNames.length - 1, seat.settings.rounds - 1, seat.settings.rounds);
  if (!isLast) cells[counterCell] = 0;
  cells[retriesCell] = 0;
}

function incrementers(seat: Seat): Record<CureName, () => void> {
  const { cells } = seat.memory;
  const { amount } = seat.settings;
  const spinLock = new SpinLock(seat.memory, 0);
  const mutex = new FutexMutex(seat.memory, 1);
  return {
    plain: () => incrementPlainly(cells, amount),
    'atomic-add': () => {
      for (let count = 0; count < amount; count += 1) Atomics.add(cells, counterCell, 1);
    },
    'compare-exchange': () => {
      let retries = 0;
      for (let count = 0; count < amount; count += 1) retries += exchangeUntilDone(cells);
      Atomics.add(cells, retriesCell, retries);
    },
    'spin-lock': () => {
      for (let count = 0; count < amount; count += 1) {
        spinLock.lock();
        cells[counterCell] = (cells[counterCell] ?? 0) + 1;
        spinLock.unlock();
      }
    },
    mutex: () => {
      for (let count = 0; count < amount; count += 1) {
        mutex.lock(seat);
        cells[counterCell] = (cells[counterCell] ?? 0) + 1;
        mutex.unlock();
      }
    },
  };
}

/** Returns how often another worker was faster. */
function exchangeUntilDone(cells: Int32Array): number {
  let retries = 0;
  for (;;) {
    const seen = Atomics.load(cells, counterCell);
    if (Atomics.compareExchange(cells, counterCell, seen, seen + 1) === seen) return retries;
    retries += 1;
  }
}
