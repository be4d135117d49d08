/**
 * Phenomenon P22: which races that are no lost updates happen in which version, measured on real interpreters.
 * '+' they happen, '-' never (10⁷ tries). Columns: 2.7, 3.9, 3.10, 3.11, 3.13.
 */
import type { PythonVersion } from '../../scenario/scenario.ts';

export const raceVersions: readonly PythonVersion[] = ['2.7', '3.9', '3.10', '3.11', '3.13'];

export interface RaceRow {
  readonly title: string;
  /** Makes what the threads share; `found` counts what went wrong. */
  readonly setup: string;
  /** What each of two threads does, given its number `me`. */
  readonly body: string;
  readonly times: number;
  readonly intervalMs: number;
  readonly expected: string;
}

export const raceRows: readonly RaceRow[] = [
  {
    title: 'a dict changes size while it is iterated',
    setup: 'd = {i: i for i in range(300)}',
    body: `if me:
    d[n % 400] = n
    d.pop(n % 400, None)
else:
    try:
        for key in d: pass
    except RuntimeError: found += 1`,
    times: 4000,
    intervalMs: 0.1,
    expected: '+++++',
  },
  {
    title: 'a generator is entered twice',
    setup: 'def count():\n    while True: yield 1\nnumbers = count()',
    body: `try: next(numbers)
except ValueError: found += 1`,
    times: 40_000,
    intervalMs: 0.1,
    expected: '+++++',
  },
  {
    title: 'o.a, o.b = o.b, o.a is read half done',
    setup: 'class O: pass\no = O()\no.a, o.b = 1, 2',
    body: `if me: o.a, o.b = o.b, o.a
else:
    a = o.a; b = o.b
    if a == b: found += 1`,
    times: 60_000,
    intervalMs: 0.1,
    expected: '++---',
  },
  {
    title: 'if k in d: del d[k]',
    setup: 'd = {}',
    body: `d[1] = n
try:
    if 1 in d: del d[1]
except KeyError: found += 1`,
    times: 60_000,
    intervalMs: 0.1,
    expected: '++---',
  },
  {
    title: 'if x in li: li.remove(x)',
    setup: 'li = [0]',
    body: `li[:] = [1]
try:
    if 1 in li: li.remove(1)
except ValueError: found += 1`,
    times: 60_000,
    intervalMs: 0.1,
    expected: '++---',
  },
  {
    title: 'an account overdrawn: if balance >= 1: balance -= 1',
    setup: 'balance = 0',
    body: `balance = 1
if balance >= 1: balance -= 1
if balance < 0: found += 1`,
    times: 60_000,
    intervalMs: 0.1,
    expected: '++---',
  },
  {
    title: '… where a Python function looks: if enough(): balance -= 1',
    setup: 'balance = 0\ndef enough(): return balance >= 1',
    body: `balance = 1
if enough(): balance -= 1
if balance < 0: found += 1`,
    times: 60_000,
    intervalMs: 0.1,
    expected: '+++--',
  },
  {
    title: 'a memo computed twice',
    setup: 'memo = {}\nmade = {}\ndef compute(n):\n    return sum(range(200))',
    body: `key = len(memo)
if key not in memo:
    value = compute(key)
    made[key] = made.get(key, 0) + 1
    if made[key] > 1: found += 1
    memo[key] = value`,
    times: 6_000,
    intervalMs: 0.05,
    expected: '+++++',
  },
  {
    title: 'a lazy singleton made twice',
    setup: `class Single: pass
only = {}
made = {}
def instance(n):
    if n not in only:
        made[n] = made.get(n, 0) + 1
        only[n] = Single()
    return only[n]`,
    body: `instance(n // 2)
if made[n // 2] > 1:
    found += 1
    made[n // 2] = 1`,
    times: 60_000,
    intervalMs: 0.02,
    expected: '+++++',
  },
];

export function raceProgram({ setup, body, times }: RaceRow): string {
  return `import threading
found = 0
${setup}
def work(me):
    global found, balance
    for n in range(${times}):
${body.replaceAll(/^/gm, '        ')}
threads = [threading.Thread(target=work, args=(i,)) for i in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(found)
`;
}
