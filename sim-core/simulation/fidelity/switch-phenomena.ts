/** Where a thread can be switched, beyond lost updates: P2, P11 and P13. */
import type { PythonVersion } from '../../scenario/scenario.ts';
import type { Phenomenon } from './phenomenon.ts';
import { exactly, within } from './phenomenon.ts';

const trySpin = (before: string): string => `import threading, time
stop = False
def spin():
    while not stop:
        ${before}try:
            x = 1
        except ValueError:
            pass
spinner = threading.Thread(target=spin)
spinner.start()
time.sleep(0.01)
stop = True
spinner.join()
print('stops')
`;

const spins = (python: PythonVersion, before: string, real: 'stops' | 'hangs'): Phenomenon => ({
  id: 'P2',
  title: `${python}: while not stop: ${before.replace(/\s*\n\s*/, '; ')}try: …`,
  real,
  source: trySpin(before),
  settings: { python, switchIntervalMs: 1, untilSeconds: 0.04 },
  measure: ({ stdout, ending }) => (ending === 'limit' ? 'hangs' : stdout),
  holds: exactly(real),
});

/** How often one thread finds the lock of \`with lock: g += 1\` held by the other. */
const heldWith = `import threading
lock = threading.Lock()
g = held = 0
def work():
    global g, held
    for _ in range(40000):
        if lock.locked(): held += 1
        with lock: g += 1
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(held)
`;

const heldRow = (python: PythonVersion, real: string, holds: (measured: string) => boolean): Phenomenon => ({
  id: 'P11',
  title: `with lock: g += 1 on ${python}: how often the lock is found held`,
  real,
  source: heldWith,
  settings: { python, switchIntervalMs: 0.2 },
  holds,
});

/** The share of steps, in percent, after which the other thread has had its turn. */
const giveWay = (call: string, times: number): string => `import os, threading, time
log = []
def work(me):
    for _ in range(${times}):
        log.append(me)
        ${call}
threads = [threading.Thread(target=work, args=(i,)) for i in range(2)]
for t in threads: t.start()
for t in threads: t.join()
first = log.index(1)
both = log[first:len(log) - max(log[::-1].index(0), log[::-1].index(1))]
turns = sum(a != b for a, b in zip(both, both[1:]))
print(round(100 * turns / max(1, len(both) - 1), 1))
`;

const gives = (
  call: string,
  python: PythonVersion,
  real: string,
  holds: (measured: string) => boolean,
): Phenomenon => ({
  id: 'P13',
  title: `${call} on ${python}: the other thread's turn after so many % of steps`,
  real,
  source: giveWay(call, python === '3.9' || python === '3.10' ? 20_000 : 400),
  settings: { python },
  holds,
});

const zeroSleep = (python: PythonVersion, real: string, holds: (measured: string) => boolean): Phenomenon => ({
  id: 'P13',
  title: `time.sleep(0) on ${python}, in µs`,
  real,
  source: `import time
begin = time.perf_counter()
for _ in range(200): time.sleep(0)
print(round((time.perf_counter() - begin) / 200 * 1e6, 2))
`,
  settings: { python },
  holds,
});

export const switchPhenomena: readonly Phenomenon[] = [
  spins('2.7', '', 'stops'),
  spins('3.9', '', 'stops'),
  spins('3.10', '', 'hangs'),
  spins('3.10', 'y = 1\n        ', 'stops'),
  spins('3.11', '', 'stops'),
  spins('3.13', '', 'stops'),
  heldRow('3.9', '> 0', within(1, 40_000)),
  heldRow('3.10', '0', exactly('0')),
  heldRow('3.11', '0', exactly('0')),
  heldRow('3.13', '0', exactly('0')),
  zeroSleep('3.9', '0.4', within(0.2, 1)),
  zeroSleep('3.10', '0.4', within(0.2, 1)),
  zeroSleep('3.11', '70', within(50, 95)),
  zeroSleep('3.13', '71', within(50, 95)),
  gives('time.sleep(0)', '3.9', '0–11', within(0, 15)),
  gives('time.sleep(0)', '3.10', '0–11', within(0, 15)),
  gives('time.sleep(0)', '3.11', '58–91', within(55, 100)),
  gives('time.sleep(0)', '3.13', '58–91', within(55, 100)),
  gives('os.sched_yield()', '3.9', '0', within(0, 1)),
  gives('os.sched_yield()', '3.10', '15–100', within(10, 100)),
  gives('os.sched_yield()', '3.11', '15–100', within(10, 100)),
  gives('os.sched_yield()', '3.13', '15–100', within(10, 100)),
];
