/**
 * Displays in brackets: tuples and groups, lists, sets, dicts, and their comprehensions.
 * Models: CPython 3.13, Grammar/python.gram, "Lists" to "Comprehensions & Generators".
 */
import type { ComprehensionFor, Expression, Located } from './ast.ts';
import type { ParserState } from './parser-state.ts';
import type { Token } from './token.ts';

function startsFor(state: ParserState): boolean {
  return state.is('for') || (state.is('async') && state.peek().symbol === 'for');
}

/** A group, a tuple or a generator expression. */
export function parenthesized(state: ParserState): Expression {
  const open = state.next();
  if (state.accept(')')) return { kind: 'Tuple', elements: [], context: 'load', ...state.spanFrom(open) };
  if (state.is('yield')) {
    const node = state.rules.yieldOrStarExpressions(state);
    state.expect(')');
    return node;
  }
  const isUnpacking = state.is('**');
  if (isUnpacking) state.failAt('cannot use double starred expression here', state.placeOf(state.current));
  const first = state.rules.starNamedExpression(state);
  if (startsFor(state)) {
    failOnUnpacking(state, first);
    const generators = comprehensionClauses(state);
    state.expect(')');
    return { kind: 'GeneratorExp', element: first, generators, ...state.spanFrom(open) };
  }
  if (state.is(',')) {
    const elements = moreElements(state, first, ')');
    state.expect(')');
    return { kind: 'Tuple', elements, context: 'load', ...state.spanFrom(open) };
  }
  state.expect(')');
  if (first.kind === 'Starred') state.failAt('cannot use starred expression here', first);
  return first;
}

function failOnUnpacking(state: ParserState, element: Expression): void {
  if (element.kind === 'Starred') state.failAt('iterable unpacking cannot be used in comprehension', element);
}

function moreElements(state: ParserState, first: Expression, close: string): Expression[] {
  const elements = [first];
  while (state.accept(',') && !state.is(close)) {
    elements.push(state.rules.starNamedExpression(state));
    if (elements.length > 1 && startsFor(state)) failOnBareTarget(state, first, close);
  }
  return elements;
}

/** `[a, b for a, b in c]`: the elements want parentheses. */
function failOnBareTarget(state: ParserState, first: Expression, close: string): never {
  if (close === ')') state.fail();
  const last = state.previous;
  const place: Located = {
    ...state.spanFrom(first),
    endLine: last.endLine,
    endColumn: state.source.byteColumn(last.end, last.endLine),
  };
  state.failAt('did you forget parentheses around the comprehension target?', place);
}

export function bracketed(state: ParserState): Expression {
  const open = state.next();
  if (state.accept(']')) return { kind: 'List', elements: [], context: 'load', ...state.spanFrom(open) };
  const first = state.rules.starNamedExpression(state);
  if (startsFor(state)) {
    failOnUnpacking(state, first);
    const generators = comprehensionClauses(state);
    state.expect(']');
    return { kind: 'ListComp', element: first, generators, ...state.spanFrom(open) };
  }
  const elements = moreElements(state, first, ']');
  state.expect(']');
  return { kind: 'List', elements, context: 'load', ...state.spanFrom(open) };
}

/** A dict or a set, or a comprehension of one. */
export function braced(state: ParserState): Expression {
  const open = state.next();
  if (state.accept('}')) return { kind: 'Dict', keys: [], values: [], ...state.spanFrom(open) };
  if (state.is('**')) return dictFrom(state, open, null);
  const first = state.rules.starNamedExpression(state);
  if (state.is(':') && first.kind !== 'Starred') return dictFrom(state, open, first);
  if (startsFor(state)) {
    failOnUnpacking(state, first);
    const generators = comprehensionClauses(state);
    state.expect('}');
    return { kind: 'SetComp', element: first, generators, ...state.spanFrom(open) };
  }
  const elements = moreElements(state, first, '}');
  state.expect('}');
  return { kind: 'Set', elements, ...state.spanFrom(open) };
}

/** After the first key, or at the first `**`. */
function dictFrom(state: ParserState, open: Token, firstKey: Expression | null): Expression {
  const keys: (Expression | null)[] = [];
  const values: Expression[] = [];
  let key = firstKey;
  for (;;) {
    if (key === null && state.is('**')) {
      const stars = state.next();
      const value = state.rules.bitwiseOr(state);
      if (startsFor(state)) state.failAt('dict unpacking cannot be used in dict comprehension', state.placeOf(stars));
      keys.push(null);
      values.push(value);
    } else {
      key ??= state.rules.expression(state);
      const value = dictValue(state, key);
      if (values.length === 0 && startsFor(state)) {
        const generators = comprehensionClauses(state);
        state.expect('}');
        return { kind: 'DictComp', key, value, generators, ...state.spanFrom(open) };
      }
      keys.push(key);
      values.push(value);
    }
    key = null;
    if (!state.accept(',') || state.is('}')) break;
  }
  state.expect('}');
  return { kind: 'Dict', keys, values, ...state.spanFrom(open) };
}

function dictValue(state: ParserState, key: Expression): Expression {
  if (!state.is(':')) {
    if (state.current.kind === 'symbol' && (state.is('}') || state.is(','))) {
      state.failAt("':' expected after dictionary key", state.placeOf(state.previous));
    }
    state.fail();
  }
  const colon = state.next();
  if (state.is('*')) {
    const star = state.next();
    state.rules.expression(state);
    state.failAt('cannot use a starred expression in a dictionary value', state.spanFrom(star));
  }
  if (state.is('}') || state.is(',')) {
    state.failAt("expression expected after dictionary key and ':'", state.placeOf(colon));
  }
  void key;
  return state.rules.expression(state);
}

export function comprehensionClauses(state: ParserState): ComprehensionFor[] {
  const clauses: ComprehensionFor[] = [];
  while (startsFor(state)) {
    const isAsync = state.accept('async');
    state.expect('for');
    const target = state.rules.targets(state);
    if (!state.is('in')) state.failAtToken("'in' expected after for-loop variables");
    state.next();
    const iterable = state.rules.disjunction(state);
    const conditions: Expression[] = [];
    while (state.accept('if')) conditions.push(state.rules.disjunction(state));
    clauses.push({ target, iterable, conditions, isAsync });
  }
  return clauses;
}
