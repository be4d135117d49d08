/** Threads that start, wait, sleep and wake each other: P7 to P21. */
import type { Phenomenon } from './phenomenon.ts';
import { exactly, within } from './phenomenon.ts';

/** Who is first: the main thread after start(), or the child after its work. */
export const startOrder = (work: string, times = 20): string => `import threading, time
log = []
def child():
    n = ${work}
    while n: n -= 1
    log.append('c')
for _ in range(${times}):
    t = threading.Thread(target=child)
    t.start()
    log.append('m')
    t.join()
print(''.join(log))
`;

export const threadPhenomena: readonly Phenomenon[] = [
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
