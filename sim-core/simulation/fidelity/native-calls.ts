/** P16 and P17: long calls of C functions hold the GIL or let it go; who waits meanwhile, and what two threads gain. */
import type { Phenomenon } from './phenomenon.ts';

/** Prints for how much of one call another thread stood still, in per cent. */
const freeze = (setUp: string, call: string): string => `import threading, time
${setUp}
begin = time.perf_counter()
${call}
alone = time.perf_counter() - begin
stop = False
worst = 0.0
def watch():
    global worst
    last = time.perf_counter()
    while not stop:
        now = time.perf_counter()
        if now - last > worst:
            worst = now - last
        last = now
watcher = threading.Thread(target=watch)
watcher.start()
time.sleep(0.02)
worst = 0.0
${call}
time.sleep(0.001)
stop = True
watcher.join()
print(round(100 * worst / alone))
`;

const random = 'import random\nrandom.seed(1)\nnumbers = [random.random() for _ in range(60000)]';

/** Calls that keep the GIL: 97 to 102 per cent were measured (list(range()) 71 to 83, for its memory is slow to come). */
const holders: readonly (readonly [title: string, setUp: string, call: string])[] = [
  ['sum(range(2M))', '', 'sum(range(2000000))'],
  ['sorted', random, 'sorted(numbers)'],
  ['re backtracking', 'import re', "re.match('(a+)+$', 'a' * 19 + 'b')"],
  ['json.dumps', 'import json\nnumbers = list(range(200000))', 'json.dumps(numbers)'],
  ['bytes.replace', "data = b'ab' * 20000000", "data.replace(b'a', b'cd')"],
  ['big int product', 'large = 1 << 500000', 'large * large'],
];

/** Calls that let it go: 1 to 10 per cent. */
const releasers: readonly (readonly [title: string, setUp: string, call: string])[] = [
  ['sha256', 'import hashlib\ndata = bytes(16000000)', 'hashlib.sha256(data)'],
  ['zlib.compress', "import zlib\ndata = b'lorem ipsum ' * 100000", 'zlib.compress(data)'],
  ['sleep', '', 'time.sleep(0.1)'],
];

/** Prints how many times faster two threads are than one that does both halves. */
const speedUp = (setUp: string, call: string): string => `import threading, time
${setUp}
def work():
    ${call}
begin = time.perf_counter()
work()
work()
alone = time.perf_counter() - begin
begin = time.perf_counter()
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(round(alone / (time.perf_counter() - begin), 2))
`;

const within =
  (least: number, most: number) =>
  (printed: string): boolean =>
    printed !== '' && Number(printed) >= least && Number(printed) <= most;

export const nativeCallPhenomena: readonly Phenomenon[] = [
  ...holders.map(([title, setUp, call]) => ({
    id: 'P16',
    title: `${title}: another thread stands still (% of the call)`,
    real: '97–102',
    settings: {},
    source: freeze(setUp, call),
    holds: within(85, 105),
  })),
  ...releasers.map(([title, setUp, call]) => ({
    id: 'P16',
    title: `${title}: another thread stands still (% of the call)`,
    real: '1–10',
    settings: {},
    source: freeze(setUp, call),
    holds: within(0, 12),
  })),
  {
    id: 'P17',
    title: 'sha256 by two threads on two cores (speed-up)',
    real: '1.92–1.97',
    settings: {},
    source: speedUp('import hashlib\ndata = bytes(8000000)', 'hashlib.sha256(data)'),
    holds: within(1.85, 2),
  },
  {
    id: 'P17',
    title: 'zlib by two threads (speed-up)',
    real: '1.92–1.97',
    settings: {},
    source: speedUp("import zlib\ndata = b'lorem ipsum ' * 100000", 'zlib.compress(data)'),
    holds: within(1.85, 2),
  },
  {
    id: 'P17',
    title: 'sum(range()) by two threads (speed-up)',
    real: '0.91',
    settings: {},
    source: speedUp('', 'sum(range(2000000))'),
    holds: within(0.85, 1.02),
  },
  {
    id: 'P17',
    title: 'sha256 of 1000-byte blocks by two threads: too small to let the GIL go (speed-up)',
    real: 'about 1',
    settings: {},
    source: speedUp('import hashlib\nblock = bytes(1000)', 'for _ in range(20000): hashlib.sha256(block)'),
    holds: within(0.85, 1.05),
  },
];
