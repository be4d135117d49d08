import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioOf } from '../../../scenario/scenario.ts';
import { Simulation } from '../../../simulation/simulation.ts';
import { createPythonParser } from '../../syntax/parser.ts';

/** What CPython 3.13.0 did; addresses and the line numbers of its own library are masked. */
interface RecordedProgram {
  readonly name: string;
  readonly program: string;
  readonly stdout: string;
  /** Not compared where it is not there. */
  readonly stderr?: string;
  /** Not compared where it is not there. */
  readonly exit?: number;
}

const programs = readFileSync(new URL('asyncio.recorded.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as RecordedProgram);

/** Compiles the library once. */
const parser = createPythonParser();

function masked(text: string): string {
  return text
    .replace(/0x[0-9a-f]{6,16}/g, '0x…')
    .replace(/\/home\/[\w/]+\/main\.py/g, 'main.py')
    .replace(/(python3\.13\/[^"\s:]*"), line \d+/g, '$1, line N')
    .replace(/(python3\.13\/[^"\s:]*):\d+/g, '$1:N');
}

test.each(programs)(
  '$name: does what CPython does',
  ({ program, stdout, stderr, exit }) => {
    const simulation = new Simulation(scenarioOf(program), parser);
    simulation.runTo(20_000_000);
    const { output, outcome } = simulation.trace();
    const printed = (stream: string): string =>
      output.flatMap((piece) => (piece.stream === stream ? [piece.text] : [])).join('');
    const error = masked(printed('stderr'));
    const status = outcome.kind === 'exited' ? outcome.status : null;
    expect({ stdout: masked(printed('stdout')), stderr: error, exit: status }).toEqual({
      stdout: masked(stdout),
      stderr: stderr ?? error,
      exit: exit === undefined ? status : exit,
    });
  },
  60_000,
);
