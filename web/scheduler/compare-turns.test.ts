import { expect, test } from 'vitest';
import type { Turn } from '../../sim-core/trace/stepped-state.ts';
import { compareTurns } from './compare-turns.ts';

/** '0 1! 2' is three turns of the threads 0, 1 and 2; '!' marks one that nobody chose. */
function turns(text: string): readonly Turn[] {
  let choices = 0;
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word, at) => {
      const choice = word.endsWith('!') ? null : choices;
      if (choice !== null) choices += 1;
      return turn(Number.parseInt(word, 10), at, choice);
    });
}

function turn(thread: number, at: number, choice: number | null): Turn {
  const place = { line: 1, fileName: 'main.py', fromStep: 10 * at, toStep: 10 * at + 10, fromNs: 0, toNs: 0 };
  return {
    thread,
    threadName: `t${thread}`,
    choice,
    enabled: 2,
    isPreemption: false,
    ...place,
    effects: [],
    untold: 0,
  };
}

test.each([
  { name: 'the same', one: '0! 1 0', other: '0! 1 0', partAt: null, choice: null },
  { name: 'one is the beginning of the other', one: '0! 1', other: '0! 1 0', partAt: null, choice: null },
  { name: 'another thread', one: '0! 1 0 2', other: '0! 1 2 2', partAt: 2, choice: 1 },
  { name: 'the first choice', one: '1 0', other: '0 0', partAt: 0, choice: 0 },
  { name: 'chosen or not makes a difference', one: '0 1!', other: '0 1', partAt: 1, choice: 1 },
])('$name', ({ one, other, partAt, choice }) => {
  expect(compareTurns(turns(one), turns(other))).toEqual({ partAt, choice });
});
