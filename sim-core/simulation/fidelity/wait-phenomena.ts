/** How long a thread waits for the GIL: P6, P14 and P33. */
import type { Phenomenon } from './phenomenon.ts';
import { within } from './phenomenon.ts';

/** Computes in steps of a few microseconds: few bytecodes for much time. */
const burner = `def burn():
    while not stop: sum(range(400))
`;

const plainBurner = `def burn():
    while not stop: pass
`;

/** Mean and 90th percentile of how late a sleeper is, in intervals, beside k busy threads, over a few seeds of the sleep's length. */
const latency = (k: number): string => `import random, threading, time
stop = False
${burner}
for _ in range(${k}): threading.Thread(target=burn).start()
late = []
for _ in range(${60 * k}):
    pause = 0.0005 + random.random() * 0.002
    begin = time.perf_counter()
    time.sleep(pause)
    late.append((time.perf_counter() - begin - pause) / 0.001)
stop = True
late.sort()
print(round(sum(late) / len(late), 2), round(late[int(len(late) * 0.9)], 1))
`;

const latencyRow = (k: number, real: string, mean: readonly [number, number], p90: readonly [number, number]) => ({
  id: 'P6',
  title: `a sleeper beside ${k} busy threads: mean and 90th percentile of its lateness, in intervals of 1 ms`,
  real,
  source: latency(k),
  settings: { switchIntervalMs: 1 },
  holds: (measured: string): boolean => {
    const [shownMean, shownTail] = measured.split(' ').map(Number) as [number, number];
    return shownMean >= mean[0] && shownMean <= mean[1] && shownTail >= p90[0] && shownTail <= p90[1];
  },
});

/** Requests a second through two pipes, to a thread that sends everything back; the client thinks for 1 ms. */
const echo = (burners: number, requests: number, how = burner): string => `import os, threading, time
ask_read, ask_write = os.pipe()
answer_read, answer_write = os.pipe()
stop = False
def echo():
    while True:
        data = os.read(ask_read, 100)
        if data == b'q': return
        os.write(answer_write, data)
${how}
threading.Thread(target=echo).start()
for _ in range(${burners}): threading.Thread(target=burn).start()
begin = time.perf_counter()
for n in range(${requests}):
    time.sleep(0.001)
    os.write(ask_write, b'x')
    os.read(answer_read, 100)
print(round(${requests} / (time.perf_counter() - begin)))
stop = True
os.write(ask_write, b'q')
`;

/** Relative time of two busy threads at two switch intervals. */
const intervalCost = (seconds: string): string => `import sys, threading, time
def burn():
    for _ in range(20000): sum(range(100))
def took(interval):
    sys.setswitchinterval(interval)
    begin = time.perf_counter()
    threads = [threading.Thread(target=burn) for _ in range(2)]
    for t in threads: t.start()
    for t in threads: t.join()
    return time.perf_counter() - begin
print(round(took(${seconds}) / took(0.001), 3))
`;

export const waitPhenomena: readonly Phenomenon[] = [
  latencyRow(1, '1.05 1.05', [1, 1.25], [1, 1.3]),
  latencyRow(2, '1.7–2.4 3.7–4.8', [1.5, 2.7], [2.8, 6]),
  latencyRow(3, '3.4–3.9 7.6–9.2', [2.4, 4.5], [4.5, 11]),
  latencyRow(4, '4.2–4.6 11–12', [3.2, 5.6], [6.5, 14]),
  {
    id: 'P14',
    title: 'requests a second through pipes, thinking 1 ms',
    real: '903–916',
    source: echo(0, 40),
    settings: {},
    holds: within(880, 940),
  },
  {
    id: 'P14',
    title: '… beside a busy thread, 2.7',
    real: '874',
    source: echo(1, 20, plainBurner),
    settings: { python: '2.7' },
    holds: within(760, 930),
  },
  {
    id: 'P14',
    title: '… beside a busy thread, 3.13: client and server wait for the GIL',
    real: '79–105',
    source: echo(1, 25),
    settings: {},
    holds: within(55, 130),
  },
  {
    id: 'P14',
    title: '… at an interval of 1 ms',
    real: '259',
    source: echo(1, 40),
    settings: { switchIntervalMs: 1 },
    holds: within(180, 340),
  },
  {
    id: 'P14',
    title: '… beside a busy thread, without a GIL, 4 cores',
    real: '910',
    source: echo(1, 40),
    settings: { python: '3.13t', cores: 4 },
    holds: within(850, 940),
  },
  ...(
    [
      ['0.0001', '1.0', 0.97, 1.03],
      ['0.00001', '1.0', 0.97, 1.06],
      ['0.000001', '1.06–1.24', 0.97, 1.3],
    ] as const
  ).map(([seconds, real, low, high]) => ({
    id: 'P33',
    title: `two busy threads at an interval of ${Number(seconds) * 1e6} µs take so many times as long as at 1 ms`,
    real,
    source: intervalCost(seconds),
    settings: {},
    holds: within(low, high),
  })),
];
