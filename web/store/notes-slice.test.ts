import { expect, test } from 'vitest';
import { createFixtureSimulation } from '../worker/fixture-simulation.ts';
import { createLockstepStore } from './store.ts';

async function storeAt(step: number): Promise<ReturnType<typeof createLockstepStore>> {
  const store = createLockstepStore({ ...createFixtureSimulation(), dispose: () => undefined });
  await store.getState().startRun();
  await store.getState().seekStep(step);
  return store;
}

test('a note stands where the playhead is; notes stand in the order of their moments', async () => {
  const store = await storeAt(20);
  store.getState().addNote();
  store.getState().changeNote(0, 'later');
  await store.getState().seekStep(5);
  store.getState().addNote();
  store.getState().changeNote(0, 'earlier');
  expect(store.getState().notes.map(({ step, text }) => `${step} ${text}`)).toEqual(['5 earlier', '20 later']);
  expect(store.getState().inspectorTab).toBe('stops');
});

test('a second note at the same moment is the same note', async () => {
  const store = await storeAt(20);
  store.getState().addNote();
  store.getState().addNote();
  expect(store.getState().notes).toHaveLength(1);
  expect(store.getState().newNote).toBe(0);
});

test('going to a note goes to its moment; a removed note is gone', async () => {
  const store = await storeAt(20);
  store.getState().addNote();
  await store.getState().seekStep(3);
  await store.getState().goToNote(0);
  expect(store.getState().moment?.step).toBe(20);
  store.getState().removeNote(0);
  expect(store.getState().notes).toEqual([]);
});
