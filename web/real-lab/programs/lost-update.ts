import { labMarks, labStates } from '../recording/lab-event.ts';
import type { Seat } from '../crew/seat.ts';

/** All workers add to this word. */
export const counterCell = 0;

/** `counter += 1` in every worker, without any protection: load, add and store of one may fall between those of another. */
export function lostUpdate(seat: Seat): void {
  const { cells, results } = seat.memory;
  const { amount, rounds } = seat.settings;
  for (let round = 0; round < rounds && !seat.shouldStop; round += 1) {
    seat.meetAtStartLine();
    seat.enter(labStates.working, round);
    seat.mark(labMarks.roundBegins, round);
    incrementPlainly(cells, amount);
    seat.publish(amount, round + 1);
    seat.meet();
    if (seat.isFirst) {
      results[round] = cells[counterCell] ?? 0;
      if (round < rounds - 1) cells[counterCell] = 0;
    }
  }
}

export function incrementPlainly(cells: Int32Array, amount: number): void {
  for (let count = 0; count < amount; count += 1) cells[counterCell] = (cells[counterCell] ?? 0) + 1;
}
