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
  const lineEnd = state.next();
  if (!state.isKind('indent')) {
    const words = `expected an indented block after ${owner.words} on line ${owner.line}`;
    if (state.isKind('error')) state.fail();
    const isAtEnd = state.source.text.length <= state.current.start;
    state.failAt(words, state.placeOf(isAtEnd ? lineEnd : state.current), 'IndentationError');
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
