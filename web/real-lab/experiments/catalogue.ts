import { amdahl } from './amdahl.ts';
import { coordination } from './coordination.ts';
import { cures } from './cures.ts';
import { deadlock } from './deadlock.ts';
import { eventLoop } from './event-loop.ts';
import type { ExperimentId } from './experiment-id.ts';
import type { Experiment } from './experiment.ts';
import { falseSharing } from './false-sharing.ts';
import { interpreterLock } from './interpreter-lock.ts';
import { litmus } from './litmus.ts';
import { lostUpdate } from './lost-update.ts';
import { messages } from './messages.ts';

export const experiments: Record<ExperimentId, Experiment> = {
  'lost-update': lostUpdate,
  cures,
  'interpreter-lock': interpreterLock,
  deadlock,
  coordination,
  messages,
  'event-loop': eventLoop,
  'false-sharing': falseSharing,
  litmus,
  amdahl,
};
