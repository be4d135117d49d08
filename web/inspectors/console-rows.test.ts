import { expect, test } from 'vitest';
import { printedUntil, rowsInView } from './console-rows.ts';

test.each([
  { scrollPx: 0, count: 100_000, shows: [0, 21] },
  { scrollPx: 1000, count: 100_000, shows: [40, 71] },
  { scrollPx: 1_999_800, count: 100_000, shows: [99_980, 100_000] },
  { scrollPx: 0, count: 3, shows: [0, 3] },
])('of $count rows of 20 px, scrolled by $scrollPx px in a window of 200 px: $shows', ({ scrollPx, count, shows }) => {
  const { from, to } = rowsInView(scrollPx, 200, 20, count);
  expect([from, to]).toEqual(shows);
});

test('before the rows have a height, some are drawn to measure them', () => {
  expect(rowsInView(0, 0, 0, 1000)).toEqual({ from: 0, to: 60 });
});

test.each([
  [0, 0],
  [10, 1],
  [25, 3],
  [99, 4],
])('at %i ns, %i lines have been printed', (timeNs, count) => {
  const lines = [10, 20, 20, 30].map((time) => ({ timeNs: time }));
  expect(printedUntil(lines, timeNs)).toBe(count);
});
