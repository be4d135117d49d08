/**
 * Some thousand expressions, drawn at random and answered by CPython 3.13.0: arithmetic, formats, slices, methods of texts and bytes, parsing,
 * sorting, regular expressions. One line each: [kind, expression, repr of the value or the exception].
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outputOf, runProgram } from '../../simulation/run-program.ts';

type Recorded = readonly [kind: string, expression: string, answer: string];

const recorded = readFileSync(new URL('expressions.recorded.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded);

const kinds = [...new Set(recorded.map(([kind]) => kind))];

/** So many expressions make one program. */
const programLength = 120;

test.each(kinds)('%s: every expression has the value it has in CPython', { timeout: 60_000 }, (kind) => {
  const cases = recorded.filter((entry) => entry[0] === kind);
  const wrong: string[] = [];
  for (let from = 0; from < cases.length; from += programLength) {
    const part = cases.slice(from, from + programLength);
    const answers = answersOf(part.map((entry) => entry[1]));
    for (const [i, [, expression, answer]] of part.entries())
      if (answers[i] !== answer) wrong.push(`${expression} is ${answer}, not ${answers[i] ?? 'answered'}`);
  }
  expect(wrong).toEqual([]);
});

function answersOf(expressions: readonly string[]): string[] {
  const program = `import re
for expression in [${expressions.map(pythonText).join(', ')}]:
    try:
        answer = repr(eval(expression))
    except Exception as error:
        answer = f'{type(error).__name__}: {error}'
    print(answer.encode().hex())
`;
  return outputOf(runProgram(program))
    .trimEnd()
    .split('\n')
    .map((hex) => Buffer.from(hex, 'hex').toString('utf8'));
}

/** A text as a literal of Python's. */
function pythonText(text: string): string {
  const escaped = Array.from(text, (character) => {
    const code = character.codePointAt(0) as number;
    return code >= 32 && code < 127 && character !== "'" && character !== '\\'
      ? character
      : `\\U${code.toString(16).padStart(8, '0')}`;
  });
  return `'${escaped.join('')}'`;
}
