/** One worker of a run: builds its seat in the shared memory, runs the experiment's program, and says how it ended. */
import { measureClockResolution } from '../machine/clock-resolution.ts';
import { viewLabMemory } from '../memory/lab-memory.ts';
import { EventRing } from '../recording/event-ring.ts';
import { measureRingCost } from '../recording/ring-cost.ts';
import { programTable } from '../programs/program-table.ts';
import type { Job, Reply } from './job.ts';
import type { Link } from './link.ts';
import { Seat } from './seat.ts';

addEventListener('message', ({ data }: MessageEvent<Job | { readonly kind: 'letter' }>) => {
  // What a partner writes to the program goes past here.
  if (data.kind === 'run' || data.kind === 'calibrate') {
    perform(data).then(answer, (reason: unknown) => answer({ kind: 'failed', message: String(reason) }));
  }
});
answer({ kind: 'ready' });

async function perform(job: Job): Promise<Reply> {
  if (job.kind === 'calibrate') {
    return { kind: 'calibrated', ringCost: measureRingCost(), clockResolutionMs: measureClockResolution() };
  }
  const memory = viewLabMemory(job.buffer, job.plan);
  const views = memory.rings[job.index];
  if (views === undefined) throw new Error(`There is no ring for worker ${job.index}.`);
  const partner = job.hiresPartner ? await hirePartner(job) : null;
  const seat = new Seat(job.index, memory, {
    settings: job.settings,
    ring: new EventRing(views, job.originEpochMs),
    link: partner ?? linkToEmployer,
  });
  await programTable[job.program](seat);
  seat.finish();
  partner?.terminate();
  return { kind: 'done' };
}

const linkToEmployer: Link = {
  postMessage: (message, transfer) => postMessage(message, { transfer }),
  addEventListener: (type, listener, options) => addEventListener(type, listener, options),
};

/** Starts this same file once more as worker 1. */
async function hirePartner(job: Extract<Job, { kind: 'run' }>): Promise<Worker> {
  const partner = new Worker(location.href, { type: 'module' });
  await new Promise<void>((resolve, reject) => {
    partner.addEventListener('message', () => resolve(), { once: true });
    partner.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
  });
  partner.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'failed') answer(data);
  });
  partner.postMessage({ ...job, index: 1, hiresPartner: false } satisfies Job);
  return partner;
}

function answer(reply: Reply): void {
  postMessage(reply);
}
