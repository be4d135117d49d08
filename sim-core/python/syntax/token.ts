/**
 * What the tokenizer cuts a program into.
 * Models: CPython 3.13, Grammar/Tokens.
 */
export type TokenKind =
  | 'name'
  | 'number'
  | 'string'
  /** A keyword or an operator: `symbol` says which. */
  | 'symbol'
  | 'newline'
  | 'indent'
  | 'dedent'
  | 'fstring-start'
  | 'fstring-middle'
  | 'fstring-end'
  | 'end'
  /** The text cannot be cut further: the tokenizer's failure stands in `Tokens.failure`. */
  | 'error';

export interface Token {
  readonly kind: TokenKind;
  /** The keyword or operator, else empty. */
  readonly symbol: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  /** How many brackets are open around it (its own included where it opens one). */
  readonly level: number;
}

export const keywords: ReadonlyMap<string, string> = new Map(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  )
    .split(' ')
    .map((word) => [word, word]),
);

/** Operators and delimiters by their text, so that equal symbols are the same string. */
export const operators: ReadonlyMap<string, string> = new Map(
  (
    '( ) [ ] { } : , ; + - * / | & < > = . % ~ ^ @ ! == != <= >= << >> ** += -= *= /= %= &= |= ^= @= // -> := <> ' +
    '**= //= ... <<= >>='
  )
    .split(' ')
    .map((text) => [text, text]),
);
