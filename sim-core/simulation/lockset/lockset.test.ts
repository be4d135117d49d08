import { expect, test } from 'vitest';
import { createPythonParser } from '../../python/syntax/parser.ts';
import { scenarioOf } from '../../scenario/scenario.ts';
import type { LocksetReport } from '../../trace/lockset.ts';
import type { Trace } from '../../trace/trace.ts';
import { Session } from '../session.ts';

function sessionOf(source: string): Session {
  const session = new Session(scenarioOf(source), createPythonParser());
  while (!session.advance(50_000));
  return session;
}

function reportOf(session: Session, fromStep = 0, mostSteps = 1_000_000): LocksetReport {
  const slices = session.locksets(fromStep, mostSteps);
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
  }
}

/** 'counter: guarded by lock' or 'counter: unguarded'. */
function told({ variables }: LocksetReport, trace: Trace): readonly string[] {
  return variables.map(({ name, isGuarded, guards }) => {
    const locks = guards.map((lock) => trace.resources[lock]?.name ?? '?').join(', ');
    return `${name}: ${isGuarded ? `guarded by ${locks}` : 'unguarded'}`;
  });
}

const two = (body: string, setup: string, end = ''): string => `import threading, queue
${setup}
def work():
    for i in range(30):
${body
  .split('\n')
  .map((line) => `        ${line}`)
  .join('\n')}
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
${end}
`;

test.each([
  { name: 'a global under no lock', source: two('global n\nn += 1', 'n = 0'), says: ['n: unguarded'] },
  {
    name: 'a global always under its lock; what main does before and after does not count',
    source: two('global n\nwith lock: n += 1', 'n = 0\nlock = threading.Lock()', 'print(n)'),
    says: ['n: guarded by lock'],
  },
  {
    name: 'different locks in different places',
    source: `import threading
a, b = threading.Lock(), threading.Lock()
n = 0
def one():
    global n
    for _ in range(50):
        with a: n += 1
def other():
    global n
    for _ in range(50):
        with b: n += 1
threads = [threading.Thread(target=f) for f in (one, other)]
for t in threads: t.start()
for t in threads: t.join()
`,
    says: ['n: unguarded'],
  },
  {
    name: 'an attribute under the lock of its object',
    source: two(
      'with box.lock: box.value += 1',
      'class Box:\n    def __init__(self):\n        self.lock = threading.Lock()\n        self.value = 0\nbox = Box()',
    ),
    says: ['box.value: guarded by box.lock'],
  },
  {
    name: 'what a list holds, and a condition as its lock',
    source: two('with changed: log.append(i)', 'log = []\nchanged = threading.Condition()'),
    says: ['log[…]: guarded by changed'],
  },
  {
    name: 'a dict under no lock',
    source: two('seen[i] = seen.get(i, 0) + 1', 'seen = {}'),
    says: ['seen[…]: unguarded'],
  },
  {
    name: 'a semaphore that lets one in',
    source: two('global n\nwith one: n += 1', 'n = 0\none = threading.Semaphore(1)'),
    says: ['n: guarded by one'],
  },
  {
    name: 'a semaphore that lets two in guards nothing',
    source: two('global n\nwith some: n += 1', 'n = 0\nsome = threading.Semaphore(2)'),
    says: ['n: unguarded'],
  },
  { name: 'what is only read', source: two('x = n + 1', 'n = 7'), says: [] },
  {
    name: 'a variable of a closure',
    source: `import threading
def run():
    n = 0
    def work():
        nonlocal n
        for _ in range(30):
            n += 1
    threads = [threading.Thread(target=work) for _ in range(2)]
    for t in threads: t.start()
    for t in threads: t.join()
run()
`,
    says: ['n: unguarded'],
  },
  {
    name: 'one thread after the other',
    source: `import threading
n = 0
def work():
    global n
    n += 1
for _ in range(3):
    t = threading.Thread(target=work)
    t.start()
    t.join()
print(n)
`,
    says: [],
  },
])('$name', ({ source, says }) => {
  const session = sessionOf(source);
  expect(told(reportOf(session), session.trace())).toEqual(says);
});

test('each row says who used it where, how often and under which locks', () => {
  const session = sessionOf(two('global n\nwith lock: n += 1', 'n = 0\nlock = threading.Lock()', 'print(n)'));
  const [n] = reportOf(session).variables;
  const lock = session.trace().resources.findIndex(({ name }) => name === 'lock');
  const rows = n?.accesses.map(({ thread, line, reads, writes, locks, isAlone }) =>
    [thread, line, reads, writes, locks.includes(lock), isAlone].join(' '),
  );
  expect(rows).toEqual(['0 2 0 1 false true', '1 7 30 30 true false', '2 7 30 30 true false', '0 11 1 0 false true']);
});

test('watching changes nothing, and says what range it saw', () => {
  const session = sessionOf(two('global n\nn += 1', 'n = 0'));
  const before = session.momentAtStep(400);
  const report = reportOf(session, 200, 300);
  expect(report).toMatchObject({ fromStep: 200, toStep: 500, totalSteps: session.steps });
  expect(session.momentAtStep(400)).toEqual(before);
  expect(session.trace().hash).toBe(sessionOf(two('global n\nn += 1', 'n = 0')).trace().hash);
});

test('every use is counted once, by the thread that makes it', () => {
  const session = new Session(
    scenarioOf(two('global n\nn += 1', 'n = 0').replace('range(30)', 'range(3000)'), {
      python: '3.9',
      switchIntervalMs: 0.013,
    }),
    createPythonParser(),
  );
  while (!session.advance(50_000));
  const uses = reportOf(session).variables[0]?.accesses.filter(({ isAlone }) => !isAlone);
  expect(uses?.map(({ reads, writes }) => [reads, writes])).toEqual([
    [3000, 3000],
    [3000, 3000],
  ]);
});
