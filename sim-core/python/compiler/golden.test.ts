import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPythonParser } from '../syntax/parser.ts';
import { compileSource } from './compile.ts';
import { disassemble } from './dis/disassemble.ts';

/** Each `golden/NAME.py` beside what `python3.13 -m dis NAME.py` printed, addresses masked. */
const folder = join(import.meta.dirname, 'golden');
const programs = readdirSync(folder).filter((name) => name.endsWith('.py'));

test.each(programs)('%s compiles to the bytecode of CPython 3.13', (fileName) => {
  const source = readFileSync(join(folder, fileName), 'utf8');
  const result = compileSource(createPythonParser(), source, { fileName, mode: 'exec' });
  expect(result.kind).toBe('code');
  if (result.kind !== 'code') return;
  expect(disassemble(result.code)).toBe(readFileSync(join(folder, fileName.replace(/py$/, 'txt')), 'utf8'));
});
