/** Locks that are not fair, orders that deadlock, wake-ups that are stolen, lines that break: P10, P15, P18, P19. */
import type { PythonVersion } from '../../scenario/scenario.ts';
import type { Phenomenon } from './phenomenon.ts';
import { exactly, within } from './phenomenon.ts';

/** The longest run of one thread's acquisitions, and the share of hand-overs in percent. */
const fairness = (inside: string, seconds: number): string => `import threading, time
lock = threading.Lock()
log = []
stop = False
def work(me):
    while not stop:
        with lock:
            log.append(me)
            ${inside}
threads = [threading.Thread(target=work, args=(i,)) for i in range(2)]
for t in threads: t.start()
time.sleep(${seconds})
stop = True
for t in threads: t.join()
longest = run = turns = 0
for before, after in zip(log, log[1:]):
    run = run + 1 if before == after else 0
    turns += before != after
    longest = max(longest, run)
print(longest, round(100 * turns / len(log), 1))
`;

const fair = (python: PythonVersion, real: string): Phenomenon => ({
  id: 'P10',
  title: `${python}: while: with lock: 100 µs of work – longest run of one thread, % of hand-overs`,
  real,
  source: fairness('sum(range(13000))', 0.3),
  settings: { python },
  holds: (measured) => {
    const [longest, share] = measured.split(' ').map(Number) as [number, number];
    return longest >= 40 && longest <= 4300 && share <= 10;
  },
});

const deadlockAfter = (python: PythonVersion): Phenomenon => ({
  id: 'P15',
  title: `${python}: A-B and B-A in a tight loop deadlock, after so many turns`,
  real: '7500–115000',
  source: `import os, threading, time
a, b = threading.Lock(), threading.Lock()
turns = 0
def work(first, second):
    global turns
    while True:
        with first:
            with second:
                turns += 1
threading.Thread(target=work, args=(a, b)).start()
threading.Thread(target=work, args=(b, a)).start()
before = -1
while before != turns:
    before = turns
    time.sleep(0.03)
print(turns)
os._exit(0)
`,
  settings: { python },
  holds: within(500, 300_000),
});

const philosophers = (python: PythonVersion): Phenomenon => ({
  id: 'P15',
  title: `${python}: five philosophers who all take the left fork first starve together`,
  real: 'always',
  source: `import threading
forks = [threading.Lock() for _ in range(5)]
def dine(me):
    while True:
        with forks[me]:
            with forks[(me + 1) % 5]: pass
for me in range(5): threading.Thread(target=dine, args=(me,)).start()
`,
  settings: { python, switchIntervalMs: 0.2 },
  measure: ({ ending }) => ending,
  holds: exactly('deadlock'),
});

/** Of 4 × 40 lines, how many do not come out whole. */
const printing = (stream: string, call: string): string => `import threading
${stream}
def work(me):
    for n in range(40): ${call}
threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
for t in threads: t.start()
for t in threads: t.join()
`;
const wholeLine = /^thread \d writes line \d+$/;
/** How many lines are broken; '?' where a text itself came out in pieces, for only texts and newlines may change places. */
const brokenLines = (stdout: string): string => {
  if ((stdout.match(/thread \d writes line \d+?(?=thread|\n|$)/g) ?? []).length !== 160) return '?';
  const lines = stdout.replace(/\n$/, '').split('\n');
  return String(lines.filter((line) => !wholeLine.test(line)).length);
};
/** The property is that lines break at all, and only at their newline; how many do varies by a factor of ten on real machines. */
const some = within(1, 160);
const unbuffered = "import io, sys\nsys.stdout = io.TextIOWrapper(io.FileIO(1, 'w'), write_through=True)";
const printed = "print(f'thread {me} writes line {n}')";

const prints = (
  title: string,
  python: PythonVersion,
  program: string,
  expectation: { readonly real: string; readonly holds: (measured: string) => boolean },
): Phenomenon => ({
  id: 'P18',
  title: `${python}: lines of 160 that are broken, ${title}`,
  source: program,
  settings: { python },
  measure: ({ stdout }) => brokenLines(stdout),
  ...expectation,
});

const stolen = (check: string): string => `import threading
condition = threading.Condition()
items = []
stop = False
empty = 0
def consume():
    global empty
    while not stop:
        with condition:
            ${check} not items and not stop: condition.wait()
            if stop: return
            try: items.pop()
            except IndexError: empty += 1
def produce():
    global stop
    for n in range(10000):
        with condition:
            items.append(n)
            condition.notify()
    stop = True
    with condition: condition.notify_all()
threads = [threading.Thread(target=work) for work in (consume, consume, consume, produce)]
for t in threads: t.start()
for t in threads: t.join()
print(empty)
`;

export const lockPhenomena: readonly Phenomenon[] = [
  fair('2.7', '60–400 (–4275) 0.2–1'),
  fair('3.9', '60–400 (–4275) 0.2–1'),
  fair('3.13', '60–400 (–4275) 0.2–1'),
  {
    id: 'P10',
    title: '… with a sleep of 1 ms inside, acquisitions a second',
    real: '885–900 (818–854 on a busy machine)',
    source: fairness('time.sleep(0.001)', 0.2).replace('print(longest', 'print(round(len(log) / 0.2)) #'),
    settings: {},
    holds: within(800, 960),
  },
  deadlockAfter('3.9'),
  deadlockAfter('3.13'),
  philosophers('2.7'),
  philosophers('3.9'),
  philosophers('3.13'),
  prints('at a terminal', '3.13', printing('', printed), { real: '0', holds: exactly('0') }),
  prints('at a terminal', '3.9', printing('', printed), { real: '0', holds: exactly('0') }),
  prints('at a terminal', '2.7', printing('', printed), { real: 'some (2–13)', holds: some }),
  prints('unbuffered', '3.13', printing(unbuffered, printed), { real: 'some (8–80)', holds: some }),
  prints(
    'unbuffered, one write a line',
    '3.13',
    printing(unbuffered, "sys.stdout.write(f'thread {me} writes line {n}\\n')"),
    { real: '0', holds: exactly('0') },
  ),
  {
    id: 'P19',
    title: '`if` before wait: pops from an empty list',
    real: '36–135 of 10⁶',
    source: stolen('if'),
    settings: { switchIntervalMs: 0.05 },
    holds: within(1, 600),
  },
  {
    id: 'P19',
    title: '`while` before wait: pops from an empty list',
    real: '0',
    source: stolen('while'),
    settings: { switchIntervalMs: 0.05 },
    holds: exactly('0'),
  },
];
