/**
 * Text to syntax tree, or to the error that CPython 3.13 would report.
 * Models: CPython 3.13, Parser/pegen.c.
 */
import type { CompileResult } from '../compiler/compile.ts';
import type { Root, Statement } from './ast-statements.ts';
import { explain } from './explain-failure.ts';
import { block, statement } from './parse-block.ts';
import {
  bitwiseOr,
  disjunction,
  expression,
  namedExpression,
  starExpressions,
  starNamedExpression,
  yieldOrStarExpressions,
} from './parse-expression.ts';
import type { ParseMode } from './parse-mode.ts';
import { parameters, typeParameters } from './parse-parameters.ts';
import { pattern } from './parse-pattern.ts';
import { strings } from './parse-strings.ts';
import { describe, targets } from './parse-targets.ts';
import { ParserState, type EscapeWarning } from './parser-state.ts';
import type { Rules } from './rules.ts';
import { SourceText } from './source-text.ts';
import { SyntaxFailure } from './syntax-failure.ts';
import { tokenize } from './tokenizer.ts';

interface ParsedProgram {
  readonly source: SourceText;
  readonly root: Root | null;
  /** Null where the text is a program. */
  readonly failure: SyntaxFailure | null;
  readonly warnings: readonly EscapeWarning[];
}

export interface PythonParser {
  parse(text: string, mode: ParseMode): ParsedProgram;
  /** What was compiled of the library so far, by file name: the same for every run, so it is compiled once. */
  readonly compiledLibrary: Map<string, CompileResult>;
}

const rules: Rules = {
  expression,
  namedExpression,
  disjunction,
  bitwiseOr,
  starExpressions,
  starNamedExpression,
  yieldOrStarExpressions,
  describe,
  strings,
  parameters,
  typeParameters,
  targets,
  block,
  pattern,
};

/** A parser of our own: no tree-sitter, whose grammar reads some of Python 3.13 differently and gives no error texts. */
export function createPythonParser(): PythonParser {
  return { parse, compiledLibrary: new Map() };
}

function parse(text: string, mode: ParseMode): ParsedProgram {
  const source = new SourceText(text);
  const state = new ParserState(source, tokenize(source), rules);
  try {
    const root = mode === 'eval' ? expressionInput(state) : statements(state, mode);
    return { source, root, failure: null, warnings: state.warnings };
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    return { source, root: null, failure: explain(state, error, mode), warnings: state.warnings };
  }
}

function statements(state: ParserState, mode: 'exec' | 'single'): Root {
  const body: Statement[] = [];
  while (state.current.kind !== 'end') statement(state, body);
  if (state.cut.openBracket !== null) state.fail();
  return { kind: mode === 'exec' ? 'Module' : 'Interactive', body };
}

function expressionInput(state: ParserState): Root {
  const body = starExpressionsWithoutStar(state);
  while (state.current.kind === 'newline') state.next();
  if (state.current.kind !== 'end' || state.cut.openBracket !== null) state.fail();
  return { kind: 'Expression', body };
}

function starExpressionsWithoutStar(state: ParserState): ReturnType<typeof starExpressions> {
  if (state.is('*')) state.fail();
  return starExpressions(state);
}
