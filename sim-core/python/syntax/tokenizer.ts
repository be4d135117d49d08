/**
 * Cuts a program into tokens, in one go.
 * Models: CPython 3.13, Parser/lexer/lexer.c.
 * Leaves out: `type:` comments, interactive prompts, warnings about numbers that touch a keyword.
 */
import type { SourceText } from './source-text.ts';
import { SyntaxFailure, type SyntaxErrorType } from './syntax-failure.ts';
import { keywords, operators, type Token, type TokenKind } from './token.ts';
import { BracketStack, type OpenBracket } from './bracket-stack.ts';
import { readIndentation } from './indentation.ts';
import { scanNumber } from './scan-number.ts';
import { closeField, scanFormatText } from './scan-format-text.ts';
import type { FormatString, Scanner } from './scanner.ts';
import { isDigit, isIdentifierStart } from './character.ts';
import type { Located } from './ast.ts';
import { scanString, stringPrefix } from './scan-string.ts';

export interface Tokens {
  readonly tokens: readonly Token[];
  /** Why the text could not be cut to its end; the last token is then an `error`. */
  readonly failure: SyntaxFailure | null;
  /** The innermost bracket that is still open at the end. */
  readonly openBracket: OpenBracket | null;
}

export function tokenize(source: SourceText): Tokens {
  const tokenizer = new Tokenizer(source);
  let failure: SyntaxFailure | null = null;
  try {
    tokenizer.run();
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    failure = error;
    tokenizer.add('error', tokenizer.at, tokenizer.at);
  }
  return { tokens: tokenizer.tokens, failure, openBracket: tokenizer.brackets.innermost };
}

const identifierPart = /[\p{XID_Continue}]*/uy;
const identifierStart = /[\p{XID_Start}_]/u;
const plainIdentifier = /[A-Za-z0-9_]*/y;

class Tokenizer implements Scanner {
  readonly text: string;
  readonly tokens: Token[] = [];
  readonly #source: SourceText;
  readonly brackets: BracketStack;
  /** The f-strings that are open, the innermost last. */
  readonly formatStrings: FormatString[] = [];
  at = 0;
  line = 1;
  #isLineStart = true;

  constructor(source: SourceText) {
    this.#source = source;
    this.text = source.text;
    this.brackets = new BracketStack(this);
  }

  run(): void {
    const indents = [{ column: 0, alternative: 0 }];
    const zero = this.text.indexOf('\0');
    if (zero >= 0) throw new SyntaxFailure('source code cannot contain null bytes', this.place(zero, zero, 1, 1));
    while (this.at < this.text.length) {
      if (this.#isLineStart) {
        this.#isLineStart = false;
        readIndentation(this, indents);
        continue;
      }
      const format = this.formatStrings.at(-1);
      if (format?.isReadingText === true) scanFormatText(this, format);
      else this.#next();
    }
    const format = this.formatStrings.at(-1);
    if (format?.isReadingText === true) scanFormatText(this, format);
    if (this.brackets.innermost !== null) {
      this.add('end', this.at, this.at);
      return;
    }
    this.#finish(indents.length);
  }

  #finish(depth: number): void {
    const last = this.tokens.at(-1);
    if (last !== undefined && last.kind !== 'newline' && last.kind !== 'dedent') this.add('newline', this.at, this.at);
    for (let left = depth; left > 1; left -= 1) this.add('dedent', this.at, this.at);
    this.add('end', this.at, this.at);
  }

  #next(): void {
    const { text } = this;
    const code = text.charCodeAt(this.at);
    if (code === 0x20 || code === 0x09 || code === 0x0c) this.at += 1;
    else if (code === 0x0a) this.#newline();
    else if (code === 0x23) this.#skipComment();
    else if (code === 0x5c) this.#continueLine();
    else if (isIdentifierStart(code)) this.#word();
    else if (isDigit(code) || (code === 0x2e && isDigit(text.charCodeAt(this.at + 1)))) scanNumber(this);
    else if (code === 0x22 || code === 0x27) scanString(this, this.at);
    else if (code >= 0x80) this.#wideWord();
    else this.#operator();
  }

  #newline(): void {
    const { at, line } = this;
    const format = this.formatStrings.at(-1);
    if (this.brackets.innermost === null && format === undefined) {
      this.add('newline', at, at + 1);
      this.#isLineStart = true;
    }
    this.at = at + 1;
    this.line = line + 1;
  }

  #skipComment(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end;
  }

  #continueLine(): void {
    if (this.text.charCodeAt(this.at + 1) !== 0x0a) {
      this.fail('unexpected character after line continuation character', this.at + 1);
    }
    if (this.at + 2 >= this.text.length) this.fail('unexpected EOF while parsing', this.at + 1);
    this.at += 2;
    this.line += 1;
  }

  #word(): void {
    const start = this.at;
    plainIdentifier.lastIndex = start;
    plainIdentifier.test(this.text);
    let end = plainIdentifier.lastIndex;
    if (this.text.charCodeAt(end) >= 0x80) end = this.#wideEnd(end);
    const word = this.text.slice(start, end);
    const quote = this.text.charCodeAt(end);
    if ((quote === 0x22 || quote === 0x27) && end - start <= 2 && stringPrefix.test(word)) {
      scanString(this, start);
      return;
    }
    this.at = end;
    const keyword = keywords.get(word);
    if (keyword === undefined) this.add('name', start, end);
    else this.add('symbol', start, end, keyword);
  }

  /** An identifier may go on, or begin, with letters beyond ASCII. */
  #wideEnd(from: number): number {
    identifierPart.lastIndex = from;
    identifierPart.test(this.text);
    const end = identifierPart.lastIndex;
    const next = this.text.codePointAt(end);
    if (next !== undefined && next >= 0x80) this.#failCharacter(end, next);
    return end;
  }

  #wideWord(): void {
    const start = this.at;
    const point = this.text.codePointAt(start) ?? 0;
    if (!identifierStart.test(String.fromCodePoint(point))) this.#failCharacter(start, point);
    this.at = this.#wideEnd(start);
    this.add('name', start, this.at);
  }

  #failCharacter(at: number, point: number): never {
    const hex = point.toString(16).toUpperCase().padStart(4, '0');
    const character = String.fromCodePoint(point);
    if (/[\p{C}\p{Z}]/u.test(character)) this.fail(`invalid non-printable character U+${hex}`, at);
    this.fail(`invalid character '${character}' (U+${hex})`, at);
  }

  #operator(): void {
    const { text, at } = this;
    const format = this.formatStrings.at(-1);
    const first = text.charAt(at);
    if (format !== undefined && this.#endsExpression(format, first)) return;
    for (let length = 3; length > 0; length -= 1) {
      const symbol = operators.get(text.substr(at, length));
      if (symbol === undefined || symbol.length !== length) continue;
      this.at = at + length;
      this.brackets.see(symbol, at);
      this.add('symbol', at, this.at, symbol);
      return;
    }
    this.at = at + 1;
    this.add('symbol', at, at + 1, first);
  }

  /** A colon or an exclamation mark that stands directly in a replacement field ends its expression. */
  #endsExpression(format: FormatString, first: string): boolean {
    const field = format.fields.at(-1);
    if (this.brackets.depth !== field?.depth) return false;
    if (first === '}') {
      closeField(this, format);
      return true;
    }
    if (first !== ':' && (first !== '!' || this.text.charAt(this.at + 1) === '=')) return false;
    this.add('symbol', this.at, this.at + 1, first);
    this.at += 1;
    if (first === ':') {
      field.isInSpec = true;
      format.isReadingText = true;
    }
    return true;
  }

  resumeLine(): void {
    this.#isLineStart = true;
  }

  add(kind: TokenKind, start: number, end: number, symbol = ''): void {
    const { line } = this;
    this.tokens.push({ kind, symbol, start, end, line, endLine: line, level: this.brackets.depth });
  }

  addLong(kind: TokenKind, span: { readonly start: number; readonly end: number; readonly line: number }): void {
    this.tokens.push({ ...span, kind, symbol: '', endLine: this.line, level: this.brackets.depth });
  }

  place(start: number, end: number, line: number, endLine: number): Located {
    return {
      line,
      column: this.#source.byteColumn(start, line),
      endLine,
      endColumn: this.#source.byteColumn(end, endLine),
    };
  }

  fail(message: string, at: number, type: SyntaxErrorType = 'SyntaxError'): never {
    throw new SyntaxFailure(message, this.place(at, at, this.line, this.line), type);
  }
}
