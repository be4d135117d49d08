/**
 * Blocks and the statements in them.
 * Models: CPython 3.13, Grammar/python.gram, "block" and "statements".
 */
import type { Statement } from './ast-statements.ts';
import { compoundStatement } from './parse-compound-statement.ts';
import { simpleStatements } from './parse-simple-statement.ts';
import type { ParserState } from './parser-state.ts';
import type { BlockOwner } from './rules.ts';

export function block(state: ParserState, owner: BlockOwner): Statement[] {
  const body: Statement[] = [];
  if (!state.isKind('newline')) {
    simpleStatements(state, body);
    return body;
  }
  state.next();
  if (!state.isKind('indent')) {
    const words = `expected an indented block after ${owner.words} on line ${owner.line}`;
    if (state.isKind('error')) state.fail();
    failWithoutBlock(state, words);
  }
  state.next();
  state.nested(() => {
    while (!state.isKind('dedent')) {
      if (state.isKind('end')) state.fail();
      statement(state, body);
    }
  });
  state.next();
  return body;
}

export function statement(state: ParserState, into: Statement[]): void {
  const compound = compoundStatement(state);
  if (compound === null) simpleStatements(state, into);
  else into.push(compound);
}

/** The next token is not indented; where there is none, the end of the last line is told, without an end. */
export function failWithoutBlock(state: ParserState, words: string): never {
  const { source } = state;
  if (source.text.length > state.current.start) state.failAt(words, state.placeOf(state.current), 'IndentationError');
  const text = source.text.replace(/\n$/, '');
  const line = text.split('\n').length;
  const column = source.byteColumn(text.length, line);
  return state.failAt(words, { line, column, endLine: line, endColumn: -2 }, 'IndentationError');
}
