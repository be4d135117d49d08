/**
 * The expressions of the abstract syntax tree: unions told apart by `kind`, with the names and positions of CPython's `ast` module.
 * Models: CPython 3.13, Parser/Python.asdl.
 * Leaves out: `expr_context` of what cannot be a target.
 */
import type { Constant } from '../compiler/code-object.ts';

/** Lines from 1, columns from 0 in UTF-8 bytes; the end is exclusive. */
export interface Located {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type BinaryOperator = '+' | '-' | '*' | '@' | '/' | '%' | '**' | '<<' | '>>' | '|' | '^' | '&' | '//';
export type UnaryOperator = '~' | 'not' | '+' | '-';
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'is' | 'is not' | 'in' | 'not in';
/** What is done with the place that an expression names. */
export type Context = 'load' | 'store' | 'delete';

export interface BoolOp extends Located {
  readonly kind: 'BoolOp';
  operator: 'and' | 'or';
  values: Expression[];
}
export interface NamedExpr extends Located {
  readonly kind: 'NamedExpr';
  target: Name;
  value: Expression;
}
export interface BinOp extends Located {
  readonly kind: 'BinOp';
  left: Expression;
  operator: BinaryOperator;
  right: Expression;
}
export interface UnaryOp extends Located {
  readonly kind: 'UnaryOp';
  operator: UnaryOperator;
  operand: Expression;
}
export interface Lambda extends Located {
  readonly kind: 'Lambda';
  parameters: Parameters;
  body: Expression;
}
export interface IfExp extends Located {
  readonly kind: 'IfExp';
  test: Expression;
  body: Expression;
  orElse: Expression;
}
/** A key of null is `**value`. */
export interface Dict extends Located {
  readonly kind: 'Dict';
  keys: (Expression | null)[];
  values: Expression[];
}
export interface SetDisplay extends Located {
  readonly kind: 'Set';
  elements: Expression[];
}
export interface Comprehension extends Located {
  readonly kind: 'ListComp' | 'SetComp' | 'GeneratorExp';
  element: Expression;
  generators: ComprehensionFor[];
}
export interface DictComp extends Located {
  readonly kind: 'DictComp';
  key: Expression;
  value: Expression;
  generators: ComprehensionFor[];
}
export interface ComprehensionFor {
  target: Expression;
  iterable: Expression;
  conditions: Expression[];
  isAsync: boolean;
}
export interface Await extends Located {
  readonly kind: 'Await' | 'YieldFrom';
  value: Expression;
}
export interface Yield extends Located {
  readonly kind: 'Yield';
  value: Expression | null;
}
export interface Compare extends Located {
  readonly kind: 'Compare';
  left: Expression;
  operators: ComparisonOperator[];
  comparators: Expression[];
}
export interface Call extends Located {
  readonly kind: 'Call';
  callee: Expression;
  args: Expression[];
  keywords: Keyword[];
}
/** A name of null is `**value`. */
export interface Keyword extends Located {
  name: string | null;
  value: Expression;
}
export interface FormattedValue extends Located {
  readonly kind: 'FormattedValue';
  value: Expression;
  conversion: 's' | 'r' | 'a' | null;
  formatSpec: Expression | null;
}
export interface JoinedStr extends Located {
  readonly kind: 'JoinedStr';
  values: Expression[];
}
export interface ConstantExpression extends Located {
  readonly kind: 'Constant';
  value: Constant;
  /** Written with a `u` prefix, which only the unparsing of annotations shows. */
  unicodePrefix?: boolean;
}
export interface Attribute extends Located {
  readonly kind: 'Attribute';
  value: Expression;
  attribute: string;
  context: Context;
}
export interface Subscript extends Located {
  readonly kind: 'Subscript';
  value: Expression;
  slice: Expression;
  context: Context;
}
export interface Starred extends Located {
  readonly kind: 'Starred';
  value: Expression;
  context: Context;
}
export interface Name extends Located {
  readonly kind: 'Name';
  id: string;
  context: Context;
}
export interface Sequence extends Located {
  readonly kind: 'List' | 'Tuple';
  elements: Expression[];
  context: Context;
}
export interface Slice extends Located {
  readonly kind: 'Slice';
  lower: Expression | null;
  upper: Expression | null;
  step: Expression | null;
}

export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetDisplay
  | Comprehension
  | DictComp
  | Await
  | Yield
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | ConstantExpression
  | Attribute
  | Subscript
  | Starred
  | Name
  | Sequence
  | Slice;

export interface Parameter extends Located {
  name: string;
  annotation: Expression | null;
}
export interface Parameters {
  positionalOnly: Parameter[];
  positional: Parameter[];
  varArgs: Parameter | null;
  keywordOnly: Parameter[];
  /** One for each of `keywordOnly`; null where it has no default. */
  keywordDefaults: (Expression | null)[];
  varKeywords: Parameter | null;
  /** Of the last positional parameters. */
  defaults: Expression[];
}

export interface TypeParameter extends Located {
  readonly kind: 'TypeVar' | 'ParamSpec' | 'TypeVarTuple';
  name: string;
  bound: Expression | null;
  defaultValue: Expression | null;
}
