/**
 * Functions and classes with their decorators.
 * Models: CPython 3.13, Grammar/python.gram, "Class definitions" and "Function definitions".
 */
import type { Expression } from './ast.ts';
import type { Statement } from './ast-statements.ts';
import { expectColon } from './parse-header.ts';
import { callArguments } from './parse-primary.ts';
import type { ParserState } from './parser-state.ts';
import type { Token } from './token.ts';

export function decorated(state: ParserState): Statement {
  const decorators: Expression[] = [];
  while (state.accept('@')) {
    decorators.push(state.rules.namedExpression(state));
    if (!state.isKind('newline')) state.fail();
    state.next();
  }
  const start = state.current;
  if (state.is('class')) return classDefinition(state, start, decorators);
  if (state.is('async')) state.next();
  if (!state.is('def')) state.fail();
  return functionDefinition(state, start, decorators);
}

/** The current token is `def`; `start` is it or the `async` before it. */
export function functionDefinition(state: ParserState, start: Token, decorators: Expression[]): Statement {
  const word = state.next();
  const name = state.nameOf(state.expectName());
  const typeParameters = state.rules.typeParameters(state);
  state.expectForced('(');
  const parameters = state.rules.parameters(state, false);
  state.expect(')');
  const returns = state.accept('->') ? state.rules.expression(state) : null;
  state.expectForced(':');
  const body = state.rules.block(state, { words: 'function definition', line: word.line });
  const kind = start === word ? 'FunctionDef' : 'AsyncFunctionDef';
  return { kind, name, typeParameters, parameters, returns, body, decorators, ...state.spanFrom(start) };
}

export function classDefinition(state: ParserState, start: Token, decorators: Expression[]): Statement {
  const word = state.next();
  const name = state.nameOf(state.expectName());
  const typeParameters = state.rules.typeParameters(state);
  const open = state.current;
  const { args: bases, keywords } = state.accept('(') ? callArguments(state, open.start) : { args: [], keywords: [] };
  expectColon(state);
  const body = state.rules.block(state, { words: 'class definition', line: word.line });
  return { kind: 'ClassDef', name, typeParameters, bases, keywords, body, decorators, ...state.spanFrom(start) };
}
