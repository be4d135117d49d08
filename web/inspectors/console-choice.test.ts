import { expect, test } from 'vitest';
import { chosenLines, everyone } from './console-choice.ts';
import { consoleLines } from './console-lines.ts';

const lines = consoleLines([
  { stream: 'stdout', text: 'Bread is ready\n', thread: 1, timeNs: 1, step: 1 },
  { stream: 'stdout', text: 'soup is ready\n', thread: 2, timeNs: 2, step: 2 },
  { stream: 'stderr', text: 'burnt bread\n', thread: 2, timeNs: 3, step: 3 },
]);

test.each([
  { name: 'everything', choice: { search: '', thread: everyone }, shows: 3 },
  { name: 'one thread', choice: { search: '', thread: '2' }, shows: 2 },
  { name: 'a text, in any case', choice: { search: ' BREAD', thread: everyone }, shows: 2 },
  { name: 'a text of one thread', choice: { search: 'bread', thread: '1' }, shows: 1 },
  { name: 'a text nobody wrote', choice: { search: 'cake', thread: everyone }, shows: 0 },
  { name: 'a thread that wrote nothing: all', choice: { search: '', thread: '7' }, shows: 3 },
])('$name', ({ choice, shows }) => {
  expect(chosenLines(lines, choice)).toHaveLength(shows);
});
