/** How the parser and the compiler give up inside; caught at their doors, where it becomes a value. */
import type { Located } from './ast.ts';

export type SyntaxErrorType = 'SyntaxError' | 'IndentationError' | 'TabError';

export class SyntaxFailure extends Error {
  override readonly name = 'SyntaxFailure';
  readonly type: SyntaxErrorType;
  readonly place: Located;

  constructor(message: string, place: Located, type: SyntaxErrorType = 'SyntaxError') {
    super(message);
    this.type = type;
    this.place = place;
  }
}
