import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPythonParser } from '../syntax/parser.ts';
import { compileSource } from './compile.ts';

/**
 * Programs with what CPython 3.13 says of each: `=> line:column type: message`, columns from 1.
 * A star for the column: ours differs (CPython points at the end of a line, or at the token after).
 */
const table = readFileSync(join(import.meta.dirname, 'golden', 'syntax-errors.txt'), 'utf8');
const cases = table.split(/\n\n(?=[^])/).map((block) => {
  const [source = '', expected = ''] = block.trimEnd().split(/\n=> /);
  return { source: `${source}\n`, expected };
});

test.each(cases)('$source', ({ source, expected }) => {
  const result = compileSource(createPythonParser(), source, { fileName: 'test.py', mode: 'exec' });
  expect(result.kind).toBe('syntax-error');
  if (result.kind !== 'syntax-error') return;
  const { line, column, type, message } = result.error;
  const shownColumn = /^\d+:\*/.test(expected) ? '*' : column + 1;
  expect(`${line}:${shownColumn} ${type}: ${message}`).toBe(expected);
});

const deep = 5000;

/** Each level doubles the code of the one inside. */
function finallyInFinally(depth: number): string {
  const level = (_: unknown, at: number): string => `${' '.repeat(at)}try: a\n${' '.repeat(at)}finally:\n`;
  return `${Array.from({ length: depth }, level).join('')}${' '.repeat(depth)}b\n`;
}

test.each([
  { name: 'parentheses', source: '('.repeat(deep), message: 'too many nested parentheses' },
  { name: 'lists', source: `x = ${'['.repeat(deep)}${']'.repeat(deep)}`, message: 'too many nested parentheses' },
  { name: 'minus signs', source: `x = ${'-'.repeat(deep)}1`, message: 'too many nested expressions or statements' },
  { name: 'nots', source: `x = ${'not '.repeat(deep)}1`, message: 'too many nested expressions or statements' },
  { name: 'lambdas', source: `x = ${'lambda: '.repeat(deep)}1`, message: 'too many nested expressions or statements' },
  { name: 'powers', source: `x = ${'a ** '.repeat(deep)}1`, message: 'too many nested expressions or statements' },
  {
    name: 'sums',
    source: `x = ${'a + '.repeat(deep)}1`,
    message: 'maximum recursion depth exceeded during compilation',
  },
  {
    name: 'attributes',
    source: `x${'.a'.repeat(deep)}`,
    message: 'maximum recursion depth exceeded during compilation',
  },
  { name: 'calls', source: `x${'()'.repeat(deep)}`, message: 'maximum recursion depth exceeded during compilation' },
  {
    name: 'blocks',
    source: Array.from({ length: 99 }, (_, depth) => `${' '.repeat(depth)}while x:\n`).join('') + `${' '.repeat(99)}y`,
    message: 'too many statically nested blocks',
  },
  {
    name: 'indents',
    source: Array.from({ length: 120 }, (_, depth) => `${' '.repeat(depth)}if x:\n`).join(''),
    message: 'too many levels of indentation',
  },
  {
    name: 'elifs',
    source: `if a: b\n${'elif c: d\n'.repeat(deep)}`,
    message: 'too many nested expressions or statements',
  },
  { name: 'finally blocks', source: finallyInFinally(19), message: 'too much code in one block' },
])('$name nested too deeply are an error, not a crash', ({ source, message }) => {
  const result = compileSource(createPythonParser(), source, { fileName: 'test.py', mode: 'exec' });
  expect(result).toMatchObject({ kind: 'syntax-error', error: { message } });
});

test.each([
  { source: 'x is 1\n', message: '"is" with \'int\' literal. Did you mean "=="?' },
  { source: "'\\d'\n", message: "invalid escape sequence '\\d'" },
  { source: 'assert (x, "y")\n', message: 'assertion is always true, perhaps remove parentheses?' },
  { source: '[1](2)\n', message: "'list' object is not callable; perhaps you missed a comma?" },
  { source: '[1]["a"]\n', message: 'list indices must be integers or slices, not str; perhaps you missed a comma?' },
])('warns of $source', ({ source, message }) => {
  const result = compileSource(createPythonParser(), source, { fileName: 'test.py', mode: 'exec' });
  expect(result).toMatchObject({ kind: 'code', warnings: [{ message }] });
});
