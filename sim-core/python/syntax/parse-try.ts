/**
 * `try` with its handlers.
 * Models: CPython 3.13, Grammar/python.gram, "Try statement".
 */
import type { ExceptHandler, Statement } from './ast-statements.ts';
import type { Expression } from './ast.ts';
import { elseBlock, expectColon } from './parse-header.ts';
import type { ParserState } from './parser-state.ts';

export function tryStatement(state: ParserState): Statement {
  const start = state.next();
  state.expectForced(':');
  const body = state.rules.block(state, { words: "'try' statement", line: start.line });
  if (!state.is('except') && !state.is('finally')) {
    if (state.isKind('error')) state.fail();
    state.failAtToken("expected 'except' or 'finally' block");
  }
  const isStar = state.is('except') && state.peek().symbol === '*';
  const handlers: ExceptHandler[] = [];
  while (state.is('except')) {
    if ((state.peek().symbol === '*') !== isStar) {
      state.failAt("cannot have both 'except' and 'except*' on the same 'try'", state.placeOf(state.current));
    }
    const last = handlers.at(-1);
    if (last !== undefined && last.type === null) state.failAt("default 'except:' must be last", last);
    handlers.push(handler(state, isStar));
  }
  const orElse = handlers.length > 0 ? elseBlock(state) : [];
  const finalBody = finallyBlock(state);
  return { kind: isStar ? 'TryStar' : 'Try', body, handlers, orElse, finalBody, ...state.spanFrom(start) };
}

function finallyBlock(state: ParserState): Statement[] {
  if (!state.is('finally')) return [];
  const start = state.next();
  state.expectForced(':');
  return state.rules.block(state, { words: "'finally' statement", line: start.line });
}

function handler(state: ParserState, isStar: boolean): ExceptHandler {
  const start = state.next();
  if (isStar) state.next();
  const words = isStar ? "'except*' statement" : "'except' statement";
  const { type, name } = caught(state, isStar);
  const body = state.rules.block(state, { words, line: start.line });
  return { type, name, body, ...state.spanFrom(start) };
}

/** What stands between `except` and its block. */
function caught(state: ParserState, isStar: boolean): { type: Expression | null; name: string | null } {
  if (!isStar && state.accept(':')) return { type: null, name: null };
  if (state.isKind('newline') && !isStar) state.failAtToken("expected ':'");
  if (state.isKind('newline') || state.is(':')) state.failAtToken('expected one or more exception types');
  const type = state.rules.expression(state);
  if (state.is(',')) failOnSeveral(state, type);
  let name: string | null = null;
  if (state.accept('as')) {
    const after = state.peek();
    if (!state.isKind('name') || (after.symbol !== ':' && after.kind !== 'newline')) failOnName(state, isStar);
    name = state.nameOf(state.next());
  }
  expectColon(state);
  return { type, name };
}

function failOnSeveral(state: ParserState, first: Expression): never {
  while (state.accept(',')) state.rules.expression(state);
  const place = state.spanFrom(first);
  if (state.accept('as')) state.expectName();
  if (!state.is(':')) state.fail();
  state.failAt('multiple exception types must be parenthesized', place);
}

function failOnName(state: ParserState, isStar: boolean): never {
  const target = state.attempt(() => state.rules.expression(state));
  if (target === null || target.kind === 'Name') state.fail();
  const statement = isStar ? 'except*' : 'except';
  state.failAt(`cannot use ${statement} statement with ${state.rules.describe(target)}`, target);
}
