import { expect, test } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { createFixtureSimulation } from '../worker/fixture-simulation.ts';
import { stopAnswer } from './stop-answer.ts';
import { openQuestion } from './stops-slice.ts';
import { createLockstepStore, type Store } from './store.ts';

async function storeAt(...steps: readonly number[]): Promise<StoreApi<Store>> {
  const store = createLockstepStore({ ...createFixtureSimulation(), dispose: () => undefined });
  await store.getState().startRun();
  for (const step of steps) {
    await store.getState().seekStep(step);
    store.getState().addStop();
  }
  return store;
}

test('stops stand in the order of the run', async () => {
  const store = await storeAt(40, 10, 25);
  expect(store.getState().stops.map(({ step }) => step)).toEqual([10, 25, 40]);
});

test('a clicker goes from stop to stop, and first reveals the answer', async () => {
  const store = await storeAt(10, 25);
  store.getState().changeStop(1, { question: { kind: 'variable', name: 'g' } });
  await store.getState().seekStep(0);
  store.getState().setStops(store.getState().stops);
  const seen: string[] = [];
  for (let click = 0; click < 4; click += 1) {
    await store.getState().advance(1);
    const { moment, isRevealed } = store.getState();
    seen.push(`${moment?.step}${isRevealed ? '' : '?'}`);
  }
  expect(seen).toEqual(['10', '25?', '25', '25']);
});

test('a question is open only at its stop, and the run knows the answer', async () => {
  const store = await storeAt(25);
  store.getState().changeStop(0, { question: { kind: 'variable', name: 'g' } });
  await store.getState().goToStop(0);
  expect(openQuestion(store.getState())).toEqual({ kind: 'variable', name: 'g' });
  const globals = store.getState().moment?.processes[0]?.globals;
  expect(stopAnswer({ kind: 'variable', name: 'g' }, store.getState())).toBe(globals?.[0]?.text);
  await store.getState().stepBy('bytecode', 1);
  expect(openQuestion(store.getState())).toBeNull();
});

test('without stops a clicker goes from switch to switch', async () => {
  const store = await storeAt();
  await store.getState().advance(1);
  expect(store.getState().moment?.step).toBeGreaterThan(0);
});
