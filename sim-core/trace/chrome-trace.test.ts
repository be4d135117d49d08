import { expect, test } from 'vitest';
import { runProgram } from '../simulation/run-program.ts';
import { chromeTraceParts } from './chrome-trace.ts';

interface Event {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid?: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly id?: number;
  readonly args?: Readonly<Record<string, unknown>>;
}

function eventsOf(source: string, switchIntervalMs = 5): readonly Event[] {
  const text = [...chromeTraceParts(runProgram(source, { switchIntervalMs }))].join('');
  return (JSON.parse(text) as { readonly traceEvents: readonly Event[] }).traceEvents;
}

const threads = eventsOf(`import threading, queue, time
lock = threading.Lock()
gate = threading.Semaphore(2)
jobs = queue.Queue()
def work():
    with gate:
        with lock: time.sleep(0.002)
    print(jobs.get())
threads = [threading.Thread(target=work, name=name) for name in ('ann', 'bob', 'cat')]
for t in threads: t.start()
for job in 'xyz': jobs.put(job)
for t in threads: t.join()
`);

const tasks = eventsOf(`import asyncio
async def child(n):
    await asyncio.sleep(n / 1000)
async def main():
    async with asyncio.TaskGroup() as group:
        for n in (1, 2): group.create_task(child(n), name=f'child-{n}')
asyncio.run(main())
`);

/** Names of tracks and counters that have something on them. */
function tracksOf(events: readonly Event[]): readonly string[] {
  const names = new Map(
    events.filter(({ name }) => name === 'thread_name').map(({ pid, tid, args }) => [`${pid} ${tid}`, args?.['name']]),
  );
  const used = events.flatMap(({ ph, pid, tid, name }) =>
    ph === 'X' ? [String(names.get(`${pid} ${tid}`))] : ph === 'C' ? [`#${name}`] : [],
  );
  return [...new Set(used)].toSorted();
}

test('threads, cores, the GIL, locks and counters have tracks', () => {
  const counters = ['#queue jobs', '#semaphore gate', '#waiting for gate', '#waiting for lock'];
  const tracks = ['GIL', 'MainThread', 'ann', 'bob', 'cat', 'core 0', 'core 1', 'lock'];
  expect(tracksOf(threads)).toEqual(expect.arrayContaining([...counters, ...tracks]));
});

test('those who wait for the GIL are counted, requests and forced switches marked', () => {
  const busy = eventsOf(
    `import threading
def work():
    for _ in range(200_000): pass
threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
`,
    0.5,
  );
  expect(tracksOf(busy)).toContain('#waiting for GIL');
  expect(busy.map(({ name }) => name)).toEqual(expect.arrayContaining(['asks for the GIL', 'forced switch']));
});

test('tasks stand among the threads of their process, with what they await', () => {
  expect(tracksOf(tasks)).toEqual(expect.arrayContaining(['MainThread', 'Task-1', 'child-1', 'child-2']));
  expect(tasks.map(({ name }) => name)).toContain('awaits sleep(0.001)');
});

test.each([
  { name: 'threads', events: threads },
  { name: 'tasks', events: tasks },
])('slices of a track never overlap, and all times are in the run: $name', ({ events }) => {
  const ends = new Map<string, number>();
  const wrong: Event[] = [];
  for (const event of events.filter(({ ph }) => ph === 'X').toSorted((one, other) => at(one) - at(other))) {
    const track = `${event.pid} ${event.tid}`;
    const end = at(event) + (event.dur ?? -1);
    if (at(event) < (ends.get(track) ?? 0) - 1e-6 || end <= at(event)) wrong.push(event);
    ends.set(track, end);
  }
  expect(ends.size).toBeGreaterThan(3);
  expect(wrong).toEqual([]);
});

test('every arrow has two ends, and each end stands on a slice of its thread', () => {
  const starts = threads.filter(({ ph }) => ph === 's');
  const finishes = threads.filter(({ ph }) => ph === 'f');
  expect(starts.length).toBeGreaterThan(5);
  expect(finishes.map(({ id }) => id)).toEqual(starts.map(({ id }) => id));
  const slices = threads.filter(({ ph }) => ph === 'X');
  const isOnSlice = (arrow: Event): boolean =>
    slices.some(
      ({ pid, tid, ts = 0, dur = 0 }) =>
        pid === arrow.pid && tid === arrow.tid && ts <= at(arrow) && at(arrow) <= ts + dur,
    );
  expect([...starts, ...finishes].filter((arrow) => !isOnSlice(arrow))).toEqual([]);
});

function at({ ts }: Event): number {
  return ts ?? 0;
}
