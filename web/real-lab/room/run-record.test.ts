import { expect, test } from 'vitest';
import type { CrewEnding } from '../crew/crew-ending.ts';
import { experiments } from '../experiments/catalogue.ts';
import { createLabMemory } from '../memory/lab-memory.ts';
import { recordRun, type RunRecord, sharedRunOf } from './run-record.ts';

const experiment = experiments.deadlock;
const settings = experiment.defaults;
const machine = { cores: 2, browser: 'test', clockResolutionMs: 0.005, ringCost: { eventNs: 100, storesNs: 5 } };

function recordOf(ending: CrewEnding): Promise<RunRecord> {
  const memory = createLabMemory({ ...experiment.planFor(settings), workers: settings.workers });
  const crew = { memory, ended: Promise.resolve({ ending, elapsedMs: 5 }), stop: () => undefined };
  return recordRun(crew, { experiment, settings, machine });
}

test.each<CrewEnding>([{ kind: 'stopped' }, { kind: 'limit' }, { kind: 'failed', message: '' }])(
  'half a run ($kind) is not evaluated',
  async (ending) => {
    expect((await recordOf(ending)).summary).toEqual({ checks: [], measures: [], charts: [] });
  },
);

test('a deadlock is a whole run, and its link says so', async () => {
  const record = await recordOf({ kind: 'deadlock', cycle: [] });
  expect(record.summary.checks).toEqual([{ id: 'deadlock-seen', kind: 'law', holds: true }]);
  expect(sharedRunOf(record)).toMatchObject({ experiment: 'deadlock', ending: 'deadlock', elapsedMs: 5 });
});
