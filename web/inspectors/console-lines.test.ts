import { expect, test } from 'vitest';
import { consoleLines } from './console-lines.ts';

test.each([
  { name: 'whole lines stay', pieces: ['one\n', 'two\n'], lines: 'one|two' },
  { name: 'pieces of a line are joined', pieces: ['one', ' two', '\n'], lines: 'one two' },
  { name: 'several lines in one piece come apart', pieces: ['a\nb\nc\n'], lines: 'a|b|c' },
  { name: 'an empty line stays', pieces: ['a\n', '\n', 'b\n'], lines: 'a||b' },
  { name: 'a line without its end is shown', pieces: ['name? '], lines: 'name? ' },
])('$name', ({ pieces, lines }) => {
  const output = pieces.map((text, step) => ({ stream: 'stdout' as const, text, thread: 0, timeNs: step, step }));
  expect(
    consoleLines(output)
      .map(({ text }) => text)
      .join('|'),
  ).toBe(lines);
});

test('a line belongs to the thread that began it', () => {
  const output = [
    { stream: 'stdout' as const, text: 'from one', thread: 1, timeNs: 5, step: 5 },
    { stream: 'stdout' as const, text: ' and two\n', thread: 2, timeNs: 9, step: 9 },
  ];
  expect(consoleLines(output)[0]).toMatchObject({ thread: 1, timeNs: 5 });
});
