import type { Seat } from '../crew/seat.ts';
import type { ExperimentId } from '../experiments/experiment-id.ts';
import { amdahl } from './amdahl.ts';
import { barrierPhases } from './barrier-phases.ts';
import { boundedBuffer } from './bounded-buffer.ts';
import { cures } from './cures.ts';
import { deadlock } from './deadlock.ts';
import { diningPhilosophers } from './dining-philosophers.ts';
import { eventLoop } from './event-loop.ts';
import { falseSharing } from './false-sharing.ts';
import { interpreterLock } from './interpreter-lock.ts';
import { litmus } from './litmus.ts';
import { lostUpdate } from './lost-update.ts';
import { messagePassing } from './message-passing.ts';
import { readersWriter } from './readers-writer.ts';

/** What every worker of an experiment runs. */
export type WorkerProgram = (seat: Seat) => void | Promise<void>;

export const programTable: Record<ExperimentId, WorkerProgram> = {
  'lost-update': lostUpdate,
  cures,
  'interpreter-lock': interpreterLock,
  deadlock,
  coordination,
  messages: messagePassing,
  'event-loop': eventLoop,
  'false-sharing': falseSharing,
  litmus,
  amdahl,
};

function coordination(seat: Seat): void {
  switch (seat.settings.variant) {
    case 'buffer':
      return boundedBuffer(seat);
    case 'barrier':
      return barrierPhases(seat);
    case 'readers-writer':
      return readersWriter(seat);
    default:
      return diningPhilosophers(seat);
  }
}
