import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { experiments } from '../experiments/catalogue.ts';
import { startCrew } from './crew.ts';
import type { Job, Reply } from './job.ts';
import { WorkerRoster } from './worker-roster.ts';

/** Stands for a worker: answers as a test tells it to, and remembers whether it was ended. */
class FakeWorker extends EventTarget {
  static readonly alive = new Set<FakeWorker>();
  static onJob: (worker: FakeWorker, job: Job) => void = () => undefined;

  constructor() {
    super();
    FakeWorker.alive.add(this);
    queueMicrotask(() => queueMicrotask(() => this.say({ kind: 'ready' })));
  }

  postMessage(job: Job): void {
    FakeWorker.onJob(this, job);
  }

  say(reply: Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }));
  }

  terminate(): void {
    FakeWorker.alive.delete(this);
  }
}

const experiment = { ...experiments['lost-update'], limitMs: 200 };
const settings = { ...experiment.defaults, workers: 3 };

beforeEach(() => vi.stubGlobal('Worker', FakeWorker));
afterEach(() => {
  vi.unstubAllGlobals();
  FakeWorker.onJob = () => undefined;
});

const endings = [
  {
    name: 'all are done',
    onJob: (worker: FakeWorker) => worker.say({ kind: 'done' }),
    ending: { kind: 'finished' },
  },
  {
    name: 'one fails',
    onJob: (worker: FakeWorker, job: Job) =>
      job.kind === 'run' && job.index === 1 && worker.say({ kind: 'failed', message: 'broken' }),
    ending: { kind: 'failed', message: 'broken' },
  },
  { name: 'none ever answers', onJob: () => undefined, ending: { kind: 'limit' } },
];

test.each(endings)('$name: the run ends and no worker is left', async ({ onJob, ending }) => {
  FakeWorker.onJob = onJob;
  const roster = new WorkerRoster();
  const crew = startCrew(roster, experiment, settings);
  expect(roster.count).toBe(3);
  expect((await crew.ended).ending).toEqual(ending);
  expect([roster.count, FakeWorker.alive.size]).toEqual([0, 0]);
});

test('a run can be stopped before its workers are ready', async () => {
  const roster = new WorkerRoster();
  const crew = startCrew(roster, experiment, settings);
  crew.stop();
  expect((await crew.ended).ending).toEqual({ kind: 'stopped' });
  expect([roster.count, FakeWorker.alive.size]).toEqual([0, 0]);
});

test('leaving the page ends every worker of every run', () => {
  const roster = new WorkerRoster();
  startCrew(roster, experiment, settings);
  roster.hire(2);
  expect(roster.count).toBe(5);
  roster.dismissAll();
  expect([roster.count, FakeWorker.alive.size]).toEqual([0, 0]);
});
