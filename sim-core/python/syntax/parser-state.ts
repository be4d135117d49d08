/**
 * Where the parser stands in the tokens, and what it has seen that a failure will be explained with.
 * Models: CPython 3.13, Parser/pegen.c, without backtracking but where a rule asks for it.
 */
import type { Located } from './ast.ts';
import type { Rules } from './rules.ts';
import type { SourceText } from './source-text.ts';
import { SyntaxFailure, type SyntaxErrorType } from './syntax-failure.ts';
import type { Token, TokenKind } from './token.ts';
import type { Tokens } from './tokenizer.ts';

/** A stretch of tokens that was read as one thing: from the first token to the one after the last. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

export interface EscapeWarning {
  readonly message: string;
  readonly place: Located;
}

/** So deep may expressions and statements stand in one another; brackets alone end at 200. */
const deepest = 300;

export class ParserState {
  readonly source: SourceText;
  readonly tokens: readonly Token[];
  readonly cut: Tokens;
  readonly rules: Rules;
  readonly warnings: EscapeWarning[] = [];
  position = 0;
  current: Token;
  /** The operand of the last conditional expression, and the last whole expression: what an error may be about. */
  lastDisjunction: TokenSpan = { from: 0, to: -1 };
  lastBitwise: TokenSpan = { from: 0, to: -1 };
  depth = 0;

  constructor(source: SourceText, cut: Tokens, rules: Rules) {
    this.source = source;
    this.cut = cut;
    this.tokens = cut.tokens;
    this.rules = rules;
    this.current = this.#tokenAt(0);
  }

  #tokenAt(index: number): Token {
    const token = this.tokens[index] ?? this.tokens.at(-1);
    if (token === undefined) throw new SyntaxFailure('no tokens', { line: 1, column: 0, endLine: 1, endColumn: 0 });
    return token;
  }

  next(): Token {
    const token = this.current;
    this.position += 1;
    this.current = this.#tokenAt(this.position);
    return token;
  }

  moveTo(position: number): void {
    this.position = position;
    this.current = this.#tokenAt(position);
  }

  peek(ahead = 1): Token {
    return this.#tokenAt(this.position + ahead);
  }

  /** The last token that has been read, ends of lines and blocks left aside. */
  get previous(): Token {
    let at = this.position - 1;
    let token = this.#tokenAt(at);
    while (at > 0 && (token.kind === 'newline' || token.kind === 'dedent' || token.kind === 'indent')) {
      at -= 1;
      token = this.#tokenAt(at);
    }
    return token;
  }

  is(symbol: string): boolean {
    return this.current.symbol === symbol;
  }

  isKind(kind: TokenKind): boolean {
    return this.current.kind === kind;
  }

  /** Steps over the symbol if it comes next. */
  accept(symbol: string): boolean {
    if (this.current.symbol !== symbol) return false;
    this.next();
    return true;
  }

  expect(symbol: string): Token {
    if (this.current.symbol !== symbol) this.fail();
    return this.next();
  }

  /** The token is required, and its absence has words of its own. */
  expectForced(symbol: string): Token {
    if (this.current.symbol !== symbol) this.failAtToken(`expected '${symbol}'`);
    return this.next();
  }

  expectName(): Token {
    if (this.current.kind !== 'name') this.fail();
    return this.next();
  }

  textOf(token: Token): string {
    return this.source.text.slice(token.start, token.end);
  }

  /** An identifier as Python compares it. */
  nameOf(token: Token): string {
    const text = this.textOf(token);
    // eslint-disable-next-line no-control-regex
    return /^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFKC');
  }

  isSoftKeyword(word: string): boolean {
    return this.current.kind === 'name' && this.textOf(this.current) === word;
  }

  /** From the beginning of a token or node to the end of what was read last. */
  spanFrom(start: Token | Located): Located {
    const last = this.previous;
    const column = 'column' in start ? start.column : this.source.byteColumn(start.start, start.line);
    return {
      line: start.line,
      column,
      endLine: last.endLine,
      endColumn: this.source.byteColumn(last.end, last.endLine),
    };
  }

  placeOf(token: Token, last: Token = token): Located {
    return {
      line: token.line,
      column: this.source.byteColumn(token.start, token.line),
      endLine: last.endLine,
      endColumn: this.source.byteColumn(last.end, last.endLine),
    };
  }

  /** Runs a rule that may nest in itself. */
  nested<Node>(rule: () => Node): Node {
    this.depth += 1;
    if (this.depth > deepest) this.failAtToken('too many nested expressions or statements');
    const node = rule();
    this.depth -= 1;
    return node;
  }

  /** Tries a rule; where it fails, nothing has been read. */
  attempt<Node>(rule: () => Node | null): Node | null {
    const { position, depth } = this;
    try {
      const node = rule();
      if (node === null) this.moveTo(position);
      return node;
    } catch (error) {
      if (!(error instanceof SyntaxFailure)) throw error;
      this.moveTo(position);
      this.depth = depth;
      return null;
    }
  }

  /** The current token cannot stand here. */
  fail(): never {
    if (this.current.kind === 'error' && this.cut.failure !== null) throw this.cut.failure;
    throw new SyntaxFailure('invalid syntax', this.placeOf(this.current));
  }

  failAt(message: string, place: Located, type: SyntaxErrorType = 'SyntaxError'): never {
    throw new SyntaxFailure(message, place, type);
  }

  failAtToken(message: string, type: SyntaxErrorType = 'SyntaxError'): never {
    if (this.current.kind === 'error' && this.cut.failure !== null) throw this.cut.failure;
    throw new SyntaxFailure(message, this.placeOf(this.current), type);
  }
}
