import { expect, test } from 'vitest';
import { createLabMemory } from '../memory/lab-memory.ts';
import { readWaitTable } from '../watchdog/wait-table.ts';
import { Barrier } from './barrier.ts';
import { FutexMutex } from './futex-mutex.ts';
import { type GilObserver, InterpreterLock } from './interpreter-lock.ts';
import { ReadersWriterLock } from './readers-writer-lock.ts';
import { Semaphore } from './semaphore.ts';
import type { Waiter } from './waiter.ts';

/** What one thread alone can show; that they hold between threads, e2e/real-lab.spec.ts shows in a browser. */
const memory = () => createLabMemory({ workers: 2, cellWords: 128, resultCount: 1, ringCapacity: 16 });

const waiter = (index: number): Waiter => ({
  index,
  beginWait: () => {
    throw new Error('nobody has to wait here');
  },
  endWait: () => undefined,
});

test('a mutex has one owner, whom the wait table knows', () => {
  const shared = memory();
  const mutex = new FutexMutex(shared, 3);
  mutex.lock(waiter(1));
  expect(mutex.tryLock(waiter(0))).toBe(false);
  expect(readWaitTable(shared).owners[3]).toBe(1);
  mutex.unlock();
  expect(readWaitTable(shared).owners[3]).toBeNull();
  expect(mutex.tryLock(waiter(0))).toBe(true);
});

test('a semaphore gives as many as it was filled with, and those that come back', () => {
  const semaphore = new Semaphore(memory(), 0);
  semaphore.fill(2);
  semaphore.acquire(waiter(0));
  semaphore.acquire(waiter(0));
  expect(() => semaphore.acquire(waiter(0))).toThrow('nobody has to wait');
  semaphore.release();
  semaphore.acquire(waiter(0));
});

test('the last one at a barrier is told so, and it can be used again', () => {
  const { cells } = memory();
  const barrier = new Barrier(cells, { arrived: 0, generation: 32 }, { parties: 1, patienceMs: 0 });
  expect([barrier.meet(waiter(0), 0), barrier.meet(waiter(0), 0)]).toEqual([true, true]);
});

test('readers share, a writer is alone', () => {
  const lock = new ReadersWriterLock(memory(), 0);
  lock.enterAsReader(waiter(0));
  lock.enterAsReader(waiter(1));
  expect(() => lock.enterAsWriter(waiter(0))).toThrow('nobody has to wait');
  lock.leaveAsReader();
  lock.leaveAsReader();
});

test('the interpreter lock counts its switches and tells its observer', () => {
  const lock = new InterpreterLock(memory(), 0);
  const seen: string[] = [];
  const observer = (index: number): GilObserver => ({
    index,
    waitsForGil: () => seen.push(`${index} waits`),
    asksForDrop: () => seen.push(`${index} asks`),
    takesGil: () => seen.push(`${index} takes`),
    dropsGil: () => seen.push(`${index} drops`),
  });
  for (const index of [0, 0, 1]) {
    lock.take(observer(index));
    lock.poll(observer(index));
    lock.drop(observer(index));
  }
  expect(seen.join(', ')).toBe('0 takes, 0 drops, 0 takes, 0 drops, 1 takes, 1 drops');
  expect(lock.switchCount).toBe(2);
});
