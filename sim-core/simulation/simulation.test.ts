import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PythonVersion } from '../scenario/scenario.ts';
import { eventKinds } from '../trace/event-kind.ts';
import type { Trace } from '../trace/trace.ts';
import { createPythonParser } from '../python/syntax/parser.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { outputOf, runProgram } from './run-program.ts';
import { Simulation } from './simulation.ts';

const counting = (body: string, times: number, setup = ''): string => `import threading
g = 0
${setup}
def work():
    global g
    for _ in range(${times}):
        ${body}
a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(g)
`;

/** Lost updates follow from where a version may switch threads: measured on real interpreters. */
test.each<{ version: PythonVersion; body: string; setup?: string; loses: boolean }>([
  { version: '3.13', body: 'g += 1', loses: false },
  { version: '3.11', body: 'g += 1', loses: false },
  { version: '3.10', body: 'g += 1', loses: false },
  { version: '3.9', body: 'g += 1', loses: true },
  { version: '2.7', body: 'g += 1', loses: true },
  { version: '3.13t', body: 'g += 1', loses: true },
  { version: '3.13', body: 'x = g; f(); g = x + 1', setup: 'def f(): pass', loses: true },
  { version: '3.13', body: 'g = int(g) + 1', loses: true },
  { version: '3.13', body: 'g += len(s)', setup: "s = 'x'", loses: false },
  { version: '3.10', body: 'g += len(s)', setup: "s = 'x'", loses: true },
  { version: '3.9', body: 'with lock: g += 1', setup: 'lock = threading.Lock()', loses: false },
  { version: '3.13t', body: 'with lock: g += 1', setup: 'lock = threading.Lock()', loses: false },
])('$body on $version loses updates: $loses', ({ version, body, setup, loses }) => {
  const times = body.startsWith('with') ? 20_000 : 150_000;
  const total = Number(outputOf(runProgram(counting(body, times, setup), { python: version, switchIntervalMs: 1 })));
  expect(total < 2 * times).toBe(loses);
  expect(total).toBeLessThanOrEqual(2 * times);
});

test('a circle of locks is a deadlock, with its threads and what they wait for', () => {
  const trace = runProgram(`import threading, time
A = threading.Lock()
B = threading.Lock()
def take(first, second):
    with first:
        time.sleep(0.1)
        with second:
            print('never')
threading.Thread(target=take, args=(A, B), name='one').start()
threading.Thread(target=take, args=(B, A), name='two').start()
`);
  expect(outputOf(trace)).toBe('');
  expect(trace.outcome).toMatchObject({ kind: 'deadlock' });
  if (trace.outcome.kind !== 'deadlock') return;
  expect(trace.outcome.cycle).toHaveLength(2);
  expect(
    trace.outcome.waits.map(
      (wait) => `${wait.threadName}: ${wait.holds.join()} → ${wait.resourceName}, line ${wait.line}`,
    ),
  ).toEqual(expect.arrayContaining(['one: A → B, line 7', 'two: B → A, line 7']));
});

test.each([
  { name: 'the exit status of the program', source: 'import sys\nsys.exit(3)', outcome: { kind: 'exited', status: 3 } },
  { name: '1 for an uncaught exception', source: '1 / 0', outcome: { kind: 'exited', status: 1 } },
  { name: 'a syntax error is an exception too', source: 'def f(:\n  pass', outcome: { kind: 'exited', status: 1 } },
  {
    name: 'a lock taken twice',
    source: 'import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()',
    outcome: { kind: 'deadlock' },
  },
  { name: 'a limit for an endless loop', source: 'while True: pass', outcome: { kind: 'limit', limit: 'steps' } },
  {
    name: 'the name and line of what is not simulated',
    source: 'x = 1\nimport tkinter',
    outcome: { kind: 'unsupported', line: 2 },
  },
])('a run ends with $name', ({ source, outcome }) => {
  expect(runProgram(source, { maxSteps: 200_000 }).outcome).toMatchObject(outcome);
});

test('a traceback reads as CPython prints it', () => {
  const trace = runProgram(`def inner(d):
    return d['missing'] + 1
def outer():
    try:
        inner({})
    except KeyError as error:
        raise ValueError('no luck') from error
outer()
`);
  expect(outputOf(trace, 'stderr')).toBe(`Traceback (most recent call last):
  File "/home/student/main.py", line 5, in outer
    inner({})
    ~~~~~^^^^
  File "/home/student/main.py", line 2, in inner
    return d['missing'] + 1
           ~^^^^^^^^^^^
KeyError: 'missing'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/home/student/main.py", line 8, in <module>
    outer()
    ~~~~~^^
  File "/home/student/main.py", line 7, in outer
    raise ValueError('no luck') from error
ValueError: no luck
`);
});

test('sleeping threads overlap, locked ones queue', () => {
  const trace = runProgram(`import threading, time
lock = threading.Lock()
def free(): time.sleep(0.2)
def queued():
    with lock: time.sleep(0.2)
for work in (free, queued):
    begin = time.perf_counter()
    group = [threading.Thread(target=work) for _ in range(5)]
    for t in group: t.start()
    for t in group: t.join()
    print(round(time.perf_counter() - begin, 2))
`);
  expect(outputOf(trace)).toBe('0.2\n1.0\n');
});

const versions: readonly PythonVersion[] = ['3.9', '3.13', '3.13t'];
const threaded = counting('with lock: g += 1', 40, 'lock = threading.Lock()');

test('the same scenario gives the same trace; time and steps never go back; a lock has one owner at a time', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.constantFrom(...versions), fc.integer({ min: 1, max: 4 }), (seed, python, cores) => {
      const settings = { seed, python, cores, switchIntervalMs: 0.02 };
      const trace = runProgram(threaded, settings);
      expect(runProgram(threaded, settings).hash).toBe(trace.hash);
      expect(outputOf(trace)).toBe('80\n');
      expect(timeSteps(trace).every((step) => step >= 0)).toBe(true);
      expect(doubleOwners(trace)).toBe(0);
    }),
    { numRuns: 15, seed: 4 },
  );
});

/** How much later each event is than the one before. */
function timeSteps(trace: Trace): number[] {
  return Array.from(trace.timeNs.subarray(1), (timeNs, i) => timeNs - (trace.timeNs[i] as number));
}

/** How often a lock was acquired while someone had it. */
function doubleOwners(trace: Trace): number {
  const held = new Set<number>();
  let twice = 0;
  for (let i = 0; i < trace.length; i += 1) {
    const resource = trace.a[i] as number;
    if (trace.kind[i] === eventKinds.resourceReleased) held.delete(resource);
    if (trace.kind[i] !== eventKinds.resourceAcquired || trace.resources[resource]?.kind !== 'lock') continue;
    if (held.has(resource)) twice += 1;
    held.add(resource);
  }
  return twice;
}

const busy = `import queue, threading
jobs, gate, n = queue.Queue(2), threading.Semaphore(1), 0
def work():
    global n
    while jobs.get() is not None:
        with gate: n += 1
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for i in range(40): jobs.put(i)
for _ in threads: jobs.put(None)
for t in threads: t.join()
print(n)
`;

test.each([
  { python: '3.13', cores: 2 },
  { python: '3.13', cores: 1 },
  { python: '3.9', cores: 4 },
  { python: '2.7', cores: 2 },
  { python: '3.13t', cores: 3 },
] as const)('Python $python on $cores cores: a run in slices, or step by step, is the same run', (settings) => {
  const parser = createPythonParser();
  const scenario = scenarioOf(busy, settings);
  const hashes = [Number.MAX_SAFE_INTEGER, 1000, 37, 1].map((slice) => {
    const simulation = new Simulation(scenario, parser);
    while (simulation.outcome === null) simulation.runTo(simulation.steps + slice);
    return simulation.trace().hash;
  });
  expect(new Set(hashes).size).toBe(1);
});
