/** What the parts of the tokenizer share: the place it has reached, the brackets and f-strings that are open. */
import type { Located } from './ast.ts';
import type { BracketStack } from './bracket-stack.ts';
import type { SyntaxErrorType } from './syntax-failure.ts';
import type { TokenKind } from './token.ts';

export interface Scanner {
  readonly text: string;
  readonly brackets: BracketStack;
  /** The f-strings that are open, the innermost last. */
  readonly formatStrings: FormatString[];
  at: number;
  line: number;
  /** What comes next is again the start of a line. */
  resumeLine(): void;
  add(kind: TokenKind, start: number, end: number, symbol?: string): void;
  /** Adds a token that began on an earlier line. */
  addLong(kind: TokenKind, span: { readonly start: number; readonly end: number; readonly line: number }): void;
  place(start: number, end: number, line: number, endLine: number): Located;
  fail(message: string, at: number, type?: SyntaxErrorType): never;
}

/** An f-string whose end has not been reached. */
export interface FormatString {
  /** One quotation mark or three. */
  readonly quote: string;
  readonly isRaw: boolean;
  readonly start: number;
  readonly line: number;
  /** Between replacement fields, or in a format specification: what comes is text. */
  isReadingText: boolean;
  /** The replacement fields that are open: how many brackets are open inside each, and whether its format specification has begun. */
  readonly fields: { readonly depth: number; isInSpec: boolean }[];
}
