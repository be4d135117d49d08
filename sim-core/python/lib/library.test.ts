import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioOf } from '../../scenario/scenario.ts';
import { Simulation } from '../../simulation/simulation.ts';
import { createPythonParser } from '../syntax/parser.ts';

interface RecordedProgram {
  readonly name: string;
  readonly program: string;
  /** What CPython 3.13.0 printed. */
  readonly stdout: string;
}

const programs = ['library', 'more-modules', 'data-modules']
  .flatMap((name) => readFileSync(new URL(`${name}.recorded.jsonl`, import.meta.url), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as RecordedProgram);

test.each(programs)('$name: prints what CPython prints', ({ program, stdout }) => {
  const simulation = new Simulation(scenarioOf(program), createPythonParser());
  simulation.runTo(20_000_000);
  const printed = simulation
    .trace()
    .output.filter((piece) => piece.stream === 'stdout')
    .map((piece) => piece.text)
    .join('');
  expect(printed).toBe(stdout);
});
