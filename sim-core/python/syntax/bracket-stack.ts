/**
 * The brackets that are open.
 * Models: CPython 3.13, Parser/lexer/lexer.c (`parenstack`), at most 200 deep.
 */

export interface OpenBracket {
  readonly symbol: string;
  readonly offset: number;
  readonly line: number;
}

const deepest = 200;
const partners: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Who asks: its place is where the failure is. */
interface Asker {
  readonly line: number;
  readonly formatStrings: readonly { readonly fields: readonly { readonly depth: number }[] }[];
  fail(message: string, at: number): never;
}

export class BracketStack {
  readonly #open: OpenBracket[] = [];
  readonly #asker: Asker;

  constructor(asker: Asker) {
    this.#asker = asker;
  }

  get depth(): number {
    return this.#open.length;
  }

  get innermost(): OpenBracket | null {
    return this.#open.at(-1) ?? null;
  }

  /** Opens or closes a bracket if the symbol is one. */
  see(symbol: string, offset: number): void {
    if (symbol === '(' || symbol === '[' || symbol === '{') {
      if (this.#open.length >= deepest) this.#asker.fail('too many nested parentheses', offset);
      this.#open.push({ symbol, offset, line: this.#asker.line });
    } else if (symbol === ')' || symbol === ']' || symbol === '}') {
      this.#close(symbol, offset);
    }
  }

  #close(symbol: string, offset: number): void {
    const asker: Asker = this.#asker;
    const opening = this.#open.at(-1);
    if (opening === undefined) asker.fail(`unmatched '${symbol}'`, offset);
    if (opening.symbol !== partners[symbol]) {
      const field = asker.formatStrings.at(-1)?.fields.at(-1);
      if (field?.depth === this.#open.length) asker.fail(`f-string: unmatched '${symbol}'`, offset);
      const where = opening.line === asker.line ? '' : ` on line ${opening.line}`;
      asker.fail(
        `closing parenthesis '${symbol}' does not match opening parenthesis '${opening.symbol}'${where}`,
        offset,
      );
    }
    this.#open.pop();
  }
}
