/** Every puzzle of the gallery can be solved, and is not solved by just going on. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { type Scenario, scenarioOf } from '../../sim-core/scenario/scenario.ts';
import { WorkerSimulation } from '../worker/worker-simulation.ts';
import { type Goal, goalProgress } from './goal.ts';
import { createLockstepStore, type Store } from './store.ts';

/** The machine may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000 });

const folder = 'public/scenarios';

interface PuzzleFile {
  readonly files: Scenario['files'];
  readonly settings: Partial<Scenario['settings']>;
  readonly schedule?: string;
  readonly view?: { readonly goal?: Goal };
}

function fileOf(id: string): PuzzleFile {
  return JSON.parse(readFileSync(`${folder}/${id}.json`, 'utf8')) as PuzzleFile;
}

const puzzles = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'index.json')
  .map((name) => name.replace('.json', ''))
  .filter((id) => fileOf(id).schedule !== undefined);

/** A schedule that reaches the goal. */
const solutions: Readonly<Record<string, string>> = {
  // One takes the first lock, two the second; then each asks for the other's.
  'puzzle-deadlock': 's1 line 1 0:2 2:3 1',
  // One reads; two reads, adds and writes; one adds to what it has read.
  'puzzle-lost-update': 's1 switch 1:2 0:4 2:5 0:4',
  // Early waits, maker notifies it, but late takes the item before early has the lock again.
  'puzzle-stolen-wake-up': 's1 line 1:3 0:3 3:5 2:6 1:5',
};

async function opened(id: string): Promise<StoreApi<Store>> {
  const { files, settings, schedule = null, view } = fileOf(id);
  const simulation = new WorkerSimulation();
  const store = createLockstepStore(Object.assign(simulation, { dispose: () => undefined }));
  store.getState().openScenario({ ...scenarioOf('', settings), files, schedule, keyboard: 'open' });
  store.getState().setGoal(view?.goal ?? null);
  await store.getState().startRun();
  return store;
}

test('every puzzle has its solution here', () => {
  expect(puzzles).toEqual(Object.keys(solutions));
});

test.each(puzzles)('%s is open at first, and reached by its solution', async (id) => {
  const store = await opened(id);
  expect(goalProgress(store.getState())).toBe('open');
  await store.getState().runSchedule(solutions[id] ?? '');
  expect(store.getState().stepped).toMatchObject({ conflict: null, isOver: true, schedule: solutions[id] });
  expect(goalProgress(store.getState())).toBe('reached');
});

test.each(puzzles)('%s is missed by whoever always follows the suggestion', async (id) => {
  const store = await opened(id);
  for (let choice = 0; store.getState().stepped?.suggested != null; choice += 1) {
    expect(choice).toBeLessThan(500);
    await store.getState().choose(store.getState().stepped?.suggested ?? 0, null);
  }
  expect(goalProgress(store.getState())).toBe('missed');
});
