import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioOf } from '../../../scenario/scenario.ts';
import { Simulation } from '../../../simulation/simulation.ts';
import { createPythonParser } from '../../syntax/parser.ts';

interface RecordedProgram {
  readonly name: string;
  readonly program: string;
  /** What CPython 3.13.0 printed for /home/student/main.py, with its library at /usr/local/lib/python3.13; addresses masked. */
  readonly stdout: string;
  readonly stderr: string;
}

const programs = readFileSync(new URL('tracebacks.recorded.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as RecordedProgram);

test.each(programs)('$name: tracebacks as CPython prints them', ({ program, stdout, stderr }) => {
  const simulation = new Simulation(scenarioOf(program), createPythonParser());
  simulation.runTo(20_000_000);
  const { output } = simulation.trace();
  const printed = (stream: 'stdout' | 'stderr'): string =>
    output
      .filter((piece) => piece.stream === stream)
      .map((piece) => piece.text)
      .join('')
      .replaceAll(/0x[0-9a-f]+/g, '0x…');
  expect(printed('stdout')).toBe(stdout);
  expect(printed('stderr')).toBe(stderr);
});
