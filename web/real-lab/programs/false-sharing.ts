import type { Seat } from '../crew/seat.ts';
import { blockWords } from '../memory/lab-memory.ts';
import { labMarks, labStates } from '../recording/lab-event.ts';

/** How the counters lie and how they are counted, in the order they run. */
export const layouts = ['adjacent-atomic', 'padded-atomic', 'adjacent-plain', 'padded-plain'] as const;

/** The adjacent counters begin at cell 0, the padded ones a block later. */
export const paddedBase = blockWords;

/** Result number: elapsed milliseconds of a layout in a round. */
export function layoutResultAt(layout: number, round: number): number {
  return round * layouts.length + layout;
}

/** Every worker counts in a word of its own; only the distance between the words differs. */
export function falseSharing(seat: Seat): void {
  const { cells, results } = seat.memory;
  const { amount, rounds } = seat.settings;
  for (let round = 0; round < rounds && !seat.shouldStop; round += 1) {
    for (const [layout, name] of layouts.entries()) {
      const cell = name.startsWith('adjacent') ? seat.index : paddedBase + seat.index * blockWords;
      seat.meetAtStartLine();
      const startMs = seat.ring.now();
      seat.enter(labStates.working, layout);
      seat.mark(labMarks.roundBegins, layout);
      if (name.endsWith('atomic')) countAtomically(cells, cell, amount);
      else countPlainly(cells, cell, amount);
      seat.publish(layout + 1, round + 1);
      seat.meet();
      if (seat.isFirst) results[layoutResultAt(layout, round)] = seat.ring.now() - startMs;
    }
  }
}

function countAtomically(cells: Int32Array, cell: number, amount: number): void {
  for (let count = 0; count < amount; count += 1) Atomics.add(cells, cell, 1);
}

function countPlainly(cells: Int32Array, cell: number, amount: number): void {
  for (let count = 0; count < amount; count += 1) cells[cell] = (cells[cell] ?? 0) + 1;
}
