import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from './event-queue.ts';

function orderOf(delays: Record<string, number>): string {
  const queue = new EventQueue<string>();
  for (const [name, delay] of Object.entries(delays)) queue.add(delay, name);
  const names: string[] = [];
  for (let next = queue.pop(); next !== null; next = queue.pop()) names.push(next.event);
  return names.join(' ');
}

test.each([
  { name: 'earlier time first', delays: { a: 20, b: 10 }, order: 'b a' },
  { name: 'equal times keep their order', delays: { a: 10, b: 10, c: 10 }, order: 'a b c' },
  { name: 'a later tie stays behind an earlier one', delays: { a: 10, b: 5, c: 10, d: 5 }, order: 'b d a c' },
  { name: 'nothing from nothing', delays: {}, order: '' },
])('$name', ({ delays, order }) => {
  expect(orderOf(delays as Record<string, number>)).toBe(order);
});

test('a cancelled event does not come', () => {
  const queue = new EventQueue<string>();
  const first = queue.add(1, 'first');
  queue.add(2, 'second');
  queue.cancel(first);
  expect(queue.nextDueNs()).toBe(2);
  expect(queue.pop()?.event).toBe('second');
  expect(queue.pop()).toBe(null);
});

test('comes out as a stable sort by time would order it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (delays) => {
      const queue = new EventQueue<number>();
      for (const [index, delay] of delays.entries()) queue.add(delay, index);
      const got: number[] = [];
      for (let next = queue.pop(); next !== null; next = queue.pop()) got.push(next.event);
      const wanted = delays
        .map((delay, index) => ({ delay, index }))
        .sort((a, b) => a.delay - b.delay || a.index - b.index);
      expect(got).toEqual(wanted.map((entry) => entry.index));
    }),
  );
});
