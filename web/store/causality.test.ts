import { expect, test } from 'vitest';
import { runProgram } from '../../sim-core/simulation/run-program.ts';
import { causalityAt } from './causality.ts';
import { threadsOf } from './trace-threads.ts';

const trace = runProgram(`import threading, time
handed = threading.Event()
def giver():
    time.sleep(0.002)
    handed.set()
    time.sleep(0.004)
def taker():
    handed.wait()
    time.sleep(0.002)
def stranger():
    time.sleep(0.005)
threads = [threading.Thread(target=f, name=f.__name__) for f in (giver, taker, stranger)]
for t in threads: t.start()
for t in threads: t.join()
`);
const id = (name: string): number => threadsOf(trace).find((thread) => thread.name === name)?.id ?? -1;
const ms = (ns: number | undefined): number | null => (ns === undefined ? null : Math.round(ns / 1e6));

test.each([
  { of: 'giver', at: 1e6, before: { taker: null, stranger: null }, after: { taker: 2, stranger: null } },
  { of: 'taker', at: 3e6, before: { giver: 2, stranger: null }, after: { giver: null, stranger: null } },
  { of: 'stranger', at: 3e6, before: { giver: 0, taker: 0 }, after: { giver: null, taker: null } },
])('before and after $of at $at ns', ({ of, at, before, after }) => {
  const { beforeUntilNs, afterFromNs } = causalityAt(trace, id(of), at);
  for (const [name, expected] of Object.entries(before)) expect(ms(beforeUntilNs.get(id(name)))).toBe(expected);
  for (const [name, expected] of Object.entries(after)) expect(ms(afterFromNs.get(id(name)))).toBe(expected);
});

test('a thread comes after what its creator did before', () => {
  const { beforeUntilNs } = causalityAt(trace, id('stranger'), 3e6);
  expect(beforeUntilNs.get(id('MainThread'))).toBeLessThan(2e6);
});
