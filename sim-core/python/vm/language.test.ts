/**
 * Programs about corners of the language, with what CPython 3.13.0 printed to stdout and stderr and its exit code, recorded from it:
 * one JSON line each, [name, program, stdout, stderr, exit code].
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outputOf, runProgram } from '../../simulation/run-program.ts';

type Recorded = readonly [name: string, program: string, stdout: string, stderr: string, exit: number];

const recorded = readFileSync(new URL('language.recorded.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded);

test.each(recorded)('%s: prints what it prints in CPython', { timeout: 60_000 }, (_name, program, out, error, exit) => {
  const trace = runProgram(program);
  expect(outputOf(trace)).toBe(out);
  expect(outputOf(trace, 'stderr')).toBe(error);
  expect(trace.outcome).toEqual(
    error.includes('SyntaxError') && out === '' && trace.outcome.kind === 'syntax-error'
      ? trace.outcome
      : { kind: 'exited', status: exit },
  );
});

/** Common mistakes, one line each: [program, what CPython 3.13.0 printed to stderr]. */
const mistakes = readFileSync(new URL('syntax-mistakes.recorded.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as readonly [program: string, stderr: string]);

test('mistakes in the text are told in the words and at the places of CPython', { timeout: 120_000 }, () => {
  const wrong = mistakes.flatMap(([program, stderr]) => {
    const ours = outputOf(runProgram(program), 'stderr');
    return ours === stderr ? [] : [{ program, stderr, ours }];
  });
  expect(wrong).toEqual([]);
});
