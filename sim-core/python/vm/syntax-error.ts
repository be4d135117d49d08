/** A compiler's error as a Python exception. */
import { PyTuple } from '../objects/py-tuple.ts';
import type { PyException } from '../objects/py-exception.ts';
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
