/**
 * Expressions down to the operand of an operator.
 * Models: CPython 3.13, Grammar/python.gram, "EXPRESSIONS".
 */
import type { BinaryOperator, ComparisonOperator, Expression, Lambda, UnaryOperator, Yield, Await } from './ast.ts';
import type { ParserState } from './parser-state.ts';
import { primary } from './parse-primary.ts';

const binaryPrecedence: ReadonlyMap<string, number> = new Map([
  ['|', 1],
  ['^', 2],
  ['&', 3],
  ['<<', 4],
  ['>>', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['//', 6],
  ['%', 6],
  ['@', 6],
]);

export function expression(state: ParserState): Expression {
  return state.nested(() => (state.is('lambda') ? lambda(state) : conditional(state)));
}

function conditional(state: ParserState): Expression {
  const from = state.position;
  const start = state.current;
  const body = disjunction(state);
  state.lastDisjunction = { from, to: state.position };
  if (!state.is('if')) return body;
  const beforeIf = state.position;
  state.next();
  const test = disjunction(state);
  if (!state.is('else')) {
    if (state.is(':')) {
      // Not a conditional expression but what comes before the `if`: the caller will stumble over it.
      state.moveTo(beforeIf);
      return body;
    }
    if (state.current.kind === 'error') state.fail();
    state.failAt("expected 'else' after 'if' expression", state.spanFrom(start));
  }
  state.next();
  if (startsStatement(state))
    state.failAt("expected expression after 'else', but statement is given", state.spanFrom(start));
  const orElse = expression(state);
  return { kind: 'IfExp', test, body, orElse, ...state.spanFrom(start) };
}

function startsStatement(state: ParserState): boolean {
  return state.is('pass') || state.is('break') || state.is('continue');
}

function lambda(state: ParserState): Lambda {
  const start = state.next();
  const parameters = state.rules.parameters(state, true);
  const colon = state.current;
  state.expect(':');
  if (
    state.current.kind === 'fstring-middle' ||
    (state.is('}') && colon.level === start.level && isFormatColon(state))
  ) {
    state.failAt('f-string: lambda expressions are not allowed without parentheses', state.placeOf(start, colon));
  }
  const body = expression(state);
  return { kind: 'Lambda', parameters, body, ...state.spanFrom(start) };
}

/** A colon in a replacement field is followed directly by text or the brace. */
function isFormatColon(state: ParserState): boolean {
  return state.previous.end === state.current.start;
}

export function disjunction(state: ParserState): Expression {
  const start = state.current;
  const first = conjunction(state);
  if (!state.is('or')) return first;
  const values = [first];
  while (state.accept('or')) values.push(conjunction(state));
  return { kind: 'BoolOp', operator: 'or', values, ...state.spanFrom(start) };
}

function conjunction(state: ParserState): Expression {
  const start = state.current;
  const first = inversion(state);
  if (!state.is('and')) return first;
  const values = [first];
  while (state.accept('and')) values.push(inversion(state));
  return { kind: 'BoolOp', operator: 'and', values, ...state.spanFrom(start) };
}

function inversion(state: ParserState): Expression {
  if (!state.is('not')) return comparison(state);
  const start = state.next();
  const operand = state.nested(() => inversion(state));
  return { kind: 'UnaryOp', operator: 'not', operand, ...state.spanFrom(start) };
}

function comparison(state: ParserState): Expression {
  const start = state.current;
  const left = bitwiseOr(state);
  let operator = comparisonOperator(state);
  if (operator === null) return left;
  const operators: ComparisonOperator[] = [];
  const comparators: Expression[] = [];
  for (; operator !== null; operator = comparisonOperator(state)) {
    operators.push(operator);
    comparators.push(bitwiseOr(state));
  }
  return { kind: 'Compare', left, operators, comparators, ...state.spanFrom(start) };
}

/** Steps over a comparison operator if one comes next. */
function comparisonOperator(state: ParserState): ComparisonOperator | null {
  const { symbol } = state.current;
  switch (symbol) {
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'in':
      state.next();
      return symbol;
    case 'is':
      state.next();
      return state.accept('not') ? 'is not' : 'is';
    case 'not':
      if (state.peek().symbol !== 'in') return null;
      state.next();
      state.next();
      return 'not in';
    default:
      return null;
  }
}

export function bitwiseOr(state: ParserState): Expression {
  const from = state.position;
  const node = binary(state, 1);
  state.lastBitwise = { from, to: state.position };
  return node;
}

function binary(state: ParserState, lowest: number): Expression {
  const start = state.current;
  let left = factor(state);
  for (;;) {
    const { symbol } = state.current;
    const precedence = symbol === '' ? undefined : binaryPrecedence.get(symbol);
    if (precedence === undefined || precedence < lowest) return left;
    state.next();
    failOnMisplacedNot(state);
    const right = binary(state, precedence + 1);
    left = { kind: 'BinOp', left, operator: symbol as BinaryOperator, right, ...state.spanFrom(start) };
  }
}

function failOnMisplacedNot(state: ParserState): void {
  if (!state.is('not')) return;
  state.fail();
}

function factor(state: ParserState): Expression {
  const start = state.current;
  const { symbol } = start;
  if (symbol === '-' || symbol === '+' || symbol === '~') {
    state.next();
    failOnMisplacedNot(state);
    const operand = state.nested(() => factor(state));
    return { kind: 'UnaryOp', operator: symbol satisfies UnaryOperator, operand, ...state.spanFrom(start) };
  }
  const base = awaited(state);
  if (!state.accept('**')) return base;
  const right = state.nested(() => factor(state));
  return { kind: 'BinOp', left: base, operator: '**', right, ...state.spanFrom(start) };
}

function awaited(state: ParserState): Expression {
  if (!state.is('await')) return primary(state);
  const start = state.next();
  const value = primary(state);
  return { kind: 'Await', value, ...state.spanFrom(start) };
}

/** `name := value`, or an expression. */
export function namedExpression(state: ParserState): Expression {
  const { current } = state;
  if (current.kind !== 'name' || state.peek().symbol !== ':=') {
    const node = expression(state);
    if (state.is(':=') && state.current.level > 0) failOnWalrus(state, node);
    return node;
  }
  const id = state.nameOf(state.next());
  const target = { kind: 'Name' as const, id, context: 'store' as const, ...state.placeOf(current) };
  state.next();
  const value = expression(state);
  return { kind: 'NamedExpr', target, value, ...state.spanFrom(current) };
}

function failOnWalrus(state: ParserState, target: Expression): never {
  state.failAt(`cannot use assignment expressions with ${state.rules.describe(target)}`, target);
}

export function starNamedExpression(state: ParserState): Expression {
  return state.is('*') ? starred(state) : namedExpression(state);
}

function starred(state: ParserState): Expression {
  const start = state.next();
  const value = bitwiseOr(state);
  return { kind: 'Starred', value, context: 'load', ...state.spanFrom(start) };
}

function starExpression(state: ParserState): Expression {
  return state.is('*') ? starred(state) : expression(state);
}

/** One expression, or a tuple without parentheses. */
export function starExpressions(state: ParserState): Expression {
  const start = state.current;
  const first = starExpression(state);
  if (!state.is(',')) return first;
  const elements = [first];
  while (state.accept(',') && startsExpression(state)) elements.push(starExpression(state));
  return { kind: 'Tuple', elements, context: 'load', ...state.spanFrom(start) };
}

/** Whether an expression, possibly with a star, may begin at the current token. */
export function startsExpression(state: ParserState): boolean {
  const { kind, symbol } = state.current;
  if (kind === 'symbol') return expressionStarts.has(symbol);
  return kind === 'name' || kind === 'number' || kind === 'string' || kind === 'fstring-start' || kind === 'error';
}

const expressionStarts: ReadonlySet<string> = new Set('( [ { - + ~ * ... not await lambda None True False'.split(' '));

export function yieldOrStarExpressions(state: ParserState): Expression {
  return state.is('yield') ? yieldExpression(state) : starExpressions(state);
}

function yieldExpression(state: ParserState): Yield | Await {
  const start = state.next();
  if (state.accept('from')) {
    const value = expression(state);
    return { kind: 'YieldFrom', value, ...state.spanFrom(start) };
  }
  const value = startsExpression(state) ? starExpressions(state) : null;
  return { kind: 'Yield', value, ...state.spanFrom(start) };
}
