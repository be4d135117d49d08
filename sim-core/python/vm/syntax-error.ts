/** SyntaxError: a compiler's error as a Python exception, and what such an exception knows of its place. */
import type { PyException } from '../objects/py-exception.ts';
import { PyList } from '../objects/py-list.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { makeException } from './raise.ts';

export interface CompileError {
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

export function syntaxErrorOf(error: CompileError, fileName: string): PyException {
  // CPython counts columns from 1.
  const offset = error.column + 1;
  const endOffset = error.endColumn + 1;
  const details = new PyTuple([fileName, error.line, offset, error.text, error.endLine, endOffset]);
  const exception = makeException(error.type, error.message, details);
  exception.set('msg', error.message);
  exception.set('filename', fileName);
  exception.set('lineno', error.line);
  exception.set('offset', offset);
  exception.set('text', error.text);
  exception.set('end_lineno', error.endLine);
  exception.set('end_offset', endOffset);
  exception.set('print_file_and_line', null);
  return exception;
}

const placeFields = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'] as const;

export const syntaxErrorFields = ['msg', ...placeFields] as const;

/** Set by the compiler or by the program, or as SyntaxError(msg, (file name, line, offset, text[, end line, end offset])) was made. */
export function syntaxErrorField(exception: PyException, name: (typeof syntaxErrorFields)[number]): Value {
  const known = exception.get(name);
  if (known !== undefined) return known;
  const { items } = exception.args;
  if (name === 'msg') return items[0] ?? null;
  const place = items.length === 2 ? items[1] : null;
  if (!(place instanceof PyTuple || place instanceof PyList)) return null;
  return place.items[placeFields.indexOf(name)] ?? null;
}
