/**
 * Patterns that are literals: numbers with a sign, complex numbers, strings, None, True, False.
 * Models: CPython 3.13, Grammar/python.gram, "literal_pattern" and "literal_expr".
 */
import type { ConstantExpression, Expression } from './ast.ts';
import type { Pattern } from './ast-statements.ts';
import { numberLiteral } from './number-literal.ts';
import type { ParserState } from './parser-state.ts';

export function startsLiteral(state: ParserState): boolean {
  const { kind, symbol } = state.current;
  if (kind === 'number' || kind === 'string' || kind === 'fstring-start') return true;
  return symbol === '-' || symbol === 'None' || symbol === 'True' || symbol === 'False';
}

export function literalPattern(state: ParserState): Pattern {
  const start = state.current;
  const value = literalKey(state);
  if (value.kind === 'Constant' && (value.value === null || typeof value.value === 'boolean')) {
    return { kind: 'MatchSingleton', value: value.value, ...state.spanFrom(start) };
  }
  return { kind: 'MatchValue', value, ...state.spanFrom(start) };
}

/** The literal as an expression, as it stands for a key of a mapping pattern. */
export function literalKey(state: ParserState): Expression {
  const { current } = state;
  if (current.kind === 'string' || current.kind === 'fstring-start') {
    const node = state.rules.strings(state);
    if (node.kind === 'JoinedStr') state.failAt('patterns may only match literals and attribute lookups', node);
    return node;
  }
  if (current.kind === 'number' || current.symbol === '-') return signedOrComplex(state);
  state.next();
  const value = current.symbol === 'None' ? null : current.symbol === 'True';
  return { kind: 'Constant', value, ...state.placeOf(current) };
}

function signedOrComplex(state: ParserState): Expression {
  const start = state.current;
  const left = signed(state);
  const { symbol } = state.current;
  if (symbol !== '+' && symbol !== '-') return left;
  state.next();
  const right = number(state);
  if (typeof right.value !== 'object' || right.value?.kind !== 'complex') {
    state.failAt('imaginary number required in complex literal', right);
  }
  return { kind: 'BinOp', left, operator: symbol, right, ...state.spanFrom(start) };
}

function signed(state: ParserState): Expression {
  if (!state.is('-')) return number(state);
  const start = state.next();
  const operand = number(state);
  return { kind: 'UnaryOp', operator: '-', operand, ...state.spanFrom(start) };
}

function number(state: ParserState): ConstantExpression {
  const { current } = state;
  if (current.kind !== 'number') state.fail();
  state.next();
  return { kind: 'Constant', value: numberLiteral(state.textOf(current)), ...state.placeOf(current) };
}
