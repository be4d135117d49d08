import { expect, test } from 'vitest';
import { joinSentences } from './join-sentences.ts';

test.each([
  [['One gets lock.', 'Two waits.'], 'One gets lock. Two waits.'],
  [['one 得到锁。', 'two 等待。'], 'one 得到锁。two 等待。'],
  [['', 'Two waits.', ''], 'Two waits.'],
  [[], ''],
])('%j', (sentences, joined) => {
  expect(joinSentences(sentences)).toBe(joined);
});
