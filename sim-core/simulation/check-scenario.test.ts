import { expect, test } from 'vitest';
import { createPythonParser } from '../python/syntax/parser.ts';
import { type PythonVersion, scenarioOf } from '../scenario/scenario.ts';
import { checkScenario } from './check-scenario.ts';

const parser = createPythonParser();

const program = `g = 0
s = [1]
def work(n):
    global g
    for _ in range(3):
        g += 1
        g = int(g)
    if g > n:
        g -= 1
    return g
h = g
work(2)
`;

// Held against the poll points measured on real interpreters (FIDELITY 1.1): entry, loop ends, calls; 3.10 also returns and taken jumps.
test.each<{ python: PythonVersion; lines: readonly number[] }>([
  { python: '3.13', lines: [3, 5, 7, 12] },
  { python: '3.13t', lines: [3, 5, 7, 12] },
  { python: '3.11', lines: [3, 5, 7, 12] },
  { python: '3.10', lines: [3, 5, 7, 8, 10, 12] },
  { python: '3.9', lines: [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12] },
])('the lines on which Python $python can switch', ({ python, lines }) => {
  expect(checkScenario(parser, scenarioOf(program, { python })).switchLines).toEqual([lines]);
});

test('each file is checked by itself; what is wrong stands in its file', () => {
  const scenario = {
    ...scenarioOf('import other, tkinter\n'),
    files: [
      { name: 'main.py', text: 'import other, tkinter\n' },
      { name: 'other.py', text: 'x = (\n' },
    ] as const,
  };
  const { diagnostics, switchLines } = checkScenario(parser, scenario);
  expect(diagnostics.map(({ file, message, start }) => `${file}:${start.line} ${message}`)).toEqual([
    "0:1 module 'tkinter' is not simulated yet",
    "1:1 SyntaxError: '(' was never closed",
  ]);
  expect(switchLines).toEqual([[], []]);
});
