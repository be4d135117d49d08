/** The expressions that stand directly in a node, by the names of its fields: what a pass over the tree goes through. */
import type { Expression } from './ast.ts';
import type { Pattern, Statement } from './ast-statements.ts';

/** Fields that hold an expression, an array of them, or null. */
export const expressionFields = {
  BoolOp: ['values'],
  NamedExpr: ['value'],
  BinOp: ['left', 'right'],
  UnaryOp: ['operand'],
  Lambda: ['body'],
  IfExp: ['test', 'body', 'orElse'],
  Dict: ['keys', 'values'],
  Set: ['elements'],
  ListComp: ['element'],
  SetComp: ['element'],
  GeneratorExp: ['element'],
  DictComp: ['key', 'value'],
  Await: ['value'],
  Yield: ['value'],
  YieldFrom: ['value'],
  Compare: ['left', 'comparators'],
  Call: ['callee', 'args'],
  FormattedValue: ['value', 'formatSpec'],
  JoinedStr: ['values'],
  Constant: [],
  Attribute: ['value'],
  Subscript: ['value', 'slice'],
  Starred: ['value'],
  Name: [],
  List: ['elements'],
  Tuple: ['elements'],
  Slice: ['lower', 'upper', 'step'],
} satisfies Record<Expression['kind'], readonly string[]>;

export const statementFields = {
  FunctionDef: ['decorators'],
  AsyncFunctionDef: ['decorators'],
  ClassDef: ['bases', 'decorators'],
  Return: ['value'],
  Delete: ['targets'],
  Assign: ['targets', 'value'],
  TypeAlias: ['name', 'value'],
  AugAssign: ['target', 'value'],
  AnnAssign: ['target', 'value'],
  For: ['target', 'iterable'],
  AsyncFor: ['target', 'iterable'],
  While: ['test'],
  If: ['test'],
  With: [],
  AsyncWith: [],
  Match: ['subject'],
  Raise: ['exception', 'cause'],
  Try: [],
  TryStar: [],
  Assert: ['test', 'message'],
  Import: [],
  ImportFrom: [],
  Global: [],
  Nonlocal: [],
  Expr: ['value'],
  Pass: [],
  Break: [],
  Continue: [],
} satisfies Record<Statement['kind'], readonly string[]>;

export const patternFields = {
  MatchValue: ['value'],
  MatchSingleton: [],
  MatchSequence: [],
  MatchMapping: ['keys'],
  MatchClass: ['type'],
  MatchStar: [],
  MatchAs: [],
  MatchOr: [],
} satisfies Record<Pattern['kind'], readonly string[]>;

/** The type of the nodes of one kind. */
export type NodeOfKind<Node, Kind> = Node extends { kind: infer Kinds } ? (Kind extends Kinds ? Node : never) : never;

/** The expressions in some of a node's fields. */
export function* childrenIn(node: Expression | Statement, fields: readonly string[]): Generator<Expression> {
  const values = node as unknown as Record<string, Expression | (Expression | null)[] | null>;
  for (const field of fields) {
    const value = values[field];
    if (!Array.isArray(value)) {
      if (value !== null && value !== undefined) yield value;
      continue;
    }
    for (const item of value) if (item !== null) yield item;
  }
}
