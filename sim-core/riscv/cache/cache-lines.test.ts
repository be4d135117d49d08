import { expect, test } from 'vitest';
import { plainCache } from '../machine/machine-config.ts';
import { SparseMemory } from '../memory/sparse-memory.ts';
import type { CacheConfig } from './cache-config.ts';
import { CachedPort } from './cached-port.ts';
import { CacheLines } from './cache-lines.ts';

/** Hits and misses of reads at word addresses. */
function historyOf(words: readonly number[], config: Partial<CacheConfig>): string {
  const data = new CacheLines({ ...plainCache, penaltyCycles: 0, ...config });
  const port = new CachedPort({ hart: 0, memory: new SparseMemory(), instructions: null, data, bus: null });
  return words
    .map((word) => {
      const misses = data.counts.misses;
      port.dataIsReady(word * 4, 4, false);
      return data.counts.misses > misses ? 'M' : 'H';
    })
    .join(' ');
}

test.each([
  {
    name: 'P&H 5.3: eight one-word blocks',
    words: [22, 26, 22, 26, 16, 3, 16, 18, 16],
    sets: 8,
    ways: 1,
    history: 'M M H H M M H M H',
  },
  { name: 'P&H 5.4: direct mapped', words: [0, 8, 0, 6, 8], sets: 4, ways: 1, history: 'M M M M M' },
  { name: 'P&H 5.4: two ways, LRU', words: [0, 8, 0, 6, 8], sets: 2, ways: 2, history: 'M M H M M' },
  { name: 'P&H 5.4: fully associative', words: [0, 8, 0, 6, 8], sets: 1, ways: 4, history: 'M M H M H' },
])('$name', ({ words, sets, ways, history }) => {
  expect(historyOf(words, { sets, ways, wordsPerBlock: 1 })).toBe(history);
});

// An array of 16 words read twice.
const walk = [...Array.from({ length: 16 }, (_, i) => i), ...Array.from({ length: 16 }, (_, i) => i)];

test.each([
  { sets: 4, wordsPerBlock: 1, ways: 1, hits: 0 },
  { sets: 4, wordsPerBlock: 2, ways: 1, hits: 16 },
  { sets: 4, wordsPerBlock: 4, ways: 1, hits: 28 },
  { sets: 8, wordsPerBlock: 2, ways: 2, hits: 24 },
])('two walks over 16 words, $sets × $wordsPerBlock × $ways: $hits hits', ({ hits, ...shape }) => {
  expect(
    historyOf(walk, shape)
      .split(' ')
      .filter((it) => it === 'H').length,
  ).toBe(hits);
});

test('FIFO evicts what came first, though it was just used', () => {
  const words = [0, 1, 0, 2, 0];
  expect(historyOf(words, { sets: 1, ways: 2, wordsPerBlock: 1, replacement: 'FIFO' })).toBe('M M H M M');
  expect(historyOf(words, { sets: 1, ways: 2, wordsPerBlock: 1, replacement: 'LRU' })).toBe('M M H M H');
});

test('random replacement is the same in every run', () => {
  const shape = { sets: 1, ways: 4, wordsPerBlock: 1, replacement: 'random' } as const;
  expect(historyOf(walk, shape)).toBe(historyOf(walk, shape));
});

test.each([
  { name: 'a clean miss waits for one block', writes: [], penalty: 10, waits: 10 },
  { name: 'a dirty victim goes to memory first', writes: [0], penalty: 10, waits: 20 },
])('$name', ({ writes, penalty, waits }) => {
  const data = new CacheLines({ ...plainCache, sets: 2, ways: 1, wordsPerBlock: 1, penaltyCycles: penalty });
  const port = new CachedPort({ hart: 0, memory: new SparseMemory(), instructions: null, data, bus: null });
  for (const word of writes) {
    while (!port.dataIsReady(word * 4, 4, true));
    port.write(word * 4, 4, 1);
  }
  let waited = 0;
  while (!port.dataIsReady(8, 4, false)) waited += 1;
  expect(waited).toBe(waits);
});
