import { expect, test } from 'vitest';
import { EventColumns } from './event-columns.ts';
import { eventKinds } from './event-kind.ts';

/** More than one segment, and a piece of the next. */
const some = 150_000;

function add(columns: EventColumns, from: number, to: number): void {
  for (let i = from; i < to; i += 1) columns.add(i * 10, i, eventKinds.output, i % 7, -i, i);
}

function expectAll(columns: EventColumns, length: number): void {
  const joined = columns.join();
  expect(joined.kind.length).toBe(length);
  expect(joined.step.every((step, i) => step === i)).toBe(true);
  expect(joined.a.every((a, i) => a === -i)).toBe(true);
  expect(joined.thread.every((thread, i) => thread === i % 7)).toBe(true);
}

test('events are the same before they are joined, afterwards, and when more have been added', () => {
  const columns = new EventColumns();
  add(columns, 0, some);
  const places = [0, 65_535, 65_536, 131_072, some - 1];
  const before = places.map((index) => columns.event(index));
  expect(before.map(({ step }) => step)).toEqual(places);
  expectAll(columns, some);
  expect(places.map((index) => columns.event(index))).toEqual(before);
  const first = columns.join();
  add(columns, some, 2 * some);
  expect(columns.event(some + 70_000).step).toBe(some + 70_000);
  expectAll(columns, 2 * some);
  expect(first.kind.length).toBe(some);
  expect(first.step[some - 1]).toBe(some - 1);
});

test('time never falls', () => {
  const columns = new EventColumns();
  columns.add(30, 1, eventKinds.output, 0, 0, 0);
  columns.add(20, 2, eventKinds.output, 0, 0, 0);
  expect([...columns.join().timeNs]).toEqual([30, 30]);
});
