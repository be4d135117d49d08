import { expect, test } from 'vitest';
import { blockWords, createLabMemory, type LabMemory, viewLabMemory } from './lab-memory.ts';

const plan = { workers: 3, cellWords: 70, resultCount: 5, ringCapacity: 16 };

function viewsOf(memory: LabMemory): readonly (Int32Array | Float64Array)[] {
  const { control, seats, locks, cells, results, rings } = memory;
  return [
    control,
    seats,
    locks,
    cells,
    results,
    ...rings.flatMap(({ header, codes, times }) => [header, codes, times]),
  ];
}

test('no two regions overlap', () => {
  const spans = viewsOf(createLabMemory(plan))
    .map(({ byteOffset, byteLength }) => ({ from: byteOffset, to: byteOffset + byteLength }))
    .toSorted((a, b) => a.from - b.from);
  for (const [index, { to }] of spans.entries()) expect(spans[index + 1]?.from ?? to).toBeGreaterThanOrEqual(to);
});

test('what different workers write begins at a block of its own', () => {
  const { cells, results, rings } = createLabMemory(plan);
  const offsets = [cells, results, ...rings.map(({ header }) => header)].map(({ byteOffset }) => byteOffset);
  expect(offsets.filter((offset) => offset % (blockWords * 4) !== 0)).toEqual([]);
});

test('the worker’s views see what the page’s views wrote', () => {
  const page = createLabMemory(plan);
  const worker = viewLabMemory(page.buffer, plan);
  for (const [index, view] of viewsOf(page).entries()) view[0] = index + 1;
  expect(viewsOf(worker).map((view) => view[0])).toEqual(viewsOf(page).map((_, index) => index + 1));
});
