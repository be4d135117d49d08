/** Single phenomena of threads: what real CPython shows, a small program of ours, and the property the simulation must have. */
import type { ScenarioSettings } from '../../scenario/scenario.ts';

export interface Phenomenon {
  readonly id: string;
  readonly title: string;
  /** What was measured on real interpreters. */
  readonly real: string;
  readonly source: string;
  readonly settings: Partial<ScenarioSettings>;
  /** Whether what the program printed has the property. */
  readonly holds: (printed: string) => boolean;
}

const within =
  (low: number, high: number) =>
  (printed: string): boolean =>
    Number(printed) >= low && Number(printed) <= high;
const exactly =
  (wanted: string) =>
  (printed: string): boolean =>
    printed === wanted;

const busy = `import threading, time
def burn(n):
    i = 0
    while i < n:
        i += 1
`;

const speedUp = `${busy}begin = time.perf_counter()
burn(1000000)
burn(1000000)
alone = time.perf_counter() - begin
begin = time.perf_counter()
threads = [threading.Thread(target=burn, args=(1000000,)) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(round(alone / (time.perf_counter() - begin), 2))
`;

const overshoot = `${busy}stop = False
def forever():
    while not stop: pass
threading.Thread(target=forever).start()
late = []
for _ in range(10):
    begin = time.perf_counter()
    time.sleep(0.01)
    late.append(time.perf_counter() - begin - 0.01)
stop = True
print(round(sorted(late)[5] * 1000, 2))
`;

/** Median length of a slice in milliseconds: two threads note when they find that the other has run meanwhile. */
const slices = `${busy}last = [None]
changes = []
def work(me):
    end = time.perf_counter() + 0.2
    while time.perf_counter() < end:
        if last[0] != me:
            last[0] = me
            changes.append(time.perf_counter())
threads = [threading.Thread(target=work, args=(i,)) for i in range(2)]
for t in threads: t.start()
for t in threads: t.join()
gaps = sorted(b - a for a, b in zip(changes, changes[1:]))
print(round(gaps[len(gaps) // 2] * 1000, 2))
`;

const startOrder = (work: string): string => `import threading, time
log = []
def child():
    n = ${work}
    while n: n -= 1
    log.append('c')
for _ in range(20):
    t = threading.Thread(target=child)
    t.start()
    log.append('m')
    t.join()
print(''.join(log))
`;

export const phenomena: readonly Phenomenon[] = [
  {
    id: 'P3',
    title: 'speed-up of 2 busy threads, 2 cores, 3.13',
    real: '0.96',
    source: speedUp,
    settings: { maxSteps: 400_000_000 },
    holds: within(0.92, 1.08),
  },
  {
    id: 'P3',
    title: 'speed-up of 2 busy threads, 2 cores, 3.9',
    real: '1.05',
    source: speedUp,
    settings: { maxSteps: 400_000_000, python: '3.9' },
    holds: within(0.92, 1.08),
  },
  {
    id: 'P3',
    title: 'speed-up of 2 busy threads, 2 cores, 3.13t',
    real: '1.94',
    source: speedUp,
    settings: { maxSteps: 400_000_000, python: '3.13t' },
    holds: within(1.75, 2.05),
  },
  {
    id: 'P3',
    title: 'speed-up of 2 busy threads, 1 core, 3.13',
    real: '0.95',
    source: speedUp,
    settings: { maxSteps: 400_000_000, cores: 1 },
    holds: within(0.92, 1.08),
  },
  {
    id: 'P4',
    title: 'slice in ms at an interval of 5 ms',
    real: '5.10',
    source: slices,
    settings: {},
    holds: within(5.05, 5.2),
  },
  {
    id: 'P4',
    title: 'slice in ms at an interval of 1 ms',
    real: '1.09',
    source: slices,
    settings: { switchIntervalMs: 1 },
    holds: within(1.05, 1.2),
  },
  {
    id: 'P4b',
    title: 'slice in ms on one core',
    real: '8.00',
    source: slices,
    settings: { cores: 1 },
    holds: within(7.5, 8.5),
  },
  {
    id: 'P5',
    title: 'a sleeper beside a busy thread is late by ms',
    real: '5.16–5.26',
    source: overshoot,
    settings: { maxSteps: 400_000_000 },
    holds: within(5.05, 5.35),
  },
  {
    id: 'P5',
    title: '… at an interval of 1 ms',
    real: '1.16',
    source: overshoot,
    settings: { switchIntervalMs: 1 },
    holds: within(1.05, 1.35),
  },
  {
    id: 'P5',
    title: '… without a GIL',
    real: '0.11',
    source: overshoot,
    settings: { python: '3.13t' },
    holds: within(0.04, 0.2),
  },
  {
    id: 'P7',
    title: 'a short child runs before start() returns',
    real: '300 of 300',
    source: startOrder('0'),
    settings: {},
    holds: exactly('cm'.repeat(20)),
  },
  {
    id: 'P7',
    title: 'a child with 20 ms of work does not',
    real: '30 of 30',
    source: startOrder('1500000'),
    settings: { maxSteps: 400_000_000 },
    holds: exactly('mc'.repeat(20)),
  },
  {
    id: 'P8',
    title: 'single releases wake waiters in their order',
    real: '012345',
    source: `import threading, time
lock = threading.Lock()
log = []
def wait(i):
    with lock:
        log.append(i)
        time.sleep(0.001)
lock.acquire()
for i in range(6):
    threading.Thread(target=wait, args=(i,)).start()
    time.sleep(0.01)
lock.release()
time.sleep(0.1)
print(''.join(map(str, log)))
`,
    settings: {},
    holds: exactly('012345'),
  },
  {
    id: 'P9',
    title: 'Semaphore(3), 20 threads of 0.2 s, in s',
    real: '1.403–1.405',
    source: `import threading, time
s = threading.Semaphore(3)
def work():
    with s: time.sleep(0.2)
begin = time.perf_counter()
threads = [threading.Thread(target=work) for _ in range(20)]
for t in threads: t.start()
for t in threads: t.join()
print(round(time.perf_counter() - begin, 3))
`,
    settings: {},
    holds: within(1.4, 1.42),
  },
  {
    id: 'P12',
    title: 'x = g; sleep; g = x + 1: 10 threads × 10, share lost',
    real: '0.88–0.90',
    source: `import threading, time
g = 0
def work():
    global g
    for _ in range(10):
        x = g
        time.sleep(0.001)
        g = x + 1
threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads: t.start()
for t in threads: t.join()
print(round(1 - g / 100, 2))
`,
    settings: {},
    holds: within(0.8, 0.9),
  },
  {
    id: 'P20',
    title: 'Queue(3): the producer runs three ahead',
    real: 'P0 P1 P2 C0 P3 …',
    source: `import threading, queue, time
q = queue.Queue(3)
log = []
def produce():
    for i in range(8):
        q.put(i)
        log.append(f'P{i}')
def consume():
    for i in range(8):
        time.sleep(0.02)
        q.get()
        log.append(f'C{i}')
threads = [threading.Thread(target=work) for work in (produce, consume)]
for t in threads: t.start()
for t in threads: t.join()
print(' '.join(log))
`,
    settings: {},
    holds: (printed) =>
      /^P0 P1 P2 C0 P3 C1 P4 C2 P5 C3 P6 C4 P7 C5 C6 C7$/.test(printed) || /^P0 P1 P2 (P3 C0|C0 P3) /.test(printed),
  },
  {
    id: 'P21',
    title: 'an event is remembered, a notification is not',
    real: 'False True',
    source: `import threading
c = threading.Condition()
with c: c.notify()
with c: lost = c.wait(0.1)
e = threading.Event()
e.set()
print(lost, e.wait(0.1))
`,
    settings: {},
    holds: exactly('False True'),
  },
];
