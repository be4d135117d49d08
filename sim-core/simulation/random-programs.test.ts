/**
 * Programs that draw hundreds of operations by `random` (whose numbers are CPython's for a seed) and print the digest of all results and
 * error texts. CPython 3.13.0 printed the recorded digests: one wrong digit anywhere changes them.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outputOf, runProgram } from './run-program.ts';

interface RecordedProgram {
  readonly name: string;
  readonly program: string;
  readonly stdout: string;
}

const programs = readFileSync(new URL('random-programs.recorded.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as RecordedProgram);

test.each(programs)(
  '$name: hundreds of drawn operations give what CPython gives',
  ({ program, stdout }) => {
    expect(outputOf(runProgram(program))).toBe(stdout);
  },
  60_000,
);
