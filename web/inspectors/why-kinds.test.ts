import { expect, test } from 'vitest';
import { createPythonParser } from '../../sim-core/python/syntax/parser.ts';
import { scenarioOf } from '../../sim-core/scenario/scenario.ts';
import { Session } from '../../sim-core/simulation/session.ts';
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Moment } from '../../sim-core/trace/moment.ts';
import { waitGraphOf } from './wait-graph-data.ts';
import { whyChain } from './why-chain.ts';

function momentOf(source: string, timeNs: number | null = null): Moment {
  const session = new Session(scenarioOf(`import threading, queue, time\n${source}\n`), createPythonParser());
  while (!session.advance(100_000));
  return timeNs === null ? session.momentAtStep(session.steps) : session.momentAtTime(timeNs);
}

const worker = (body: string): string =>
  `def work():\n    ${body}\nt = threading.Thread(target=work, name='worker')\nt.start()`;

test.each([
  {
    name: 'a lock',
    source: `a = threading.Lock()\na.acquire()\n${worker('a.acquire()')}`,
    says: 'lock a held by MainThread',
  },
  {
    name: 'a reentrant lock',
    source: `a = threading.RLock()\na.acquire()\n${worker('a.acquire()')}`,
    says: 'rlock a held by MainThread',
  },
  {
    name: 'a condition',
    source: `c = threading.Condition()\n${worker('c.acquire(); c.wait()')}`,
    says: 'condition c in Condition.wait',
  },
  {
    name: 'a semaphore',
    source: `s = threading.Semaphore(0)\n${worker('s.acquire()')}`,
    says: 'semaphore s (0) in Semaphore.acquire',
  },
  {
    name: 'a semaphore whose places are taken',
    source: `s = threading.Semaphore(1)\ns.acquire()\n${worker('s.acquire()')}`,
    says: 'semaphore s in Semaphore.acquire held by MainThread',
  },
  { name: 'an event', source: `e = threading.Event()\n${worker('e.wait()')}`, says: 'event e (0) in Event.wait' },
  {
    name: 'a barrier',
    source: `b = threading.Barrier(3)\n${worker('b.wait()')}`,
    says: 'barrier b (1 of 3) in Barrier.wait',
  },
  { name: 'an empty queue', source: `q = queue.Queue()\n${worker('q.get()')}`, says: 'queue q (0) in Queue.get' },
  {
    name: 'a full queue',
    source: `q = queue.Queue(1)\n${worker('q.put(1); q.put(2)')}`,
    says: 'queue q (1 of 1) in Queue.put',
  },
  {
    name: 'unfinished tasks',
    source: `q = queue.Queue()\n${worker('q.put(1); q.join()')}`,
    says: 'queue q (1) in Queue.join',
  },
  { name: 'a simple queue', source: `q = queue.SimpleQueue()\n${worker('q.get()')}`, says: 'queue q (0)' },
])('why a thread waits for $name', ({ source, says }) => {
  const moment = momentOf(source);
  const thread = moment.threads.find(({ name }) => name === 'worker');
  const [link] = whyChain(moment, thread?.id ?? -1);
  expect(thread?.state).toBe(threadStates.blocked);
  expect(link?.kind).toBe('waits');
  if (link?.kind !== 'waits') return;
  const { resourceKind, resourceName, level, limit, call, holder } = link;
  const hasLevel = level !== null && holder === null && resourceKind !== 'condition';
  const parts = [
    resourceKind,
    resourceName,
    ...(hasLevel ? [limit === null || resourceKind === 'semaphore' ? `(${level})` : `(${level} of ${limit})`] : []),
    ...(call === null ? [] : [`in ${call}`]),
    ...(holder === null ? [] : [`held by ${holder.name}`]),
  ];
  expect(parts.join(' ')).toBe(says);
});

interface Card {
  readonly name: string;
  readonly source: string;
  readonly who?: string;
  readonly atNs: number;
  readonly state: number;
}

test.each<Card>([
  { name: 'asleep', source: worker('time.sleep(1)'), atNs: 5e6, state: threadStates.sleeping },
  { name: 'computing', source: worker('while True: pass'), atNs: 4e6, state: threadStates.running },
  {
    name: 'waiting for the GIL',
    source: worker('while True: pass'),
    who: 'MainThread',
    atNs: 2e6,
    state: threadStates.waitingForGil,
  },
  { name: 'ended', source: `${worker('pass')}\ntime.sleep(0.01)`, atNs: 5e6, state: threadStates.finished },
])('the card of a thread that is $name', ({ source, who = 'worker', atNs, state }) => {
  const program = `import threading, queue, time\n${source}\n`;
  const session = new Session(scenarioOf(program, { untilSeconds: 0.008 }), createPythonParser());
  while (!session.advance(100_000));
  const moment = session.momentAtTime(atNs);
  expect(moment.threads.find(({ name }) => name === who)?.state).toBe(state);
});

test('joining is an edge to the thread whose end is awaited, and a circle of locks is one', () => {
  const joined = waitGraphOf(momentOf(`${worker('threading.Event().wait()')}\nt.join()`));
  expect(joined.edges).toMatchObject([{ from: 0, isJoin: true, isInCircle: false }]);
  const circle = waitGraphOf(
    momentOf(`a, b = threading.Lock(), threading.Lock()
def take(one, other):
    with one:
        time.sleep(0.01)
        with other: pass
for locks in ((a, b), (b, a)): threading.Thread(target=take, args=locks).start()`),
  );
  expect(circle.edges.filter(({ isInCircle }) => isInCircle)).toHaveLength(2);
});
