import { expect, test } from 'vitest';
import { createPythonParser } from '../python/syntax/parser.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { threadStates } from '../trace/event-kind.ts';
import { Session } from './session.ts';

const source = `import threading
total = 0
lock = threading.Lock()
def work(n):
    global total
    for i in range(n):
        with lock:
            total += i
threads = [threading.Thread(target=work, args=(9000,), name=name) for name in ('one', 'two')]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total)
`;

function finished(text: string): Session {
  const session = new Session(scenarioOf(text), createPythonParser());
  while (!session.advance(50_000));
  return session;
}

const session = finished(source);

test('a moment is the same whether it is reached from the start, from a checkpoint or backwards', () => {
  const places = [0, 1, 999, 57_000, 120_001, 120_000, 150_000, session.steps].map((step) =>
    Math.min(step, session.steps),
  );
  const forwards = places.map((step) => session.momentAtStep(step));
  const backwards = places.toReversed().map((step) => session.momentAtStep(step));
  expect(backwards.toReversed()).toEqual(forwards);
  expect(forwards.map((moment) => moment.step)).toEqual(places);
});

test('stepping back undoes a step exactly', () => {
  const here = session.momentAtStep(100_000);
  session.momentNear(100_000, 'bytecode', 1);
  expect(session.momentNear(100_001, 'bytecode', -1)).toEqual(here);
});

test('a step back by line or by switch comes before, a step forth after', () => {
  for (const unit of ['line', 'switch'] as const) {
    expect(session.momentNear(60_000, unit, 1).step).toBeGreaterThan(60_000);
    expect(session.momentNear(60_000, unit, -1).step).toBeLessThan(60_000);
  }
});

test('a time leads to the step that was executed then', () => {
  const moment = session.momentAtStep(70_000);
  expect(Math.abs(session.stepAtTime(moment.timeNs) - 70_000)).toBeLessThanOrEqual(1);
});

test('a moment shows who holds a lock, variables and what changed', () => {
  const trace = session.trace();
  const acquired = trace.kind.findIndex(
    (kind, i) => kind === 12 && trace.resources[trace.a[i] as number]?.name === 'lock',
  );
  const moment = session.momentAtStep(trace.step[acquired] as number);
  const lock = moment.resources.find((resource) => resource.name === 'lock');
  expect(lock?.owners).toEqual([trace.thread[acquired]]);
  expect(moment.threads.find((thread) => thread.id === trace.thread[acquired])?.state).toBe(threadStates.running);
  const globals = moment.processes[0]?.globals ?? [];
  expect(globals.map((variable) => variable.name)).toEqual(
    expect.arrayContaining(['total', 'lock', 'threads', 'work']),
  );
});

test('at the end every thread has finished', () => {
  const moment = session.momentAtStep(session.steps);
  expect(moment.threads.every((thread) => thread.state === threadStates.finished)).toBe(true);
  expect(moment.nextThread).toBe(null);
});

test('a stopped run shows what happened, and goes on', () => {
  const endless = new Session(scenarioOf('n = 0\nwhile True:\n    n += 1\n'), createPythonParser());
  endless.advance(30_000);
  endless.stop();
  expect(endless.trace().outcome).toEqual({ kind: 'stopped' });
  const before = endless
    .momentAtStep(endless.steps)
    .processes[0]?.globals.find((variable) => variable.name === 'n')?.text;
  endless.allow(30_000);
  while (!endless.advance(10_000));
  expect(endless.trace().outcome).toEqual({ kind: 'limit', limit: 'steps' });
  const after = endless
    .momentAtStep(endless.steps)
    .processes[0]?.globals.find((variable) => variable.name === 'n')?.text;
  expect(Number(after)).toBeGreaterThan(Number(before));
});

test('the bytecodes executed in a stretch of time are listed', () => {
  const from = session.momentAtStep(100_000).timeNs;
  const window = session.executedBetween(from, from + 300, 1000);
  expect(window?.length).toBeGreaterThan(20);
  expect(session.executedBetween(0, session.timeNs, 1000)).toBe(null);
});
