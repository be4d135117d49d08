import { expect, test } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { HitSearch } from '../../sim-core/trace/breakpoint.ts';
import { createFixtureSimulation } from '../worker/fixture-simulation.ts';
import { createLockstepStore, type Store } from './store.ts';

/** A run with a hit at every tenth step, up to 50. */
async function ranStore(asked: HitSearch[] = []): Promise<StoreApi<Store>> {
  const client = {
    ...createFixtureSimulation(),
    dispose: () => undefined,
    findHit: async (search: HitSearch) => {
      asked.push(search);
      const { fromStep, direction, count } = search;
      const step = (direction === 1 ? Math.floor(fromStep / 10) + count : Math.ceil(fromStep / 10) - count) * 10;
      return step <= 0 || step > 50 ? null : step;
    },
  };
  const store = createLockstepStore(client);
  await store.getState().startRun();
  return store;
}

function places(store: StoreApi<Store>): string {
  return store
    .getState()
    .breakpoints.map(({ fileName, line, thread }) => `${fileName}:${line}${thread === null ? '' : `#${thread}`}`)
    .join(' ');
}

test('breakpoints stand in the order of the text; a second click takes one away', async () => {
  const store = await ranStore();
  for (const line of [9, 3, 5, 3]) store.getState().toggleBreakpoint('main.py', line);
  expect(places(store)).toBe('main.py:5 main.py:9');
});

test('typing moves them, and two that meet become one', async () => {
  const store = await ranStore();
  for (const line of [3, 5, 9]) store.getState().toggleBreakpoint('main.py', line);
  store.getState().toggleBreakpoint('other.py', 2);
  store.getState().moveBreakpoints('main.py', [4, 4, 8]);
  expect(places(store)).toBe('main.py:4 main.py:8 other.py:2');
});

test('the next hit is gone to, and where there is none it is said', async () => {
  const asked: HitSearch[] = [];
  const store = await ranStore(asked);
  const seen: (number | string)[] = [];
  const note = (): number => seen.push(store.getState().hitReport ?? store.getState().moment?.step ?? -1);
  await store.getState().goToHit(1);
  note();
  store.getState().toggleBreakpoint('main.py', 3);
  for (const way of [1, 1, -1, -1] as const) {
    await store.getState().goToHit(way);
    note();
  }
  await store.getState().goToHitNumber(0, 4);
  note();
  expect(seen).toEqual([0, 10, 20, 10, 'none-back', 40]);
  expect(asked.at(-1)).toMatchObject({ fromStep: 0, count: 4, direction: 1 });
});

test('a renamed file keeps its breakpoints, a removed one takes them along', async () => {
  const store = await ranStore();
  store.getState().addFile('shared.py');
  store.getState().toggleBreakpoint('shared.py', 1);
  store.getState().renameFile(1, 'state.py');
  expect(places(store)).toBe('state.py:1');
  store.getState().removeFile(1);
  expect(places(store)).toBe('');
});

test('another scenario begins without breakpoints', async () => {
  const store = await ranStore();
  store.getState().toggleBreakpoint('main.py', 3);
  store.getState().openScenario(store.getState().scenario);
  expect(places(store)).toBe('');
});
