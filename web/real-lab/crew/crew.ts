import type { Experiment } from '../experiments/experiment.ts';
import { controlWords, createLabMemory, type LabMemory } from '../memory/lab-memory.ts';
import { readWaitTable } from '../watchdog/wait-table.ts';
import { Watchdog } from '../watchdog/watchdog.ts';
import type { CrewEnding } from './crew-ending.ts';
import type { Job, Reply } from './job.ts';
import type { Settings } from './settings.ts';
import type { WorkerRoster } from './worker-roster.ts';

/** A run in progress. */
export interface Crew {
  readonly memory: LabMemory;
  /** Never rejects, and when it is settled no worker of the run is alive. */
  readonly ended: Promise<{ readonly ending: CrewEnding; readonly elapsedMs: number }>;
  stop(): void;
}

const watchIntervalMs = 60;

/** Starts the workers of an experiment; they are ended at the end, at a deadlock, at the limit, and by `stop`. */
export function startCrew(roster: WorkerRoster, experiment: Experiment, settings: Settings): Crew {
  const plan = { ...experiment.planFor(settings), workers: settings.workers };
  const memory = createLabMemory(plan);
  const workers = experiment.isPair ? [roster.hire(2)] : Array.from({ length: settings.workers }, () => roster.hire());
  const { promise, resolve } = Promise.withResolvers<{ ending: CrewEnding; elapsedMs: number }>();
  const watchdog = new Watchdog();
  let startMs: number | null = null;
  let isOver = false;

  const finish = (ending: CrewEnding): void => {
    if (isOver) return;
    isOver = true;
    clearInterval(watching);
    clearTimeout(limit);
    Atomics.store(memory.control, controlWords.stop, 1);
    roster.dismiss(workers);
    resolve({ ending, elapsedMs: startMs === null ? 0 : performance.now() - startMs });
  };
  const watching = setInterval(() => {
    const cycle = watchdog.look(readWaitTable(memory));
    if (cycle !== null) finish({ kind: 'deadlock', cycle });
  }, watchIntervalMs);
  const limit = setTimeout(() => finish({ kind: 'limit' }), experiment.limitMs);

  gather(workers, 'ready')
    .then(() => {
      startMs = performance.now();
      const done = gather(workers, 'done');
      for (const [index, job] of jobsFor(experiment, settings, memory).entries()) workers[index]?.postMessage(job);
      return done;
    })
    .then(
      () => finish({ kind: 'finished' }),
      (reason: unknown) =>
        finish({ kind: 'failed', message: reason instanceof Error ? reason.message : String(reason) }),
    );
  return { memory, ended: promise, stop: () => finish({ kind: 'stopped' }) };
}

/** Waits until every worker has given the answer; rejects when one fails. */
function gather(workers: readonly Worker[], kind: 'ready' | 'done'): Promise<unknown> {
  return Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
            if (data.kind === kind) resolve();
            if (data.kind === 'failed') reject(new Error(data.message));
          });
          worker.addEventListener('error', (event) => reject(new Error(event.message)));
        }),
    ),
  );
}

function jobsFor(experiment: Experiment, settings: Settings, { buffer, plan }: LabMemory): readonly Job[] {
  const originEpochMs = performance.timeOrigin + performance.now();
  const hiresPartner = experiment.isPair;
  return Array.from({ length: hiresPartner ? 1 : settings.workers }, (_, index) => {
    return { kind: 'run', program: experiment.id, index, settings, buffer, plan, originEpochMs, hiresPartner };
  });
}
