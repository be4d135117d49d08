/**
 * Assignments, and expressions that stand as a statement.
 * Models: CPython 3.13, Grammar/python.gram, "assignment" and "invalid_assignment".
 */
import type { BinaryOperator, Expression } from './ast.ts';
import type { Statement } from './ast-statements.ts';
import { describe, invalidTarget, setContext } from './parse-targets.ts';
import type { ParserState } from './parser-state.ts';
import type { Token } from './token.ts';

const augmented: ReadonlyMap<string, BinaryOperator> = new Map([
  ['+=', '+'],
  ['-=', '-'],
  ['*=', '*'],
  ['/=', '/'],
  ['//=', '//'],
  ['%=', '%'],
  ['@=', '@'],
  ['&=', '&'],
  ['|=', '|'],
  ['^=', '^'],
  ['<<=', '<<'],
  ['>>=', '>>'],
  ['**=', '**'],
]);

export function assignmentOrExpression(state: ParserState): Statement {
  const start = state.current;
  const node = state.rules.yieldOrStarExpressions(state);
  const { symbol } = state.current;
  if (symbol === '=') return assignment(state, start, node);
  if (symbol === ':') return annotated(state, start, node);
  const operator = augmented.get(symbol);
  if (operator === undefined) return { kind: 'Expr', value: node, ...state.spanFrom(start) };
  if (node.kind !== 'Name' && node.kind !== 'Attribute' && node.kind !== 'Subscript') {
    state.failAt(`'${describe(node)}' is an illegal expression for augmented assignment`, node);
  }
  setContext(node, 'store');
  state.next();
  const value = state.rules.yieldOrStarExpressions(state);
  return { kind: 'AugAssign', target: node, operator, value, ...state.spanFrom(start) };
}

function assignment(state: ParserState, start: Token, first: Expression): Statement {
  const targets: Expression[] = [];
  let value = first;
  let from = start;
  while (state.is('=')) {
    checkTarget(state, value, { from, isFirst: targets.length === 0 });
    setContext(value, 'store');
    targets.push(value);
    state.next();
    from = state.current;
    value = state.rules.yieldOrStarExpressions(state);
  }
  return { kind: 'Assign', targets, value, ...state.spanFrom(start) };
}

/** The current token is the `=`. */
function checkTarget(
  state: ParserState,
  node: Expression,
  { from, isFirst }: { readonly from: Token; readonly isFirst: boolean },
): void {
  if (node.kind === 'Yield' || node.kind === 'YieldFrom') {
    if (from.symbol === '(') state.failAt(`cannot assign to yield expression${hint(state, node)}`, node);
    state.failAt('assignment to yield expression not possible', node);
  }
  const invalid = invalidTarget(node, 'star');
  if (node.kind === 'Starred' && invalid === null)
    state.failAt('starred assignment target must be in a list or tuple', node);
  if (invalid === null) return;
  // In `a, 1 = x` the last element looks like one side of a comparison.
  const isLast = node.kind === 'Tuple' && from.symbol !== '(' && node.elements.at(-1) === invalid;
  const words = isFirst && (invalid === node || isLast) ? hint(state, invalid) : '';
  state.failAt(`cannot assign to ${describe(invalid)}${words}`, invalid);
}

const noOperand: ReadonlySet<Expression['kind']> = new Set([
  'Compare',
  'BoolOp',
  'IfExp',
  'Lambda',
  'Starred',
  'GeneratorExp',
  'List',
  'Tuple',
]);

/** Whether a comparison may have been meant: only where a single operand stands on each side. */
function hint(state: ParserState, node: Expression): string {
  const isKeyword = node.kind === 'Constant' && (node.value === null || typeof node.value === 'boolean');
  if (isKeyword || noOperand.has(node.kind) || (node.kind === 'UnaryOp' && node.operator === 'not')) return '';
  const { position } = state;
  state.next();
  const right = state.attempt(() => state.rules.bitwiseOr(state));
  const isSingle = right !== null && !state.is('=') && !state.is(':=');
  state.moveTo(position);
  return isSingle ? " here. Maybe you meant '==' instead of '='?" : '';
}

function annotated(state: ParserState, start: Token, target: Expression): Statement {
  if (target.kind === 'Tuple' || target.kind === 'List') {
    state.failAt(`only single target (not ${describe(target)}) can be annotated`, target);
  }
  const isTarget = target.kind === 'Name' || target.kind === 'Attribute' || target.kind === 'Subscript';
  if (!isTarget) {
    const { position } = state;
    state.next();
    if (state.attempt(() => state.rules.expression(state)) !== null) {
      state.failAt('illegal target for annotation', target);
    }
    state.moveTo(position);
    state.fail();
  }
  setContext(target, 'store');
  state.next();
  const annotation = state.rules.expression(state);
  const value = state.accept('=') ? state.rules.yieldOrStarExpressions(state) : null;
  const isSimple = target.kind === 'Name' && start.symbol !== '(';
  return { kind: 'AnnAssign', target, annotation, value, isSimple, ...state.spanFrom(start) };
}
