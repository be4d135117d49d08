/**
 * Folds one expression whose parts have been folded.
 * Models: CPython 3.13, Python/ast_opt.c (`fold_binop`, `fold_unaryop`, `fold_subscr`, `fold_iter`, `fold_compare`).
 */
import type { BinOp, Compare, ComparisonOperator, Expression, Sequence, Subscript, UnaryOp } from '../../syntax/ast.ts';
import type { Constant } from '../code-object.ts';
import { frozenSetOf } from '../frozen-set-order.ts';
import { foldFormat } from './fold-format.ts';
import { binaryOperation } from './binary-operation.ts';
import { itemOf } from './constant-item.ts';
import { unaryOperation } from './unary-operation.ts';

export function foldExpression(node: Expression): Expression {
  if (node.kind === 'BinOp') return foldBinary(node);
  if (node.kind === 'UnaryOp') return foldUnary(node);
  if (node.kind === 'Compare') return foldCompare(node);
  if (node.kind === 'Subscript') return foldSubscript(node);
  if (node.kind === 'Tuple' && node.context === 'load') return constantTuple(node);
  const isDebug = node.kind === 'Name' && node.id === '__debug__' && node.context === 'load';
  return isDebug ? constant(node, true) : node;
}

/** Undefined stands for what cannot be worked out: None is a value. */
function constant(node: Expression, value: Constant | undefined): Expression {
  if (value === undefined) return node;
  const { line, column, endLine, endColumn } = node;
  return { kind: 'Constant', value, line, column, endLine, endColumn };
}

function foldBinary(node: BinOp): Expression {
  const { left, right, operator } = node;
  if (left.kind !== 'Constant') return node;
  if (operator === '%' && right.kind === 'Tuple' && typeof left.value === 'string') {
    return foldFormat(node, left.value, right.elements);
  }
  if (right.kind !== 'Constant') return node;
  return constant(node, binaryOperation(operator, left.value, right.value));
}

const negations: Readonly<Partial<Record<ComparisonOperator, ComparisonOperator>>> = {
  is: 'is not',
  'is not': 'is',
  in: 'not in',
  'not in': 'in',
};

function foldUnary(node: UnaryOp): Expression {
  const { operand, operator } = node;
  if (operand.kind === 'Constant') return constant(node, unaryOperation(operator, operand.value));
  if (operator !== 'not' || operand.kind !== 'Compare' || operand.operators.length !== 1) return node;
  const [compared] = operand.operators;
  const negation = compared === undefined ? undefined : negations[compared];
  return negation === undefined ? node : { ...operand, operators: [negation] };
}

/** `in` a list or set of constants: nobody can change it. */
function foldCompare(node: Compare): Expression {
  const last = node.operators.length - 1;
  const operator = node.operators[last];
  const comparator = node.comparators[last];
  if ((operator === 'in' || operator === 'not in') && comparator !== undefined) {
    node.comparators[last] = foldIterable(comparator);
  }
  return node;
}

function foldSubscript(node: Subscript): Expression {
  const { value, slice, context } = node;
  if (context !== 'load' || value.kind !== 'Constant' || slice.kind !== 'Constant') return node;
  return constant(node, itemOf(value.value, slice.value));
}

function constantTuple(node: Sequence): Expression {
  const items = constantsOf(node.elements);
  return items === null ? node : constant(node, { kind: 'tuple', items });
}

function constantsOf(nodes: readonly Expression[]): Constant[] | null {
  const values: Constant[] = [];
  for (const node of nodes) {
    if (node.kind !== 'Constant') return null;
    values.push(node.value);
  }
  return values;
}

/** What is only gone through: a list may as well be a tuple, a set a frozenset. */
export function foldIterable(node: Expression): Expression {
  if (node.kind === 'List') {
    if (node.elements.some((element) => element.kind === 'Starred')) return node;
    return constantTuple({ ...node, kind: 'Tuple' });
  }
  if (node.kind !== 'Set') return node;
  const items = constantsOf(node.elements);
  return items === null ? node : constant(node, frozenSetOf(items));
}
