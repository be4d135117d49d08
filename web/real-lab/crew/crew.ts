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
  readonly ended: Promise<CrewEnd>;
  stop(): void;
}

interface CrewEnd {
  readonly ending: CrewEnding;
  readonly elapsedMs: number;
}

const watchIntervalMs = 60;

/** Starts the workers of an experiment; they are ended at the end, at a deadlock, at the limit, and by `stop`. */
export function startCrew(roster: WorkerRoster, experiment: Experiment, settings: Settings): Crew {
  const plan = { ...experiment.planFor(settings), workers: settings.workers };
  const memory = createLabMemory(plan);
  const workers = experiment.isPair ? [roster.hire(2)] : Array.from({ length: settings.workers }, () => roster.hire());
  let finish: (ending: CrewEnding) => void = () => undefined;
  const ended = new Promise<CrewEnd>((resolve) => {
    let startMs: number | null = null;
    finish = (ending) => {
      clearInterval(watching);
      clearTimeout(limit);
      Atomics.store(memory.control, controlWords.stop, 1);
      roster.dismiss(workers);
      // Whatever comes first is the ending: a promise is settled only once.
      resolve({ ending, elapsedMs: startMs === null ? 0 : performance.now() - startMs });
    };
    const watchdog = new Watchdog();
    const watching = setInterval(() => {
      const cycle = watchdog.look(readWaitTable(memory));
      if (cycle !== null) finish({ kind: 'deadlock', cycle });
    }, watchIntervalMs);
    const limit = setTimeout(() => finish({ kind: 'limit' }), experiment.limitMs);
    work(workers, jobsFor(experiment, settings, memory), () => {
      startMs = performance.now();
    }).then(finish, (reason: unknown) => {
      finish({ kind: 'failed', message: reason instanceof Error ? reason.message : String(reason) });
    });
  });
  return { memory, ended, stop: () => finish({ kind: 'stopped' }) };
}

/** When all are there, gives everybody its job; settles when the last one is done. */
async function work(
  workers: readonly Worker[],
  writeJobs: () => readonly Job[],
  onStart: () => void,
): Promise<CrewEnding> {
  await gather(workers, 'ready');
  onStart();
  const done = gather(workers, 'done');
  for (const [index, job] of writeJobs().entries()) workers[index]?.postMessage(job);
  await done;
  return { kind: 'finished' };
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

/** The jobs are written at the last moment: their origin is the run's time zero. */
function jobsFor(experiment: Experiment, settings: Settings, { buffer, plan }: LabMemory): () => readonly Job[] {
  const hiresPartner = experiment.isPair;
  return () => {
    const originEpochMs = performance.timeOrigin + performance.now();
    return Array.from({ length: hiresPartner ? 1 : settings.workers }, (_, index) => {
      return { kind: 'run', program: experiment.id, index, settings, buffer, plan, originEpochMs, hiresPartner };
    });
  };
}
