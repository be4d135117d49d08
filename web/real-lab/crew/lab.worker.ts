/** One worker of a run: builds its seat in the shared memory, runs the experiment's program, and says how it ended. */
import { measureClockResolution } from '../machine/clock-resolution.ts';
import { viewLabMemory } from '../memory/lab-memory.ts';
import { EventRing } from '../recording/event-ring.ts';
import { labStates } from '../recording/lab-event.ts';
import { measureRingCost } from '../recording/ring-cost.ts';
import { programTable } from '../programs/program-table.ts';
import type { Job, Reply } from './job.ts';
import { Seat } from './seat.ts';

addEventListener('message', ({ data }: MessageEvent<Job>) => {
  perform(data).then(answer, (reason: unknown) => answer({ kind: 'failed', message: String(reason) }));
});
answer({ kind: 'ready' });

async function perform(job: Job): Promise<Reply> {
  if (job.kind === 'calibrate') {
    return { kind: 'calibrated', ringCost: measureRingCost(), clockResolutionMs: measureClockResolution() };
  }
  const memory = viewLabMemory(job.buffer, job.plan);
  const views = memory.rings[job.index];
  if (views === undefined) throw new Error(`There is no ring for worker ${job.index}.`);
  const seat = new Seat(job.index, memory, {
    settings: job.settings,
    ring: new EventRing(views, job.originEpochMs),
    port: job.port,
  });
  await programTable[job.program](seat);
  seat.enter(labStates.finished);
  return { kind: 'done' };
}

function answer(reply: Reply): void {
  postMessage(reply);
}
