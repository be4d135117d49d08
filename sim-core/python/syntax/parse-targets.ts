/**
 * Targets of assignment and deletion: which expressions can be one, and the words for those that cannot.
 * Models: CPython 3.13, Grammar/python.gram ("Assignment targets") and `_PyPegen_get_invalid_target`, `_PyPegen_get_expr_name`.
 */
import type { Context, Expression } from './ast.ts';
import { startsExpression } from './parse-expression.ts';
import type { ParserState } from './parser-state.ts';

type Position = 'star' | 'for' | 'del';

/** Makes targets of an expression that has been read as a value. */
export function setContext(node: Expression, context: Context): void {
  if (node.kind === 'Name' || node.kind === 'Attribute' || node.kind === 'Subscript') {
    node.context = context;
  } else if (node.kind === 'Starred') {
    node.context = context;
    setContext(node.value, context);
  } else if (node.kind === 'Tuple' || node.kind === 'List') {
    node.context = context;
    for (const element of node.elements) setContext(element, context);
  }
}

/** The innermost part of an expression that cannot be a target, or null. */
export function invalidTarget(node: Expression, position: Position): Expression | null {
  if (node.kind === 'Name' || node.kind === 'Attribute' || node.kind === 'Subscript') return null;
  if (node.kind === 'Starred') return position === 'del' ? node : invalidTarget(node.value, position);
  if (node.kind !== 'Tuple' && node.kind !== 'List') return node;
  for (const element of node.elements) {
    const invalid = invalidTarget(element, position);
    if (invalid !== null) return invalid;
  }
  return null;
}

/** The targets of `for`: up to `in`, which is not read as an operator. */
export function targets(state: ParserState): Expression {
  const start = state.current;
  const first = target(state);
  let node = first;
  if (state.is(',')) {
    const elements = [first];
    while (state.accept(',') && startsTarget(state)) elements.push(target(state));
    node = { kind: 'Tuple', elements, context: 'store', ...state.spanFrom(start) };
  }
  const invalid = invalidTarget(node, 'for');
  if (invalid !== null) state.failAt(`cannot assign to ${describe(invalid)}`, invalid);
  if (node.kind === 'Starred' && node === first) state.failAt('invalid syntax', state.placeOf(state.previous));
  setContext(node, 'store');
  return node;
}

function startsTarget(state: ParserState): boolean {
  return state.is('*') || startsExpression(state);
}

function target(state: ParserState): Expression {
  if (!state.is('*')) return state.rules.bitwiseOr(state);
  const start = state.next();
  const value = state.rules.bitwiseOr(state);
  return { kind: 'Starred', value, context: 'store', ...state.spanFrom(start) };
}

const descriptions = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
  Slice: 'slice',
} satisfies Record<Exclude<Expression['kind'], 'Constant'>, string>;

/** The words for an expression in an error. */
export function describe(node: Expression): string {
  if (node.kind !== 'Constant') return descriptions[node.kind];
  const { value } = node;
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' && value.kind === 'ellipsis' ? 'ellipsis' : 'literal';
}
