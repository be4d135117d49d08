import { expect, test } from 'vitest';
import { createPythonParser } from '../python/syntax/parser.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import type { Breakpoint } from '../trace/breakpoint.ts';
import { Session } from './session.ts';

const parser = createPythonParser();

function finished(text: string): Session {
  const session = new Session(scenarioOf(text), parser);
  while (!session.advance(50_000));
  return session;
}

function hit(
  session: Session,
  breakpoints: readonly Breakpoint[],
  from: number,
  way: 1 | -1,
  count = 1,
): number | null {
  const search = session.findHit({ breakpoints, fromStep: from, direction: way, count });
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return value;
  }
}

function at(line: number, thread: number | null = null): Breakpoint {
  return { fileName: 'main.py', line, thread };
}

const everything = `import threading

total = 0


def add(n):
    global total
    for i in range(n):
        total += i
        if i == 1:
            continue
    return total


def countdown(n):
    while n > 0:
        yield n
        n -= 1


def one_line(): return 7


try:
    for value in countdown(2):
        print(
            value,
            add(2),
        )
    raise ValueError
except ValueError:
    total = one_line()
finally:
    done = True
with threading.Lock() as lock:
    pairs = [x for x in (1, 2)]
print(total, pairs)
`;

/** Recorded with sys.settrace under CPython 3.13: every 'line' event of the program. */
const lineEvents = [
  1, 3, 6, 15, 21, 24, 25, 16, 17, 26, 27, 28, 8, 9, 10, 8, 9, 10, 11, 8, 12, 26, 25, 18, 16, 17, 26, 27, 28, 8, 9, 10,
  8, 9, 10, 11, 8, 12, 26, 25, 18, 16, 30, 31, 32, 21, 34, 35, 36, 36, 36, 35, 37,
];

test('every line is begun as often, and in the order, as CPython says', () => {
  const session = finished(everything);
  const all = everything.split('\n').map((_, index) => at(index + 1));
  const seen: number[] = [];
  for (let step = hit(session, all, 0, 1); step !== null; step = hit(session, all, step, 1)) {
    const { threads } = session.momentAtStep(step);
    const frame = threads[0]?.frames.find(({ isLibrary }) => !isLibrary);
    seen.push(frame?.line ?? 0);
  }

  expect(seen).toEqual(lineEvents);
});

test('the way back finds the same hits as the way there, and the n-th is the n-th', () => {
  const session = finished(everything);
  const loop = [at(9)];
  const there: number[] = [];
  for (let step = hit(session, loop, 0, 1); step !== null; step = hit(session, loop, step, 1)) there.push(step);
  const back: number[] = [];
  for (let step = hit(session, loop, session.steps, -1); step !== null; step = hit(session, loop, step, -1))
    back.push(step);
  expect(there).toHaveLength(4);
  expect(back.toReversed()).toEqual(there);
  expect(hit(session, loop, 0, 1, 3)).toBe(there[2]);
  expect(hit(session, loop, session.steps, -1, 3)).toBe(there[1]);
  expect(hit(session, loop, 0, 1, 5)).toBeNull();
});

const threads = `import threading
n = 0
def work():
    global n
    for _ in range(30):
        n += 1
group = [threading.Thread(target=work) for _ in range(2)]
for thread in group: thread.start()
for thread in group: thread.join()
`;

test('a breakpoint for one thread is passed over by the others', () => {
  const session = finished(threads);
  const hitters = (thread: number | null): (number | null)[] => {
    const found: (number | null)[] = [];
    const points = [at(6, thread)];
    for (let step = hit(session, points, 0, 1); step !== null; step = hit(session, points, step, 1))
      found.push(session.momentAtStep(step).nextThread);
    return found;
  };
  expect(hitters(1)).toEqual(Array.from({ length: 30 }, () => 1));
  expect(hitters(2)).toEqual(Array.from({ length: 30 }, () => 2));
  expect(hitters(null)).toHaveLength(60);
});

test('a line that is never reached is never hit', () => {
  expect(hit(finished(threads), [at(99)], 0, 1)).toBeNull();
});
