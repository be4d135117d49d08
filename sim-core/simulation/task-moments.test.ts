import { runProgram } from './run-program.ts';
import { expect, test, vi } from 'vitest';
import { createPythonParser } from '../python/syntax/parser.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { eventKinds, loopPhases, taskStates } from '../trace/event-kind.ts';
import type { Moment } from '../trace/moment.ts';
import type { Trace } from '../trace/trace.ts';
import { copyGraph } from './copy-graph.ts';
import { Session } from './session.ts';
import { Simulation } from './simulation.ts';

const parser = createPythonParser();
vi.setConfig({ testTimeout: 60_000 });

const program = `import asyncio
lock = asyncio.Lock()
async def worker(n):
    async with lock:
        await asyncio.sleep(0.01)
async def child():
    await asyncio.sleep(0.5)
async def main():
    ws = [asyncio.create_task(worker(i), name=f'w{i}') for i in range(3)]
    c = asyncio.create_task(child(), name='kid')
    await asyncio.sleep(0)
    await asyncio.sleep(0.001)
    x = 1
    c.cancel()
    try: await c
    except asyncio.CancelledError: pass
    await asyncio.gather(*ws)
asyncio.run(main())
`;

function sessionOf(source: string): Session {
  const session = new Session(scenarioOf(source), parser);
  while (!session.advance(1_000_000));
  return session;
}

/** The moment at which the task begins its step number `count` (from 1). */
function momentAtStepOf(session: Session, task: number, count: number): Moment {
  const trace = session.trace();
  let found = 0;
  for (let i = 0; i < trace.length; i += 1) {
    const isBegin = trace.kind[i] === eventKinds.taskState && trace.b[i] === taskStates.running && trace.a[i] === task;
    if (isBegin) found += 1;
    if (isBegin && found === count) return session.momentAtTime(trace.timeNs[i] as number);
  }
  throw new Error(`task ${task} has fewer steps than ${count}`);
}

function eventTexts(trace: Trace, kind: number, show: (a: number, b: number) => string): string[] {
  const texts: string[] = [];
  for (let i = 0; i < trace.length; i += 1)
    if (trace.kind[i] === kind) texts.push(show(trace.a[i] as number, trace.b[i] as number));
  return texts;
}

test('a moment shows every task: state, what it awaits, its chain of awaits, and the loop', () => {
  const session = sessionOf(program);
  const before = session.trace().hash;
  const moment = momentAtStepOf(session, 0, 3);
  const tasks = moment.tasks.map(({ name, state, awaits, frames }) => [
    name,
    state,
    awaits,
    frames.filter((frame) => !frame.isLibrary).map((frame) => `${frame.functionName}:${frame.line}`),
  ]);
  expect(tasks).toEqual([
    ['Task-1', taskStates.running, null, []],
    ['w0', taskStates.suspended, 'sleep(0.01)', ['worker:5']],
    ['w1', taskStates.suspended, 'lock', ['worker:4']],
    ['w2', taskStates.suspended, 'lock', ['worker:4']],
    ['kid', taskStates.suspended, 'sleep(0.5)', ['child:7']],
  ]);
  const [loop] = moment.loops;
  expect(loop?.phase).toBe(loopPhases.callbacks);
  expect(loop?.timers.map(({ task }) => moment.tasks[task ?? -1]?.name)).toEqual(['w0', 'kid']);
  expect(loop?.sockets.map(({ text, forReading }) => [text, forReading])).toEqual([['self-pipe', true]]);
  expect(session.trace().hash).toBe(before);
});

test('a moment shows whom a task awaits', () => {
  const session = sessionOf(program);
  const trace = session.trace();
  const lastCancelled = eventTexts(trace, eventKinds.taskCancelAsked, (a, b) => `${a} ${b}`);
  expect(lastCancelled).toEqual(['4 0']);
  const moment = session.momentAtTime(trace.endNs - 5_000_000);
  const main = moment.tasks[0];
  expect([main?.state, main?.awaits, moment.tasks[main?.awaitsTask ?? -1]?.name]).toEqual([
    taskStates.suspended,
    'asyncio.gather(*ws)',
    'w2',
  ]);
  expect(moment.loops[0]?.selectUntilNs).toBeGreaterThan(trace.endNs - 5_000_000);
});

test('the trace tells tasks, their states, what they await and who wakes them', () => {
  const trace = sessionOf(program).trace();
  const nameOf = (id: number): string => trace.tasks[id]?.name ?? '-';
  expect(trace.tasks.map(({ name, functionName, parent }) => `${name} ${functionName} ${parent}`)).toEqual([
    'Task-1 main -1',
    'w0 worker 0',
    'w1 worker 0',
    'w2 worker 0',
    'kid child 0',
    // asyncio.run's own: closing asynchronous generators, ending the executor
    'Task-2 BaseEventLoop.shutdown_asyncgens -1',
    'Task-3 BaseEventLoop.shutdown_default_executor -1',
  ]);
  const awaited = eventTexts(trace, eventKinds.taskAwaits, (a, b) => `${nameOf(a)}: ${trace.strings[b]}`);
  expect(awaited.slice(0, 7)).toEqual([
    'Task-1: sleep(0)',
    'w0: sleep(0.01)',
    'w1: lock',
    'w2: lock',
    'kid: sleep(0.5)',
    'Task-1: sleep(0.001)',
    'Task-1: kid',
  ]);
  const woken = eventTexts(trace, eventKinds.taskWoken, (a, b) => `${nameOf(a)} by ${nameOf(b)}`);
  expect(woken).toEqual([
    'Task-1 by -',
    'kid by Task-1',
    'Task-1 by kid',
    'w0 by -',
    'w1 by w0',
    'w1 by -',
    'w2 by w1',
    'w2 by -',
    'Task-1 by -',
  ]);
});

test('a long callback is a long step of its task', () => {
  const trace = sessionOf(`import asyncio, time
async def blocks(): time.sleep(0.3)
async def main():
    t = asyncio.create_task(blocks(), name='B'); await asyncio.sleep(0.01)
asyncio.run(main())
`).trace();
  const at = (state: number): number => {
    for (let i = 0; i < trace.length; i += 1)
      if (
        trace.kind[i] === eventKinds.taskState &&
        trace.tasks[trace.a[i] as number]?.name === 'B' &&
        trace.b[i] === state
      )
        return trace.timeNs[i] as number;
    return Number.NaN;
  };
  expect((at(taskStates.finished) - at(taskStates.running)) / 1e6).toBeCloseTo(300, 0);
});

test('a checkpoint can be made in the middle of a task’s step, and goes on as the run does', () => {
  const scenario = scenarioOf(`import asyncio
async def busy(n):
    for i in range(300): n += i
    await asyncio.sleep(0.001)
    print(n)
async def main(): await asyncio.gather(busy(1), busy(2))
asyncio.run(main())
`);
  const whole = new Simulation(scenario, parser);
  whole.runTo(Number.MAX_SAFE_INTEGER);
  const begin = eventTexts(whole.trace(), eventKinds.taskState, (a, b) => `${a} ${b}`).indexOf('1 1');
  expect(begin).toBeGreaterThanOrEqual(0);
  const run = new Simulation(scenario, parser);
  const inStep = (simulation: Simulation): boolean =>
    simulation.machine.interpreters[0]?.threads.some((thread) => {
      for (let frame = thread.frame; frame !== null; frame = frame.back)
        if ('code' in frame && (frame.code as { source: { name: string } }).source.name === 'busy') return true;
      return false;
    }) === true;
  let copy: Simulation | null = null;
  while (run.outcome === null && copy === null) {
    run.runTo(run.steps + 97);
    if (inStep(run)) copy = copyGraph(run, [parser, scenario]);
  }
  expect(copy).not.toBeNull();
  copy?.runTo(Number.MAX_SAFE_INTEGER);
  run.runTo(Number.MAX_SAFE_INTEGER);
  expect([run.trace().hash, copy?.steps, copy?.timeNs]).toEqual([whole.trace().hash, whole.steps, whole.timeNs]);
});

test('the trace tells the lines in which tasks gave their turn away, and only those', () => {
  const trace = runProgram(`import asyncio
async def plain():
    return 1
async def sleeper():
    await asyncio.sleep(0)
    await plain()
async def main():
    await sleeper()
    await asyncio.gather(sleeper(), plain())
asyncio.run(main())
`);
  expect(trace.taskSwitches.map(({ line, count }) => `${line}: ${count}`).toSorted()).toEqual(['5: 2', '8: 1', '9: 1']);
});
