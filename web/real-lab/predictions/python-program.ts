import type { ExperimentId } from '../experiments/experiment-id.ts';
import type { PredictionRequest, PythonProgram } from './prediction.ts';
import { barrierPy, bufferPy, philosophersPy, readersWriterPy } from './python/coordination.py.ts';
import { deadlockPy } from './python/deadlock.py.ts';
import { computePy, sharesPy } from './python/computing.py.ts';
import { curesPy, lostUpdatePy, separateCountersPy } from './python/counting.py.ts';
import { eventLoopPy } from './python/event-loop.py.ts';
import { litmusPy } from './python/litmus.py.ts';
import { messagesPy } from './python/messages.py.ts';

/** The same experiment in Python, with the same counts. */
export function pythonProgramOf(request: PredictionRequest): PythonProgram {
  const { version, write } = programs[request.experiment];
  return { text: write(request).trim(), version, cores: request.cores };
}

interface Writer {
  readonly version: PythonProgram['version'];
  readonly write: (request: PredictionRequest) => string;
}

const programs: Record<ExperimentId, Writer> = {
  'lost-update': { version: '3.13t', write: ({ settings }) => lostUpdatePy(settings) },
  cures: { version: '3.13t', write: ({ settings }) => curesPy(settings) },
  'interpreter-lock': { version: '3.13', write: ({ settings }) => computePy(settings) },
  deadlock: { version: '3.13t', write: ({ settings }) => deadlockPy(settings) },
  coordination: {
    version: '3.13t',
    write: ({ settings }) => {
      switch (settings.variant) {
        case 'buffer':
          return bufferPy(settings);
        case 'barrier':
          return barrierPy(settings);
        case 'readers-writer':
          return readersWriterPy(settings);
        default:
          return philosophersPy(settings);
      }
    },
  },
  messages: { version: '3.13', write: () => messagesPy() },
  'event-loop': { version: '3.13', write: ({ settings }) => eventLoopPy(settings) },
  'false-sharing': { version: '3.13t', write: ({ settings }) => separateCountersPy(settings) },
  litmus: { version: '3.13t', write: ({ settings }) => litmusPy(settings) },
  amdahl: { version: '3.13t', write: ({ settings }) => sharesPy(settings) },
};
