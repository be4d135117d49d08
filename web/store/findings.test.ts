import { expect, test } from 'vitest';
import { createPythonParser } from '../../sim-core/python/syntax/parser.ts';
import { scenarioOf } from '../../sim-core/scenario/scenario.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { Session } from '../../sim-core/simulation/session.ts';
import { type Finding, findingSlices } from './findings.ts';
import { spinCandidates, spinLine } from './spin-check.ts';
import { threadNameOf } from './trace-threads.ts';

function findingsOf(trace: Trace): readonly Finding[] {
  const slices = findingSlices(trace);
  for (let slice = slices.next(); ; slice = slices.next()) if (slice.done === true) return slice.value;
}

function sessionOf(source: string): Session {
  const session = new Session(scenarioOf(source, { switchIntervalMs: 1.2 }), createPythonParser());
  while (!session.advance(200_000));
  return session;
}

const together = (body: string, count = 3): string => `import threading, time
lock = threading.Lock()
${body}
threads = [threading.Thread(target=work, name='T%d' % i) for i in range(${count})]
for t in threads: t.start()
for t in threads: t.join()
`;

test.each([
  {
    name: 'everything under the lock: threads run one after the other',
    source: together('def work():\n    for _ in range(3):\n        with lock: time.sleep(0.005)'),
    shows: ['serialised lock'],
  },
  {
    name: 'a lock that everyone always has to wait for',
    source: together(
      'def work():\n    for _ in range(20):\n        with lock: time.sleep(0.0005)\n        time.sleep(0.00001)',
      4,
    ),
    shows: ['convoy lock'],
  },
  {
    name: 'a sleeper that computes nothing looks again and again',
    source: `import threading, time
done = False
def watch():
    while not done: time.sleep(0.001)
t = threading.Thread(target=watch, name='watcher')
t.start()
time.sleep(0.03)
done = True
t.join()
`,
    shows: ['polling watcher'],
  },
  {
    name: 'input and output beside a computing thread: a wait for the GIL each time',
    source: `import threading, time
def compute():
    n = 0
    for i in range(500_000): n += i
def io():
    for _ in range(6): time.sleep(0.0002)
a, b = threading.Thread(target=compute, name='cpu'), threading.Thread(target=io, name='io')
a.start(); b.start(); a.join(); b.join()
`,
    shows: ['gil-convoy io'],
  },
  {
    name: 'threads that share nothing',
    source: together('def work():\n    for _ in range(5): time.sleep(0.002)\n    with lock: pass'),
    shows: [],
  },
])('$name', ({ source, shows }) => {
  const trace = sessionOf(source).trace();
  const found = findingsOf(trace).map(
    ({ kind, thread, resource }) =>
      `${kind} ${thread === null ? (trace.resources[resource ?? -1]?.name ?? '') : threadNameOf(trace, thread)}`,
  );
  expect(found).toEqual(shows);
});

test.each([
  { name: 'looking only', body: 'pass', line: 4 },
  { name: 'computing', body: 'x = len("abc") + 1', line: null },
])('a loop of $name: busy waiting in line $line', ({ body, line }) => {
  const session = sessionOf(`import threading, time
done = False
def watch():
    while not done: ${body}
t = threading.Thread(target=watch)
t.start()
time.sleep(0.0015)
done = True
t.join()
`);
  const lines = spinCandidates(session.trace()).map(({ finding, sample }) => {
    const executed = session.executedBetween(sample.fromNs, sample.toNs, 4000);
    return executed === null ? null : spinLine(finding.thread ?? -1, executed);
  });
  expect(lines.find((found) => found !== null) ?? null).toBe(line);
});
