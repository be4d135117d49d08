/**
 * Text to code object, or to the syntax error that CPython 3.13 would raise.
 * Models: CPython 3.13, Python/pythonrun.c (`Py_CompileStringObject`) and Python/compile.c (`_PyAST_Compile`).
 */
import type { Diagnostic } from '../../base/diagnostics.ts';
import type { Located } from '../syntax/ast.ts';
import type { Root } from '../syntax/ast-statements.ts';
import type { PythonParser } from '../syntax/parser.ts';
import type { SourceText } from '../syntax/source-text.ts';
import { SyntaxFailure, type SyntaxErrorType } from '../syntax/syntax-failure.ts';
import type { CodeObject } from './code-object.ts';
import { generateCode } from './codegen/generate-code.ts';
import { foldConstants } from './constant-folding/fold-constants.ts';
import { futureFeatures } from './future-features.ts';
import { buildSymbolTable } from './symbols/build-symbol-table.ts';

export interface CompileOptions {
  readonly fileName: string;
  readonly mode: 'exec' | 'eval' | 'single';
}

/** Lines from 1, columns from 0 in UTF-16 code units as in a `Diagnostic`; CPython's `offset` is one more, and counts characters. */
interface SyntaxErrorReport {
  readonly type: SyntaxErrorType;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The line of the source, with its newline. */
  readonly text: string;
}

export type CompileResult =
  | { readonly kind: 'code'; readonly code: CodeObject; readonly warnings: readonly Diagnostic[] }
  | { readonly kind: 'syntax-error'; readonly error: SyntaxErrorReport };

/** Compiles a file of the library, which never changes, unless it was compiled before. */
export function compileLibraryFile(parser: PythonParser, source: string, fileName: string): CompileResult {
  const known = parser.compiledLibrary.get(fileName);
  if (known !== undefined) return known;
  const result = compileSource(parser, source, { fileName, mode: 'exec' });
  parser.compiledLibrary.set(fileName, result);
  return result;
}

export function compileSource(parser: PythonParser, source: string, options: CompileOptions): CompileResult {
  const { source: text, root, failure, warnings: escapes } = parser.parse(source, options.mode);
  if (root === null) return syntaxError(text, failure, options.mode);
  const warnings = escapes.map(({ message, place }) => warning(text, message, place));
  try {
    // The test of a `while` and a `finally` block are compiled twice, but warned of once.
    const seen = new Set<string>();
    const warn = (message: string, place: Located): void => {
      const key = `${place.line}:${place.column}:${message}`;
      if (!seen.has(key)) warnings.push(warning(text, message, place));
      seen.add(key);
    };
    return { kind: 'code', code: compileTree(root, options, warn), warnings };
  } catch (error) {
    if (error instanceof SyntaxFailure) return syntaxError(text, error, options.mode);
    throw error;
  }
}

function compileTree(root: Root, options: CompileOptions, warn: (message: string, place: Located) => void): CodeObject {
  const hasFutureAnnotations = futureFeatures(root).hasAnnotations;
  foldConstants(root, hasFutureAnnotations);
  const symbols = buildSymbolTable(root, hasFutureAnnotations);
  return generateCode(root, { symbols, hasFutureAnnotations, fileName: options.fileName, warn });
}

function syntaxError(source: SourceText, failure: SyntaxFailure | null, mode: CompileOptions['mode']): CompileResult {
  const given = failure?.place ?? { line: 1, column: 0, endLine: 1, endColumn: 0 };
  const line = source.line(given.line);
  // An expression gets no newline at its end, and what stands after its last character has no column.
  const isCut = mode === 'eval' && source.endsAbruptly && given.line === source.lineCount;
  const isPastEnd = isCut && source.codeUnitColumn(given.line, given.column) >= line.length && line !== '';
  const place = isPastEnd ? { ...given, column: -1, endColumn: -1 } : given;
  return {
    kind: 'syntax-error',
    error: {
      type: failure?.type ?? 'SyntaxError',
      message: failure?.message ?? 'invalid syntax',
      line: place.line,
      column: source.codeUnitColumn(place.line, place.column),
      endLine: place.endLine,
      endColumn: source.codeUnitColumn(place.endLine, place.endColumn),
      text: isCut ? line : `${line}\n`,
    },
  };
}

function warning(source: SourceText, message: string, place: Located): Diagnostic {
  return {
    severity: 'warning',
    message,
    start: { line: place.line, column: source.codeUnitColumn(place.line, place.column) },
    end: { line: place.endLine, column: source.codeUnitColumn(place.endLine, place.endColumn) },
  };
}
