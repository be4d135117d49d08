/**
 * The statements and patterns of the abstract syntax tree, and its root.
 * Models: CPython 3.13, Parser/Python.asdl.
 * Leaves out: `type_comment` and `type_ignores`.
 */
import type { BinaryOperator, Expression, Keyword, Located, Name, Parameters, TypeParameter } from './ast.ts';

export interface Module {
  readonly kind: 'Module' | 'Interactive';
  body: Statement[];
}
interface ExpressionInput {
  readonly kind: 'Expression';
  body: Expression;
}
export type Root = Module | ExpressionInput;

export interface FunctionDef extends Located {
  readonly kind: 'FunctionDef' | 'AsyncFunctionDef';
  name: string;
  parameters: Parameters;
  body: Statement[];
  decorators: Expression[];
  returns: Expression | null;
  typeParameters: TypeParameter[];
}
export interface ClassDef extends Located {
  readonly kind: 'ClassDef';
  name: string;
  bases: Expression[];
  keywords: Keyword[];
  body: Statement[];
  decorators: Expression[];
  typeParameters: TypeParameter[];
}
export interface Return extends Located {
  readonly kind: 'Return';
  value: Expression | null;
}
export interface Delete extends Located {
  readonly kind: 'Delete';
  targets: Expression[];
}
export interface Assign extends Located {
  readonly kind: 'Assign';
  targets: Expression[];
  value: Expression;
}
export interface TypeAlias extends Located {
  readonly kind: 'TypeAlias';
  name: Name;
  typeParameters: TypeParameter[];
  value: Expression;
}
export interface AugAssign extends Located {
  readonly kind: 'AugAssign';
  target: Expression;
  operator: BinaryOperator;
  value: Expression;
}
export interface AnnAssign extends Located {
  readonly kind: 'AnnAssign';
  target: Expression;
  annotation: Expression;
  value: Expression | null;
  /** A bare name, not one in parentheses. */
  isSimple: boolean;
}
export interface For extends Located {
  readonly kind: 'For' | 'AsyncFor';
  target: Expression;
  iterable: Expression;
  body: Statement[];
  orElse: Statement[];
}
export interface While extends Located {
  readonly kind: 'While';
  test: Expression;
  body: Statement[];
  orElse: Statement[];
}
export interface If extends Located {
  readonly kind: 'If';
  test: Expression;
  body: Statement[];
  orElse: Statement[];
}
export interface With extends Located {
  readonly kind: 'With' | 'AsyncWith';
  items: WithItem[];
  body: Statement[];
}
export interface WithItem {
  contextExpression: Expression;
  target: Expression | null;
}
export interface Match extends Located {
  readonly kind: 'Match';
  subject: Expression;
  cases: MatchCase[];
}
export interface MatchCase {
  pattern: Pattern;
  guard: Expression | null;
  body: Statement[];
}
export interface Raise extends Located {
  readonly kind: 'Raise';
  exception: Expression | null;
  cause: Expression | null;
}
/** `TryStar` is `except*`. */
export interface Try extends Located {
  readonly kind: 'Try' | 'TryStar';
  body: Statement[];
  handlers: ExceptHandler[];
  orElse: Statement[];
  finalBody: Statement[];
}
export interface ExceptHandler extends Located {
  type: Expression | null;
  name: string | null;
  body: Statement[];
}
export interface Assert extends Located {
  readonly kind: 'Assert';
  test: Expression;
  message: Expression | null;
}
export interface Alias extends Located {
  name: string;
  asName: string | null;
}
export interface Import extends Located {
  readonly kind: 'Import';
  names: Alias[];
}
export interface ImportFrom extends Located {
  readonly kind: 'ImportFrom';
  module: string | null;
  names: Alias[];
  /** How many dots stand before the module. */
  level: number;
}
export interface ScopeDeclaration extends Located {
  readonly kind: 'Global' | 'Nonlocal';
  names: string[];
}
export interface ExpressionStatement extends Located {
  readonly kind: 'Expr';
  value: Expression;
}
export interface PlainStatement extends Located {
  readonly kind: 'Pass' | 'Break' | 'Continue';
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | ScopeDeclaration
  | ExpressionStatement
  | PlainStatement;

export interface MatchValue extends Located {
  readonly kind: 'MatchValue';
  value: Expression;
}
export interface MatchSingleton extends Located {
  readonly kind: 'MatchSingleton';
  value: null | boolean;
}
export interface MatchSequence extends Located {
  readonly kind: 'MatchSequence';
  patterns: Pattern[];
}
export interface MatchMapping extends Located {
  readonly kind: 'MatchMapping';
  keys: Expression[];
  patterns: Pattern[];
  rest: string | null;
}
export interface MatchClass extends Located {
  readonly kind: 'MatchClass';
  type: Expression;
  patterns: Pattern[];
  keywordNames: string[];
  keywordPatterns: Pattern[];
}
export interface MatchStar extends Located {
  readonly kind: 'MatchStar';
  name: string | null;
}
/** Without a pattern: a name that is bound, or without a name `_`. */
export interface MatchAs extends Located {
  readonly kind: 'MatchAs';
  pattern: Pattern | null;
  name: string | null;
}
export interface MatchOr extends Located {
  readonly kind: 'MatchOr';
  patterns: Pattern[];
}
export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;
