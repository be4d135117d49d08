import type { Seat } from '../crew/seat.ts';
import { blockWords } from '../memory/lab-memory.ts';
import { labStates } from '../recording/lab-event.ts';
import { Barrier } from '../sync/barrier.ts';
import { compute } from './compute.ts';
import { detailedOperations } from './detail-limit.ts';

export const barrierCells = {
  arrived: 0,
  generation: blockWords,
  violations: blockWords * 2,
  /** A block for each worker: the phase it is in. */
  phases: blockWords * 3,
} as const;

const barrierResource = 0;

/** Everybody works, meets, works, meets …: nobody may be a phase behind anybody who has passed the barrier. */
export function barrierPhases(seat: Seat): void {
  const { cells } = seat.memory;
  const barrier = new Barrier(cells, barrierCells, { parties: seat.workers, patienceMs: 0 });
  const phases = Math.ceil(seat.settings.amount / seat.workers);
  const mine = barrierCells.phases + seat.index * blockWords;
  seat.meetAtStartLine();
  for (let phase = 1; phase <= phases; phase += 1) {
    seat.enter(labStates.working, phase);
    compute(200 * (1 + ((seat.index + phase) & 1)), phase);
    Atomics.store(cells, mine, phase);
    barrier.meet(seat, barrierResource);
    for (let other = 0; other < seat.workers; other += 1) {
      const theirs = Atomics.load(cells, barrierCells.phases + other * blockWords);
      if (theirs < phase || theirs > phase + 1) Atomics.add(cells, barrierCells.violations, 1);
    }
    seat.publish(phase);
    if (phase === detailedOperations) seat.recordOnlyWaits();
  }
}
