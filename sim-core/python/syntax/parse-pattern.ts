/**
 * `match` and its patterns.
 * Models: CPython 3.13, Grammar/python.gram, "Match statement" and "Patterns".
 */
import { failWithoutBlock } from './parse-block.ts';
import type { Expression } from './ast.ts';
import type { MatchCase, MatchClass, MatchMapping, Pattern, Statement } from './ast-statements.ts';
import { expectColon } from './parse-header.ts';
import { literalKey, literalPattern, startsLiteral } from './parse-literal-pattern.ts';
import type { ParserState } from './parser-state.ts';

/** A match statement, or null where `match` is only a name. */
export function matchStatement(state: ParserState): Statement | null {
  const { position, current: start } = state;
  const subject = state.attempt(() => matchSubject(state));
  if (subject === null) return null;
  if (!state.isKind('newline')) {
    state.moveTo(position);
    return null;
  }
  state.next();
  if (!state.isKind('indent')) {
    failWithoutBlock(state, `expected an indented block after 'match' statement on line ${start.line}`);
  }
  state.next();
  const cases: MatchCase[] = [];
  while (state.isSoftKeyword('case')) cases.push(matchCase(state));
  if (cases.length === 0 || !state.isKind('dedent')) state.fail();
  state.next();
  return { kind: 'Match', subject, cases, ...state.spanFrom(start) };
}

/** `match`, the subject and the colon. */
function matchSubject(state: ParserState): Expression | null {
  state.next();
  const start = state.current;
  const first = state.rules.starNamedExpression(state);
  let subject = first;
  if (state.is(',')) {
    const elements = [first];
    while (state.accept(',') && !state.is(':')) elements.push(state.rules.starNamedExpression(state));
    subject = { kind: 'Tuple', elements, context: 'load', ...state.spanFrom(start) };
  } else if (first.kind === 'Starred') {
    return null;
  }
  return state.accept(':') ? subject : null;
}

function matchCase(state: ParserState): MatchCase {
  const start = state.next();
  const pattern = patterns(state);
  const guard = state.accept('if') ? state.rules.namedExpression(state) : null;
  expectColon(state);
  const body = state.rules.block(state, { words: "'case' statement", line: start.line });
  return { pattern, guard, body };
}

/** A pattern, or a sequence without brackets. */
function patterns(state: ParserState): Pattern {
  const start = state.current;
  const first = maybeStar(state);
  if (!state.is(',')) {
    if (first.kind === 'MatchStar') state.fail();
    return first;
  }
  const found = [first];
  while (state.accept(',') && !state.is(':') && !state.is('if')) found.push(maybeStar(state));
  return { kind: 'MatchSequence', patterns: found, ...state.spanFrom(start) };
}

function maybeStar(state: ParserState): Pattern {
  if (!state.is('*')) return pattern(state);
  const start = state.next();
  const name = state.nameOf(state.expectName());
  return { kind: 'MatchStar', name: name === '_' ? null : name, ...state.spanFrom(start) };
}

/** A pattern with an optional `as`. */
export function pattern(state: ParserState): Pattern {
  return state.nested(() => {
    const start = state.current;
    const first = orPattern(state);
    if (!state.accept('as')) return first;
    const token = state.current;
    if (token.kind !== 'name') failOnAsTarget(state);
    const name = state.nameOf(state.next());
    if (name === '_') state.failAt("cannot use '_' as a target", state.placeOf(token));
    if (state.is('.') || state.is('(')) {
      state.moveTo(state.position - 1);
      failOnAsTarget(state);
    }
    return { kind: 'MatchAs', pattern: first, name, ...state.spanFrom(start) };
  });
}

function failOnAsTarget(state: ParserState): never {
  const target = state.attempt(() => state.rules.expression(state));
  if (target === null) state.fail();
  state.failAt(`cannot use ${state.rules.describe(target)} as pattern target`, target);
}

function orPattern(state: ParserState): Pattern {
  const start = state.current;
  const first = closedPattern(state);
  if (!state.is('|')) return first;
  const found = [first];
  while (state.accept('|')) found.push(closedPattern(state));
  return { kind: 'MatchOr', patterns: found, ...state.spanFrom(start) };
}

function closedPattern(state: ParserState): Pattern {
  const { current } = state;
  if (startsLiteral(state)) return literalPattern(state);
  if (current.symbol === '(') return groupOrSequence(state);
  if (current.symbol === '[') {
    state.next();
    const found = sequenceItems(state, ']');
    state.expect(']');
    return { kind: 'MatchSequence', patterns: found, ...state.spanFrom(current) };
  }
  if (current.symbol === '{') return mapping(state);
  if (current.kind === 'name') return nameOrClass(state);
  return state.fail();
}

function groupOrSequence(state: ParserState): Pattern {
  const open = state.next();
  if (state.accept(')')) return { kind: 'MatchSequence', patterns: [], ...state.spanFrom(open) };
  const first = maybeStar(state);
  if (first.kind !== 'MatchStar' && state.accept(')')) return first;
  if (!state.is(',')) state.fail();
  const found = [first];
  while (state.accept(',') && !state.is(')')) found.push(maybeStar(state));
  state.expect(')');
  return { kind: 'MatchSequence', patterns: found, ...state.spanFrom(open) };
}

function sequenceItems(state: ParserState, close: string): Pattern[] {
  const found: Pattern[] = [];
  while (!state.is(close)) {
    found.push(maybeStar(state));
    if (!state.accept(',')) break;
  }
  return found;
}

function mapping(state: ParserState): MatchMapping {
  const open = state.next();
  const keys: Expression[] = [];
  const found: Pattern[] = [];
  let rest: string | null = null;
  while (!state.is('}')) {
    if (rest !== null) state.fail();
    if (state.accept('**')) {
      rest = state.nameOf(state.expectName());
      if (rest === '_') state.fail();
    } else {
      keys.push(startsLiteral(state) ? literalKey(state) : valueOf(state));
      state.expect(':');
      found.push(pattern(state));
    }
    if (!state.accept(',')) break;
  }
  state.expect('}');
  return { kind: 'MatchMapping', keys, patterns: found, rest, ...state.spanFrom(open) };
}

/** A dotted name as an expression. */
function valueOf(state: ParserState): Expression {
  const start = state.expectName();
  let node: Expression = { kind: 'Name', id: state.nameOf(start), context: 'load', ...state.placeOf(start) };
  if (!state.is('.')) state.fail();
  while (state.accept('.')) {
    const attribute = state.nameOf(state.expectName());
    node = { kind: 'Attribute', value: node, attribute, context: 'load', ...state.spanFrom(start) };
  }
  return node;
}

function nameOrClass(state: ParserState): Pattern {
  const start = state.current;
  const isDotted = state.peek().symbol === '.';
  if (!isDotted && state.peek().symbol !== '(') {
    state.next();
    const name = state.nameOf(start);
    return { kind: 'MatchAs', pattern: null, name: name === '_' ? null : name, ...state.spanFrom(start) };
  }
  const value: Expression = isDotted
    ? valueOf(state)
    : { kind: 'Name', id: state.nameOf(state.next()), context: 'load', ...state.placeOf(start) };
  if (state.accept('(')) return classPattern(state, value);
  return { kind: 'MatchValue', value, ...state.spanFrom(start) };
}

function classPattern(state: ParserState, type: Expression): MatchClass {
  const found: Pattern[] = [];
  const keywordNames: string[] = [];
  const keywordPatterns: Pattern[] = [];
  while (!state.is(')')) {
    if (state.isKind('name') && state.peek().symbol === '=') {
      keywordNames.push(state.nameOf(state.next()));
      state.next();
      keywordPatterns.push(pattern(state));
    } else {
      const start = state.current;
      const positional = pattern(state);
      if (keywordNames.length > 0) {
        state.failAt('positional patterns follow keyword patterns', { ...positional, ...state.spanFrom(start) });
      }
      found.push(positional);
    }
    if (!state.accept(',')) break;
  }
  state.expect(')');
  return { kind: 'MatchClass', type, patterns: found, keywordNames, keywordPatterns, ...state.spanFrom(type) };
}
