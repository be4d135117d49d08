import type { LabMemory } from '../memory/lab-memory.ts';
import { blockWords, seatWords } from '../memory/lab-memory.ts';
import type { LabStateCode } from '../recording/lab-event.ts';
import { readWaitTable, type WaitTable } from '../watchdog/wait-table.ts';

/** A look into the shared memory at one moment, as plain values. */
export interface LiveFrame {
  readonly workers: readonly LiveWorker[];
  readonly waits: WaitTable;
  /** The first words of the experiment's own cells. */
  readonly cells: readonly number[];
}

interface LiveWorker {
  readonly state: LabStateCode;
  readonly progress: number;
  readonly round: number;
}

const wordsInView = blockWords * 10;

/** Only reads, and some sixty times a second: the workers do not notice. */
export function readLiveFrame(memory: LabMemory): LiveFrame {
  const { seats, cells, plan } = memory;
  return {
    workers: Array.from({ length: plan.workers }, (_, index) => ({
      state: ((seats[index * blockWords + seatWords.state] ?? 0) & 0xff) as LabStateCode,
      progress: seats[index * blockWords + seatWords.progress] ?? 0,
      round: seats[index * blockWords + seatWords.round] ?? 0,
    })),
    waits: readWaitTable(memory),
    cells: [...cells.subarray(0, wordsInView)],
  };
}
