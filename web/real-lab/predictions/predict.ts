/** Predicts every experiment by what is exactly known about it. What the simulator makes of the same program comes beside it: simulate.ts. */
import { messageSizes } from '../programs/message-passing.ts';
import { tickCount, tickIntervalMs, blockAtTick } from '../programs/event-loop.ts';
import type { ExperimentId } from '../experiments/experiment-id.ts';
import { type LitmusTest, litmusOutcomes } from './litmus-outcomes.ts';
import { possibleResults } from './possible-results.ts';
import type { Prediction, PredictionRequest } from './prediction.ts';
import { pythonProgramOf } from './python-program.ts';
import { amdahlSpeedUp, amdahlSpeedUpOnCores } from './speed-up.ts';

export function predict(request: PredictionRequest): Prediction {
  return { ...nothing, program: pythonProgramOf(request), ...predictors[request.experiment](request) };
}

type Predicted = Pick<Prediction, 'source' | 'statement'> & Partial<Prediction>;

const nothing = { values: {}, possible: null, bars: {}, series: [], allowed: [] } as const;

const predictors: Record<ExperimentId, (request: PredictionRequest) => Predicted> = {
  'lost-update': ({ settings }) => {
    const possible = possibleResults(settings.workers, settings.amount);
    return { source: 'derived', statement: 'possible-results', values: possible, possible };
  },
  cures: ({ settings }) => ({
    source: 'derived',
    statement: 'exact-result',
    values: { expected: settings.workers * settings.amount },
  }),
  'interpreter-lock': ({ settings, cores }) => {
    const without = settings.workers / Math.ceil(settings.workers / cores);
    return {
      source: 'derived',
      statement: 'gil-speed-up',
      values: { with: 1, without },
      bars: { 'with-gil': 1, 'without-gil': without },
    };
  },
  deadlock: ({ settings }) => ({
    source: 'derived',
    statement:
      settings.variant === 'certain'
        ? 'deadlock-certain'
        : settings.variant === 'chance'
          ? 'deadlock-possible'
          : 'deadlock-impossible',
  }),
  coordination: ({ settings }) => ({
    source: 'derived',
    statement: settings.variant === 'philosophers-naive' ? 'deadlock-possible' : 'invariants-hold',
  }),
  messages: () => ({
    source: 'measured-costs',
    statement: 'pipe-cost',
    series: [{ label: 'python-pipe', points: messageSizes.map((bytes) => [bytes, pipeMs(bytes)] as const) }],
  }),
  'event-loop': predictTimer,
  'false-sharing': () => ({ source: 'derived', statement: 'no-caches' }),
  litmus: ({ settings }) => {
    const test: LitmusTest = settings.variant === 'message-passing' ? 'message-passing' : 'store-buffering';
    return {
      source: 'enumerated',
      statement: 'weak-impossible',
      allowed: [
        { machine: 'any-order', outcomes: litmusOutcomes(test, false) },
        { machine: 'store-buffer', outcomes: litmusOutcomes(test, true) },
      ],
    };
  },
  amdahl: predictSpeedUp,
};

/** Sending bytes through a pipe between two processes: 11 µs for the smallest, 262 µs a megabyte (CPython 3.13, measured). */
function pipeMs(bytes: number): number {
  return 0.011 + (bytes / 1_048_576) * 0.251;
}

/** Timers wait until the long work is done, and then catch up, one after the other. */
function predictTimer({ settings }: PredictionRequest): Predicted {
  if (settings.variant === 'macrotasks') return { source: 'derived', statement: 'timer-free' };
  const points = Array.from({ length: tickCount }, (_, tick) => {
    const ticksIntoWork = tick - blockAtTick;
    const lateMs = ticksIntoWork <= 0 ? 0 : Math.max(0, settings.amount - ticksIntoWork * tickIntervalMs);
    return [(tick + 1) * tickIntervalMs, lateMs] as const;
  });
  return {
    source: 'derived',
    statement: 'timer-blocked',
    values: { late: Math.max(0, settings.amount - tickIntervalMs) },
    series: [{ label: 'blocked-worker', points }],
  };
}

function predictSpeedUp({ settings, cores }: PredictionRequest): Predicted {
  const serial = settings.amount / 100;
  const workers = Array.from({ length: settings.workers }, (_, index) => index + 1);
  return {
    source: 'derived',
    statement: 'amdahl',
    values: { limit: serial === 0 ? settings.workers : 1 / serial, cores },
    series: [
      { label: 'amdahl', points: workers.map((count) => [count, amdahlSpeedUp(serial, count)] as const) },
      {
        label: 'amdahl-cores',
        points: workers.map((count) => [count, amdahlSpeedUpOnCores(serial, count, cores)] as const),
      },
    ],
  };
}
