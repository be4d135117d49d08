import { blockWords, type LabMemory, lockWords, resourceCount, seatWords } from '../memory/lab-memory.ts';

/** Who waits for what and who has it, read out of the shared memory while the workers run. */
export interface WaitTable {
  /** By worker: the resource it sleeps for, null if it does not sleep. */
  readonly waitsFor: readonly (number | null)[];
  /** By resource: the worker that holds it, null if none or not known. */
  readonly owners: readonly (number | null)[];
  /** By worker: how far it is. A worker that gets on is not deadlocked. */
  readonly progress: readonly number[];
}

export function readWaitTable({ seats, locks, plan }: LabMemory): WaitTable {
  const workers = Array.from({ length: plan.workers }, (_, index) => index);
  return {
    waitsFor: workers.map((index) => numberOrNull(Atomics.load(seats, index * blockWords + seatWords.waitsFor))),
    owners: Array.from({ length: resourceCount }, (_, resource) =>
      numberOrNull(Atomics.load(locks, resource * blockWords + lockWords.owner)),
    ),
    progress: workers.map((index) => Atomics.load(seats, index * blockWords + seatWords.progress)),
  };
}

/** The memory keeps number + 1, so that 0 means none. */
function numberOrNull(stored: number): number | null {
  return stored === 0 ? null : stored - 1;
}
