import { expect, test } from 'vitest';
import { scenarioOf } from '../../sim-core/scenario/scenario.ts';
import { createFixtureSimulation } from '../worker/fixture-simulation.ts';
import { WorkerSimulation } from '../worker/worker-simulation.ts';
import type { SimulationClient } from '../worker/client.ts';
import { createLockstepStore } from './store.ts';

function clientOf(change: Partial<SimulationClient> = {}): SimulationClient {
  return { ...createFixtureSimulation(), dispose: () => undefined, ...change };
}

test('a run gives a trace, its whole window, and the first moment', async () => {
  const store = createLockstepStore(clientOf());
  await store.getState().startRun();
  const { run, trace, viewport, moment } = store.getState();
  expect(run.kind).toBe('finished');
  expect(viewport.toNs).toBeGreaterThan(trace?.endNs ?? 0);
  expect(moment?.step).toBe(0);
});

test('a deadlock is looked at where it happened, with one of its threads selected', async () => {
  const store = createLockstepStore(clientOf());
  store.getState().openScenario(scenarioOf('knife = 1'));
  await store.getState().startRun();
  const { moment, trace, selectedThread } = store.getState();
  expect(trace?.outcome.kind).toBe('deadlock');
  expect(moment?.step).toBe(trace?.steps);
  expect(selectedThread).toBe(1);
});

test('a run that is wanted while another goes on stops that one and is the one that is shown', async () => {
  const runs: string[] = [];
  const fixture = createFixtureSimulation();
  let release: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (release = resolve));
  const client = clientOf({
    run: async (scenario, onProgress) => {
      runs.push(scenario.files[0].text);
      if (scenario.files[0].text === 'first') await stopped;
      return fixture.run(scenario, onProgress);
    },
    stop: async () => release(),
  });
  const store = createLockstepStore(client);
  store.getState().openScenario(scenarioOf('first'));
  const first = store.getState().startRun();
  store.getState().openScenario(scenarioOf('second'));
  await store.getState().startRun();
  await first;
  expect(runs).toEqual(['first', 'second']);
  expect(store.getState().ranScenario?.files[0].text).toBe('second');
  expect(store.getState().run.kind).toBe('finished');
});

test('of many seeks at once only the last matters', async () => {
  const store = createLockstepStore(clientOf());
  await store.getState().startRun();
  const { seekStep } = store.getState();
  await Promise.all([seekStep(5), seekStep(6), seekStep(7), seekStep(40)]);
  expect(store.getState().moment?.step).toBe(40);
});

test('a mistake of the simulation is kept as a failure, and the next run works', async () => {
  let isBroken = true;
  const fixture = createFixtureSimulation();
  const client = clientOf({
    run: (scenario, onProgress) => (isBroken ? Promise.reject(new Error('boom')) : fixture.run(scenario, onProgress)),
  });
  const store = createLockstepStore(client);
  await store.getState().startRun();
  expect(store.getState().run).toEqual({ kind: 'failed', message: 'boom' });
  isBroken = false;
  await store.getState().startRun();
  expect(store.getState().run.kind).toBe('finished');
});

test('a stepped run that was cut goes on, and asks who goes on', async () => {
  const text = `import threading
def spin():
    for _ in range(300): pass
one = threading.Thread(target=spin, name='one')
one.start()
`;
  const store = createLockstepStore(Object.assign(new WorkerSimulation(), { dispose: () => undefined }));
  store.getState().openScenario({ ...scenarioOf(text, { maxSteps: 40 }), schedule: 's1 switch' });
  await store.getState().startRun();
  expect(store.getState().trace?.outcome).toEqual({ kind: 'limit', limit: 'steps' });
  await store.getState().continueRun(100_000);
  const { stepped, moment, trace } = store.getState();
  expect(stepped).toMatchObject({ isOver: false, suggested: 1 });
  expect(moment?.step).toBe(trace?.steps);
});
