import { expect, test } from 'vitest';
import { runProgram } from '../../sim-core/simulation/run-program.ts';
import { threadNameOf } from '../store/trace-threads.ts';
import { antagonistsOf } from './antagonists.ts';

const trace = runProgram(`import threading, time
lock = threading.Lock()
def hold():
    with lock: time.sleep(0.01)
def want():
    time.sleep(0.001)
    with lock: pass
a, b = threading.Thread(target=hold, name='holder'), threading.Thread(target=want, name='waiter')
a.start(); b.start(); a.join(); b.join()
`);
const waiter = [...trace.thread].find((thread) => threadNameOf(trace, thread) === 'waiter') ?? -1;

test('the owner of the lock is who kept the other waiting, for as long as it did', () => {
  const [first] = antagonistsOf(trace, { fromNs: 0, toNs: trace.endNs }).get(waiter) ?? [];
  expect(threadNameOf(trace, first?.thread ?? -1)).toBe('holder');
  expect(Math.round((first?.forNs ?? 0) / 1e6)).toBe(9);
});

test('of a stretch only the part inside counts', () => {
  const [first] = antagonistsOf(trace, { fromNs: 3e6, toNs: 5e6 }).get(waiter) ?? [];
  expect(Math.round((first?.forNs ?? 0) / 1e6)).toBe(2);
});
