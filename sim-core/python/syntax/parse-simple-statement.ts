/**
 * Statements on one line, but for imports and assignments.
 * Models: CPython 3.13, Grammar/python.gram, "SIMPLE STATEMENTS".
 */
import type { Expression } from './ast.ts';
import type { Statement } from './ast-statements.ts';
import { assignmentOrExpression } from './parse-assignment.ts';
import { startsExpression } from './parse-expression.ts';
import { importFrom, importNames } from './parse-import.ts';
import { describe, invalidTarget, setContext } from './parse-targets.ts';
import type { ParserState } from './parser-state.ts';

/** The statements of one line, up to and with its end. */
export function simpleStatements(state: ParserState, into: Statement[]): void {
  do {
    into.push(simpleStatement(state));
  } while (state.accept(';') && !state.isKind('newline'));
  if (!state.isKind('newline')) state.fail();
  state.next();
}

function simpleStatement(state: ParserState): Statement {
  const { current } = state;
  switch (current.symbol) {
    case 'return': {
      state.next();
      const value = startsExpression(state) ? state.rules.starExpressions(state) : null;
      return { kind: 'Return', value, ...state.spanFrom(current) };
    }
    case 'import':
      return importNames(state);
    case 'from':
      return importFrom(state);
    case 'raise':
      return raise(state);
    case 'pass':
      state.next();
      return { kind: 'Pass', ...state.placeOf(current) };
    case 'break':
      state.next();
      return { kind: 'Break', ...state.placeOf(current) };
    case 'continue':
      state.next();
      return { kind: 'Continue', ...state.placeOf(current) };
    case 'del':
      return del(state);
    case 'assert':
      return assertion(state);
    case 'global':
    case 'nonlocal':
      return scopeDeclaration(state, current.symbol);
    default:
      return typeAlias(state) ?? assignmentOrExpression(state);
  }
}

function raise(state: ParserState): Statement {
  const start = state.next();
  if (!startsExpression(state)) {
    return { kind: 'Raise', exception: null, cause: null, ...state.spanFrom(start) };
  }
  const exception = state.rules.expression(state);
  let cause: Expression | null = null;
  if (state.accept('from')) {
    cause = state.rules.expression(state);
  }
  return { kind: 'Raise', exception, cause, ...state.spanFrom(start) };
}

function del(state: ParserState): Statement {
  const start = state.next();
  const first = state.current;
  const node = state.rules.starExpressions(state);
  const isGroup = first.symbol === '(' && node.kind === 'Tuple' && isParenthesized(state, node);
  const found = node.kind === 'Tuple' && !isGroup ? node.elements : [node];
  if (!state.is(';') && !state.isKind('newline')) state.fail();
  for (const target of found) {
    const invalid = invalidTarget(target, 'del');
    if (invalid !== null) state.failAt(`cannot delete ${describe(invalid)}`, invalid);
    setContext(target, 'delete');
  }
  return { kind: 'Delete', targets: found, ...state.spanFrom(start) };
}

/** A tuple in parentheses begins before its first element. */
function isParenthesized(state: ParserState, node: Expression & { readonly kind: 'Tuple' | 'List' }): boolean {
  const [first] = node.elements;
  void state;
  return first === undefined || first.line !== node.line || first.column !== node.column;
}

function assertion(state: ParserState): Statement {
  const start = state.next();
  const test = state.rules.expression(state);
  const message = state.accept(',') ? state.rules.expression(state) : null;
  return { kind: 'Assert', test, message, ...state.spanFrom(start) };
}

function scopeDeclaration(state: ParserState, word: 'global' | 'nonlocal'): Statement {
  const start = state.next();
  const names: string[] = [];
  do {
    names.push(state.nameOf(state.expectName()));
  } while (state.accept(','));
  return { kind: word === 'global' ? 'Global' : 'Nonlocal', names, ...state.spanFrom(start) };
}

/** `type X = …`, where `type` is not just a name. */
function typeAlias(state: ParserState): Statement | null {
  if (!state.isSoftKeyword('type') || state.peek().kind !== 'name') return null;
  const start = state.next();
  const token = state.next();
  const name = { kind: 'Name' as const, id: state.nameOf(token), context: 'store' as const, ...state.placeOf(token) };
  const typeParameters = state.rules.typeParameters(state);
  state.expect('=');
  const value = state.rules.expression(state);
  return { kind: 'TypeAlias', name, typeParameters, value, ...state.spanFrom(start) };
}
