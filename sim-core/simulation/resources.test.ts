import { expect, test } from 'vitest';
import { eventKinds, waitEndings } from '../trace/event-kind.ts';
import type { Trace } from '../trace/trace.ts';
import { outputOf, runProgram } from './run-program.ts';

/** 'semaphore gate 2 1 0 1 2': kind, name and the values it took. */
function shown(trace: Trace, isInternal = false): readonly string[] {
  return trace.resources.flatMap(({ kind, name, ...resource }, index) => {
    if (resource.isInternal !== isInternal || kind === 'gil' || kind === 'thread-end') return [];
    const values = [...trace.kind.keys()]
      .filter((event) => trace.kind[event] === eventKinds.resourceValue && trace.a[event] === index)
      .map((event) => trace.b[event]);
    return [[kind, name, ...values].join(' ')];
  });
}

test.each([
  {
    name: 'a semaphore and its value',
    source: 'gate = threading.Semaphore(2)\nwith gate:\n    gate.acquire()\n    gate.release()',
    shows: ['semaphore gate 2 1 0 1 2'],
  },
  {
    name: 'a bounded semaphore as an attribute',
    source:
      'class Pool:\n    def __init__(self):\n        self.slots = threading.BoundedSemaphore(3)\npool = Pool()\nwith pool.slots: pass',
    shows: ['semaphore pool.slots 3 2 3'],
  },
  {
    name: 'an event and its flag',
    source: 'ready = threading.Event()\nready.set()\nready.clear()',
    shows: ['event ready 1 0'],
  },
  {
    name: 'a condition with a lock of its own',
    source: 'changed = threading.Condition()\nwith changed: changed.notify_all()',
    shows: ['condition changed'],
  },
  {
    name: 'a barrier and how many stand at it',
    source: 'both = threading.Barrier(2)\nt = threading.Thread(target=both.wait)\nt.start()\nboth.wait()\nt.join()',
    shows: ['barrier both 1 0'],
  },
  {
    name: 'a queue and its length',
    source: 'import queue\njobs = queue.Queue(2)\njobs.put(1)\njobs.put(2)\njobs.get()',
    shows: ['queue jobs 1 2 1'],
  },
  {
    name: 'a priority queue in a list',
    source: 'import queue\nqueues = [queue.PriorityQueue()]\nqueues[0].put(3)',
    shows: ['queue queues[0] 1'],
  },
  {
    name: 'a simple queue',
    source: 'import queue\nmail = queue.SimpleQueue()\nmail.put(1)\nmail.get()',
    shows: ['queue mail 1 0'],
  },
  {
    name: 'a queue of a class of the program',
    source:
      'import queue\nclass Mail(queue.Queue):\n    def __init__(self):\n        super().__init__(1)\nbox = Mail()\nbox.put(1)',
    shows: ['queue box 1'],
  },
  {
    name: 'locks, recursive or not, told apart by number where a function makes several',
    source:
      'def f():\n    guard = threading.Lock()\n    with guard: pass\nf()\nf()\nagain = threading.RLock()\nwith again: pass',
    shows: ['lock guard', 'lock guard (2)', 'rlock again'],
  },
  {
    name: 'a pool of threads',
    source:
      'from concurrent.futures import ThreadPoolExecutor\ndef run():\n    with ThreadPoolExecutor(1) as pool:\n        pool.submit(abs, -3).result()\nrun()',
    shows: ['pool pool 1 0'],
  },
])('$name is a resource of its own', ({ source, shows }) => {
  expect(shown(runProgram(`import threading\n${source}\n`))).toEqual(shows);
});

test('where the program made it, its lock and the most it can hold are known', () => {
  const trace = runProgram('import queue\n\njobs = queue.Queue(4)\njobs.put(1)\n');
  const jobs = trace.resources.find(({ kind }) => kind === 'queue');
  expect(jobs).toMatchObject({ place: { fileName: 'main.py', line: 3 }, limit: 4 });
  expect(trace.resources[jobs?.guard ?? -1]).toMatchObject({ kind: 'lock', name: 'jobs', isInternal: true });
});

const waitsOften = `import threading
turn = threading.Condition()
n = 0
def work(mine):
    global n
    for _ in range(200):
        with turn:
            while n % 2 != mine:
                turn.wait()
            n += 1
            turn.notify()
threads = [threading.Thread(target=work, args=(i,)) for i in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(n)
`;

test('waits of a condition are waits for the condition, however often', () => {
  const trace = runProgram(waitsOften);
  expect(outputOf(trace)).toBe('400\n');
  expect(trace.resources.length).toBeLessThan(20);
  const turn = trace.resources.findIndex(({ name }) => name === 'turn');
  const counted = (kind: number, ending?: number): number =>
    [...trace.kind.keys()].filter(
      (event) =>
        trace.kind[event] === kind && trace.a[event] === turn && (ending === undefined || trace.b[event] === ending),
    ).length;
  expect(counted(eventKinds.resourceAwaited)).toBeGreaterThan(100);
  expect(counted(eventKinds.waitAbandoned, waitEndings.notified)).toBe(counted(eventKinds.resourceAwaited));
});

test('two conditions on a lock of the program stand on that lock', () => {
  const trace = runProgram(`import threading
lock = threading.Lock()
full, empty = threading.Condition(lock), threading.Condition(lock)
def wait():
    with empty:
        empty.wait()
t = threading.Thread(target=wait)
t.start()
import time
time.sleep(0.01)
with empty: empty.notify()
t.join()
`);
  expect(shown(trace)).toEqual(['lock lock', 'condition empty']);
  const empty = trace.resources.find(({ name }) => name === 'empty');
  expect(trace.resources[empty?.guard ?? -1]?.name).toBe('lock');
});

test('a program that makes locks without end does not fill the trace', () => {
  const trace = runProgram('import threading\nfor i in range(45_000):\n    lock = threading.Lock()\n');
  expect(trace.resources.length).toBeLessThan(40_050);
});

test.each([
  { name: 'a queue', source: 'import queue\njobs = queue.Queue()\njobs.get()', waits: 'jobs' },
  { name: 'an event', source: 'import threading\ngo = threading.Event()\ngo.wait()', waits: 'go' },
  { name: 'a semaphore', source: 'import threading\ns = threading.Semaphore(0)\ns.acquire()', waits: 's' },
  { name: 'a barrier', source: 'import threading\nb = threading.Barrier(2)\nb.wait()', waits: 'b' },
  { name: 'a simple queue', source: 'import queue\nq = queue.SimpleQueue()\nq.get()', waits: 'q' },
  {
    name: 'a condition',
    source: 'import threading\nc = threading.Condition()\nwith c:\n    c.wait()',
    waits: 'c',
  },
])('$name nobody will ever give is named', ({ source, waits }) => {
  const { outcome } = runProgram(`${source}\n`);
  expect(outcome).toMatchObject({ kind: 'deadlock', waits: [{ resourceName: waits, heldBy: [] }] });
});
