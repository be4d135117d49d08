/**
 * Primaries: atoms with their attributes, calls and subscripts.
 * Models: CPython 3.13, Grammar/python.gram, "Primary elements" and "ARGUMENTS".
 */
import type { Expression, Keyword, Slice } from './ast.ts';
import { numberLiteral } from './number-literal.ts';
import { comprehensionClauses, braced, bracketed, parenthesized } from './parse-display.ts';
import type { ParserState } from './parser-state.ts';
import type { Token } from './token.ts';

export function primary(state: ParserState): Expression {
  const start = state.current;
  let node = atom(state);
  for (;;) {
    switch (state.current.symbol) {
      case '.': {
        state.next();
        const attribute = state.nameOf(state.expectName());
        node = { kind: 'Attribute', value: node, attribute, context: 'load', ...state.spanFrom(start) };
        break;
      }
      case '(':
        node = call(state, node, start);
        break;
      case '[': {
        state.next();
        const slice = slices(state);
        state.expect(']');
        node = { kind: 'Subscript', value: node, slice, context: 'load', ...state.spanFrom(start) };
        break;
      }
      default:
        return node;
    }
  }
}

function atom(state: ParserState): Expression {
  const { current } = state;
  if (current.kind === 'name') {
    state.next();
    return { kind: 'Name', id: state.nameOf(current), context: 'load', ...state.placeOf(current) };
  }
  if (current.kind === 'number') {
    state.next();
    return { kind: 'Constant', value: numberLiteral(state.textOf(current)), ...state.placeOf(current) };
  }
  return current.kind === 'symbol' ? symbolAtom(state) : state.rules.strings(state);
}

function symbolAtom(state: ParserState): Expression {
  const { current } = state;
  switch (current.symbol) {
    case 'None':
      state.next();
      return { kind: 'Constant', value: null, ...state.placeOf(current) };
    case 'True':
    case 'False':
      state.next();
      return { kind: 'Constant', value: current.symbol === 'True', ...state.placeOf(current) };
    case '...':
      state.next();
      return { kind: 'Constant', value: { kind: 'ellipsis' }, ...state.placeOf(current) };
    case '(':
      return parenthesized(state);
    case '[':
      return bracketed(state);
    case '{':
      return braced(state);
    default:
      return state.fail();
  }
}

interface Arguments {
  readonly args: Expression[];
  readonly keywords: Keyword[];
}

function call(state: ParserState, callee: Expression, start: Token): Expression {
  const open = state.next();
  const { args, keywords } = callArguments(state, open.start);
  return { kind: 'Call', callee, args, keywords, ...state.spanFrom(start) };
}

/** The arguments of a call or the bases of a class, after the opening parenthesis and with the closing one. */
export function callArguments(state: ParserState, openOffset: number): Arguments {
  const found: Arguments = { args: [], keywords: [] };
  while (!state.is(')')) {
    const first = state.position;
    argument(state, found, openOffset);
    if (state.is(')')) break;
    if (state.is(',')) {
      state.next();
      continue;
    }
    state.moveTo(state.position);
    failInArgument(state, first);
  }
  state.expect(')');
  return found;
}

function failInArgument(state: ParserState, first: number): never {
  const { position } = state;
  // `f(a=1 for a in b)`
  if (state.is('for') && state.tokens[first + 1]?.symbol === '=') {
    const [name, equals] = [state.tokens[first], state.tokens[first + 1]];
    if (name !== undefined && equals !== undefined) {
      state.failAt("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", state.placeOf(name, equals));
    }
  }
  state.moveTo(position);
  state.fail();
}

function argument(state: ParserState, found: Arguments, openOffset: number): void {
  const start = state.current;
  if (state.is('**')) {
    state.next();
    const value = state.rules.expression(state);
    if (state.is('=')) state.failAt('cannot assign to keyword argument unpacking', state.placeOf(start));
    found.keywords.push({ name: null, value, ...state.spanFrom(start) });
  } else if (start.kind === 'name' && state.peek().symbol === '=') {
    keywordArgument(state, found);
  } else if (start.symbol === '*') {
    const comma = state.previous;
    state.next();
    if (state.is(')') || state.is(',')) state.failAtToken('Invalid star expression');
    const value = state.rules.expression(state);
    if (state.is('=')) state.failAt('cannot assign to iterable argument unpacking', state.placeOf(start));
    const node = { kind: 'Starred' as const, value, context: 'load' as const, ...state.spanFrom(start) };
    if (found.keywords.some((keyword) => keyword.name === null)) {
      state.failAt('iterable argument unpacking follows keyword argument unpacking', {
        ...state.placeOf(comma),
        ...endOfToken(state, start),
      });
    }
    found.args.push(node);
  } else {
    positionalArgument(state, found, openOffset);
  }
}

function keywordArgument(state: ParserState, found: Arguments): void {
  const start = state.next();
  const equals = state.next();
  if (state.is(',') || state.is(')')) {
    state.failAt('expected argument value expression', state.placeOf(start, equals));
  }
  const value = state.rules.expression(state);
  found.keywords.push({ name: state.nameOf(start), value, ...state.spanFrom(start) });
}

function positionalArgument(state: ParserState, found: Arguments, openOffset: number): void {
  const start = state.current;
  const node = state.rules.namedExpression(state);
  if (state.is('for') || (state.is('async') && state.peek().symbol === 'for')) {
    found.args.push(
      bareGenerator(state, node, { openOffset, isFirst: found.args.length + found.keywords.length === 0 }),
    );
    return;
  }
  if (state.is('=')) failOnKeyword(state, node);
  if (found.keywords.length > 0) {
    const isUnpacking = found.keywords.some((keyword) => keyword.name === null);
    const message = `positional argument follows keyword argument${isUnpacking ? ' unpacking' : ''}`;
    if (state.is(',') || state.is(')')) failAfterKeyword(state, message);
    state.failAt(message, state.placeOf(start));
  }
  found.args.push(node);
}

/** The failure is told of the last positional argument that follows. */
/** CPython has read on to the end of the call when it finds out, and points there. */
function failAfterKeyword(state: ParserState, message: string): never {
  const place = state.placeOf(state.previous);
  for (let depth = 0; state.current.kind !== 'end'; state.next()) {
    if (state.is('(') || state.is('[') || state.is('{')) depth += 1;
    else if (state.is(')') && depth === 0) state.failAt(message, state.placeOf(state.current));
    else if (state.is(')') || state.is(']') || state.is('}')) depth -= 1;
  }
  state.failAt(message, place);
}

function failOnKeyword(state: ParserState, node: Expression): never {
  const equals = state.next();
  if (node.kind === 'Constant' && (node.value === null || typeof node.value === 'boolean')) {
    const name = node.value === null ? 'None' : node.value ? 'True' : 'False';
    state.failAt(`cannot assign to ${name}`, {
      ...state.spanFrom(node),
      ...startOf(node),
      ...endOfToken(state, equals),
    });
  }
  const message = 'expression cannot contain assignment, perhaps you meant "=="?';
  state.failAt(message, { ...state.spanFrom(node), ...endOfToken(state, equals) });
}

function startOf(node: Expression): { line: number; column: number } {
  return { line: node.line, column: node.column };
}

function endOfToken(
  state: ParserState,
  token: { start: number; end: number; line: number; endLine: number },
): {
  endLine: number;
  endColumn: number;
} {
  return { endLine: token.endLine, endColumn: state.source.byteColumn(token.end, token.endLine) };
}

/** A generator expression that is the only argument has the call's parentheses for its own. */
function bareGenerator(
  state: ParserState,
  element: Expression,
  call: { readonly openOffset: number; readonly isFirst: boolean },
): Expression {
  const generators = comprehensionClauses(state);
  const last = state.previous;
  const isAlone = call.isFirst && state.is(')');
  if (!isAlone) {
    const onlyCommaFollows = state.is(',') && state.peek().symbol === ')';
    if (call.isFirst && onlyCommaFollows)
      state.failAt('Generator expression must be parenthesized', state.spanFrom(element));
    if (state.is(',') || state.is(')')) {
      state.failAt('Generator expression must be parenthesized', {
        ...state.spanFrom(element),
        endLine: last.endLine,
        endColumn: state.source.byteColumn(last.end, last.endLine),
      });
    }
    state.fail();
  }
  const close = state.current;
  const open = state.tokens.findLast((token) => token.start === call.openOffset && token.symbol === '(') ?? close;
  return { kind: 'GeneratorExp', element, generators, ...state.placeOf(open, close) };
}

function slices(state: ParserState): Expression {
  const start = state.current;
  const first = sliceItem(state);
  if (!state.is(',') && first.kind !== 'Starred') return first;
  const elements = [first];
  while (state.accept(',') && !state.is(']')) elements.push(sliceItem(state));
  return { kind: 'Tuple', elements, context: 'load', ...state.spanFrom(start) };
}

function sliceItem(state: ParserState): Expression {
  const start = state.current;
  if (state.is(':')) return sliceFrom(state, null, start);
  const node = state.rules.starNamedExpression(state);
  return state.is(':') && node.kind !== 'Starred' ? sliceFrom(state, node, start) : node;
}

function sliceFrom(state: ParserState, lower: Expression | null, start: Token): Slice {
  state.expect(':');
  const upper = slicePart(state);
  const step = state.accept(':') ? slicePart(state) : null;
  return { kind: 'Slice', lower, upper, step, ...state.spanFrom(start) };
}

function slicePart(state: ParserState): Expression | null {
  return state.is(':') || state.is(',') || state.is(']') ? null : state.rules.expression(state);
}
