import { expect, test } from 'vitest';
import { createPythonParser } from '../syntax/parser.ts';
import type { CodeObject } from './code-object.ts';
import { compileSource } from './compile.ts';
import { disassemble } from './dis/disassemble.ts';
import * as op from './opcodes.ts';

function compiled(source: string, mode: 'exec' | 'eval' | 'single' = 'exec'): CodeObject {
  const result = compileSource(createPythonParser(), source, { fileName: 'test.py', mode });
  if (result.kind === 'syntax-error') throw new Error(result.error.message);
  return result.code;
}

test.each([
  { name: 'a module ends with return None', source: 'x\n', mode: 'exec', last: 'RETURN_CONST             0 (None)' },
  { name: 'an expression is returned', source: 'x + 1', mode: 'eval', last: 'RETURN_VALUE' },
  { name: 'an interactive value is printed', source: 'x', mode: 'single', last: 'RETURN_CONST             0 (None)' },
] as const)('$name', ({ source, mode, last }) => {
  const rows = disassemble(compiled(source, mode)).trimEnd().split('\n');
  expect(rows.at(-1)?.trim()).toBe(last);
  expect(rows.some((row) => row.includes('INTRINSIC_PRINT'))).toBe(mode === 'single');
});

test('columns count UTF-8 bytes', () => {
  const code = compiled("名 = 'é'; y = x\n");
  const load = code.opcodes.findLastIndex((opcode) => opcode === op.LOAD_NAME);
  expect([...code.positions.subarray(load * 4, load * 4 + 4)]).toEqual([1, 1, 16, 17]);
});

test('columns of errors count UTF-16 code units', () => {
  const result = compileSource(createPythonParser(), "'😀é' = x\n", { fileName: 'test.py', mode: 'exec' });
  expect(result).toMatchObject({ kind: 'syntax-error', error: { line: 1, column: 0, endColumn: 5 } });
});

test('jumps name instructions, offsets leave room for caches and EXTENDED_ARG', () => {
  const body = Array.from({ length: 100 }, (_, index) => `    a${index}()\n`).join('');
  const code = compiled(`while x:\n${body}`);
  const jump = code.opcodes.indexOf(op.POP_JUMP_IF_FALSE);
  const target = code.arguments[jump] ?? 0;
  expect(code.opcodes[target]).toBe(op.RETURN_CONST);
  // RESUME, LOAD_NAME, TO_BOOL with three caches; then two EXTENDED_ARG units would not fit one byte.
  expect(code.offsets[jump]).toBe(7);
});

test('the exception table names instructions', () => {
  const code = compiled('try:\n    a\nfinally:\n    b\n');
  const [start = 0, end = 0, handler = 0, depth, lasti] = code.exceptionTable;
  expect(code.opcodes[handler]).toBe(op.PUSH_EXC_INFO);
  expect([depth, lasti, start < end]).toEqual([0, 0, true]);
});
