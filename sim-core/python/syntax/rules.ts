/** The rules that call one another across files. */
import type { Expression, Parameters, TypeParameter } from './ast.ts';
import type { Pattern, Statement } from './ast-statements.ts';
import type { ParserState } from './parser-state.ts';

export interface Rules {
  /** A test, a conditional expression or a lambda. */
  expression(state: ParserState): Expression;
  namedExpression(state: ParserState): Expression;
  disjunction(state: ParserState): Expression;
  bitwiseOr(state: ParserState): Expression;
  /** Expressions with commas and stars: what may follow `return` or `=`. */
  starExpressions(state: ParserState): Expression;
  starNamedExpression(state: ParserState): Expression;
  yieldOrStarExpressions(state: ParserState): Expression;
  /** The words for an expression in an error: 'function call', 'literal', … */
  describe(node: Expression): string;
  strings(state: ParserState): Expression;
  /** What stands between `(` and `:` of a function or between `lambda` and `:`. */
  parameters(state: ParserState, isLambda: boolean): Parameters;
  typeParameters(state: ParserState): TypeParameter[];
  targets(state: ParserState): Expression;
  block(state: ParserState, after: BlockOwner): Statement[];
  pattern(state: ParserState): Pattern;
}

/** What a block belongs to, in the words of the error when it is missing. */
export interface BlockOwner {
  readonly words: string;
  readonly line: number;
}
