import type { Seat } from '../crew/seat.ts';
import { blockWords } from '../memory/lab-memory.ts';
import { labMarks, labStates } from '../recording/lab-event.ts';

export const litmusTests = ['store-buffering', 'message-passing'] as const;
export const litmusAccesses = ['plain', 'atomic'] as const;
type LitmusAccess = (typeof litmusAccesses)[number];

/** Trials between two tallies. */
const batchSize = 512;
/** Words from one trial's variables to the next one's: a cache line, so that trials do not disturb each other. */
const trialStride = 16;

/** A machine that has no core for both workers would need hours: the trials that fit into this time are enough. */
const accessLimitMs = 4000;

export const litmusCells = {
  /** Two blocks: the trial each worker is ready for. */
  ready: 0,
  stop: blockWords * 2,
  x: blockWords * 3,
  y: blockWords * 3 + batchSize * trialStride,
  seen: blockWords * 3 + batchSize * trialStride * 2,
  wordCount: blockWords * 3 + batchSize * trialStride * 2 + batchSize * 2,
} as const;

/** Result numbers: for each access the four outcomes 00, 01, 10, 11 (first worker's value, then the second's). */
export const outcomesPerAccess = 4;

/**
 * Two workers, two words, four accesses, very many times.
 *   store buffering    worker 1: x = 1; a = y     worker 2: y = 1; b = x     never in any order of steps: a = 0, b = 0
 *   message passing    worker 1: x = 1; y = 1     worker 2: a = y; b = x     never in any order of steps: a = 1, b = 0
 */
export function litmus(seat: Seat): void {
  const trials = seat.settings.amount;
  for (const [access, name] of litmusAccesses.entries()) {
    const runTrial = trialOf(seat, name);
    const startMs = seat.ring.now();
    let trial = 1;
    for (let done = 0; done < trials; done += batchSize) {
      seat.meet();
      if (Atomics.load(seat.memory.cells, litmusCells.stop) > access) break;
      seat.enter(labStates.working, access);
      for (let slot = 0; slot < batchSize; slot += 1) {
        waitForOther(seat.memory.cells, seat.index, trial);
        trial += 1;
        runTrial(slot);
      }
      seat.meet();
      if (seat.isFirst) tally(seat, access);
      if (seat.isFirst && seat.ring.now() - startMs > accessLimitMs) seat.memory.cells[litmusCells.stop] = access + 1;
      seat.publish(done + batchSize, access + 1);
    }
    seat.meet();
    Atomics.store(seat.memory.cells, litmusCells.ready + seat.index * blockWords, 0);
    seat.mark(labMarks.roundBegins, access);
    seat.meet();
  }
}

/** Both set off together: each says which trial it is ready for and runs in circles until the other is, too. */
function waitForOther(cells: Int32Array, index: number, trial: number): void {
  Atomics.store(cells, litmusCells.ready + index * blockWords, trial);
  while (Atomics.load(cells, litmusCells.ready + (1 - index) * blockWords) < trial) {
    // The other worker is a few nanoseconds behind, or has lost its core.
  }
}

/** The four accesses of a trial, written out for each access so that nothing stands between them. */
function trialOf(seat: Seat, access: LitmusAccess): (slot: number) => void {
  const { cells } = seat.memory;
  const { x, y, seen } = litmusCells;
  const isWriter = seat.settings.variant === 'message-passing';
  const plain = access === 'plain';
  if (!isWriter) {
    const [mine, theirs] = seat.isFirst ? [x, y] : [y, x];
    const seenAt = seen + seat.index;
    return plain
      ? (slot) => {
          cells[mine + slot * trialStride] = 1;
          cells[seenAt + slot * 2] = cells[theirs + slot * trialStride] ?? 0;
        }
      : (slot) => {
          Atomics.store(cells, mine + slot * trialStride, 1);
          cells[seenAt + slot * 2] = Atomics.load(cells, theirs + slot * trialStride);
        };
  }
  return seat.isFirst ? sendMessage(cells, plain) : readMessage(cells, plain);
}

function sendMessage(cells: Int32Array, plain: boolean): (slot: number) => void {
  const { x, y } = litmusCells;
  return plain
    ? (slot) => {
        cells[x + slot * trialStride] = 1;
        cells[y + slot * trialStride] = 1;
      }
    : (slot) => {
        Atomics.store(cells, x + slot * trialStride, 1);
        Atomics.store(cells, y + slot * trialStride, 1);
      };
}

function readMessage(cells: Int32Array, plain: boolean): (slot: number) => void {
  const { x, y, seen } = litmusCells;
  return plain
    ? (slot) => {
        const flag = cells[y + slot * trialStride] ?? 0;
        const message = cells[x + slot * trialStride] ?? 0;
        cells[seen + slot * 2] = flag;
        cells[seen + slot * 2 + 1] = message;
      }
    : (slot) => {
        const flag = Atomics.load(cells, y + slot * trialStride);
        const message = Atomics.load(cells, x + slot * trialStride);
        cells[seen + slot * 2] = flag;
        cells[seen + slot * 2 + 1] = message;
      };
}

/** Counts a batch's outcomes and clears its words. */
function tally(seat: Seat, access: number): void {
  const { cells, results } = seat.memory;
  const { x, y, seen } = litmusCells;
  for (let slot = 0; slot < batchSize; slot += 1) {
    const outcome = (cells[seen + slot * 2] ?? 0) * 2 + (cells[seen + slot * 2 + 1] ?? 0);
    const at = access * outcomesPerAccess + outcome;
    results[at] = (results[at] ?? 0) + 1;
    cells[x + slot * trialStride] = 0;
    cells[y + slot * trialStride] = 0;
  }
}
