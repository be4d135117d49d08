/**
 * Statements with a block: conditions, loops, `with` and `try`.
 * Models: CPython 3.13, Grammar/python.gram, "COMPOUND STATEMENTS".
 */
import type { Expression } from './ast.ts';
import type { If, Statement, WithItem } from './ast-statements.ts';
import { decorated, functionDefinition, classDefinition } from './parse-definition.ts';
import { matchStatement } from './parse-pattern.ts';
import { elseBlock, expectColon } from './parse-header.ts';
import { startsExpression } from './parse-expression.ts';
import { describe, invalidTarget, setContext } from './parse-targets.ts';
import { tryStatement } from './parse-try.ts';
import type { ParserState } from './parser-state.ts';
import type { Token } from './token.ts';

/** A compound statement if one begins here, else null. */
export function compoundStatement(state: ParserState): Statement | null {
  const { current } = state;
  switch (current.symbol) {
    case 'if':
      return ifStatement(state, "'if' statement");
    case 'while':
      return whileStatement(state);
    case 'for':
      return forStatement(state, current);
    case 'try':
      return tryStatement(state);
    case 'with':
      return withStatement(state, current);
    case 'def':
      return functionDefinition(state, current, []);
    case 'class':
      return classDefinition(state, current, []);
    case '@':
      return decorated(state);
    case 'async':
      return asyncStatement(state);
    default:
      return state.isSoftKeyword('match') ? matchStatement(state) : null;
  }
}

function asyncStatement(state: ParserState): Statement {
  const start = state.next();
  if (state.is('def')) return functionDefinition(state, start, []);
  if (state.is('for')) return forStatement(state, start);
  if (state.is('with')) return withStatement(state, start);
  return state.fail();
}

function ifStatement(state: ParserState, words: string): If {
  const start = state.next();
  const test = state.rules.namedExpression(state);
  expectColon(state);
  const body = state.rules.block(state, { words, line: start.line });
  let orElse: Statement[] = [];
  if (state.is('elif')) orElse = [state.nested(() => ifStatement(state, "'elif' statement"))];
  else orElse = elseBlock(state);
  return { kind: 'If', test, body, orElse, ...state.spanFrom(start) };
}

function whileStatement(state: ParserState): Statement {
  const start = state.next();
  const test = state.rules.namedExpression(state);
  expectColon(state);
  const body = state.rules.block(state, { words: "'while' statement", line: start.line });
  const orElse = elseBlock(state);
  return { kind: 'While', test, body, orElse, ...state.spanFrom(start) };
}

function forStatement(state: ParserState, start: Token): Statement {
  const word = state.next();
  const target = state.rules.targets(state);
  state.expect('in');
  const iterable = state.rules.starExpressions(state);
  expectColon(state);
  const body = state.rules.block(state, { words: "'for' statement", line: word.line });
  const orElse = elseBlock(state);
  const kind = start === word ? 'For' : 'AsyncFor';
  return { kind, target, iterable, body, orElse, ...state.spanFrom(start) };
}

function withStatement(state: ParserState, start: Token): Statement {
  const word = state.next();
  const items = state.is('(') ? (state.attempt(() => parenthesizedItems(state)) ?? withItems(state)) : withItems(state);
  expectColon(state);
  const body = state.rules.block(state, { words: "'with' statement", line: word.line });
  return { kind: start === word ? 'With' : 'AsyncWith', items, body, ...state.spanFrom(start) };
}

function parenthesizedItems(state: ParserState): WithItem[] | null {
  state.expect('(');
  const items = [withItem(state)];
  while (state.accept(',') && !state.is(')')) items.push(withItem(state));
  state.expect(')');
  return state.is(':') ? items : null;
}

function withItems(state: ParserState): WithItem[] {
  const items = [withItem(state)];
  while (state.accept(',')) items.push(withItem(state));
  return items;
}

function withItem(state: ParserState): WithItem {
  const contextExpression = state.rules.expression(state);
  if (!state.accept('as')) return { contextExpression, target: null };
  const start = state.current;
  if (!startsExpression(state)) state.fail();
  const target: Expression = state.is('*') ? state.rules.starNamedExpression(state) : state.rules.expression(state);
  const invalid = invalidTarget(target, 'star');
  if (invalid !== null) state.failAt(`cannot assign to ${describe(invalid)}`, invalid);
  if (!state.is(',') && !state.is(':') && !state.is(')') && start.kind !== 'newline') expectColon(state);
  setContext(target, 'store');
  return { contextExpression, target };
}
