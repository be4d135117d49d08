import type { Seat } from '../crew/seat.ts';
import { labMarks, labStates } from '../recording/lab-event.ts';
import { compute } from './compute.ts';

/** The whole job in steps: some 65 ms on one core. */
export const jobSteps = 50e6;

/** Result number: elapsed milliseconds with `active` workers in a round. */
export function amdahlResultAt(active: number, round: number, workers: number): number {
  return round * workers + active - 1;
}

/** One job, part of it serial, done by 1, 2, … workers in turn; who is not needed sleeps at the gate. */
export function amdahl(seat: Seat): void {
  const { results } = seat.memory;
  const { amount: serialPercent, rounds } = seat.settings;
  const serialSteps = (jobSteps * serialPercent) / 100;
  for (let round = 0; round < rounds && !seat.shouldStop; round += 1) {
    for (let active = 1; active <= seat.workers; active += 1) {
      seat.meetAtStartLine();
      const startMs = seat.ring.now();
      seat.mark(labMarks.roundBegins, active);
      if (seat.isFirst) {
        seat.enter(labStates.holding);
        compute(serialSteps, active);
        seat.enter(labStates.working);
      }
      seat.meet();
      if (seat.index < active) {
        seat.enter(labStates.working, active);
        compute((jobSteps - serialSteps) / active, seat.index);
      }
      seat.publish(active, round + 1);
      seat.meet();
      if (seat.isFirst) results[amdahlResultAt(active, round, seat.workers)] = seat.ring.now() - startMs;
    }
  }
}
