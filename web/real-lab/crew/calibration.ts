import { browserOf, type Machine } from '../machine/machine.ts';
import type { Job, Reply } from './job.ts';
import type { WorkerRoster } from './worker-roster.ts';

/** Gets to know the machine: a worker of its own measures its clock and what recording an event costs. */
export async function calibrate(roster: WorkerRoster): Promise<Machine> {
  const worker = roster.hire();
  try {
    const { ringCost, clockResolutionMs } = await askForCalibration(worker);
    return {
      cores: navigator.hardwareConcurrency,
      browser: browserOf(navigator.userAgent),
      clockResolutionMs,
      ringCost,
    };
  } finally {
    roster.dismiss([worker]);
  }
}

function askForCalibration(worker: Worker): Promise<Extract<Reply, { kind: 'calibrated' }>> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'calibrated') resolve(data);
      if (data.kind === 'failed') reject(new Error(data.message));
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage({ kind: 'calibrate' } satisfies Job);
  });
}
