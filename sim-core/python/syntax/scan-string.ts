/**
 * String tokens: where they end. What they mean is read in `string-literal.ts`.
 * Models: CPython 3.13, Parser/lexer/lexer.c.
 */
import { SyntaxFailure } from './syntax-failure.ts';
import type { Scanner } from './scanner.ts';

/** What may stand before the quotation mark of a string. */
export const stringPrefix = /^(?:[bB][rR]?|[rR][bB]?|[uU]|[fF][rR]?|[rR][fF])$/;

/** The scanner stands at the prefix or the quotation mark. */
export function scanString(scanner: Scanner, start: number): void {
  const { text, line } = scanner;
  let open = start;
  while (text.charAt(open) !== '"' && text.charAt(open) !== "'") open += 1;
  const prefix = text.slice(start, open).toLowerCase();
  const mark = text.charAt(open);
  const quote = text.startsWith(mark.repeat(3), open) ? mark.repeat(3) : mark;
  scanner.at = open + quote.length;
  if (prefix.includes('f')) {
    scanner.add('fstring-start', start, scanner.at);
    const isRaw = prefix.includes('r');
    scanner.formatStrings.push({ quote, isRaw, start, line, isReadingText: true, fields: [] });
    return;
  }
  readToQuote(scanner, quote, start);
  scanner.addLong('string', { start, end: scanner.at, line });
}

function readToQuote(scanner: Scanner, quote: string, start: number): void {
  const { text, line } = scanner;
  for (;;) {
    const character = text.charAt(scanner.at);
    if (character === '' || (character === '\n' && quote.length === 1)) {
      // The quotation mark of the f-string around it: its replacement field was not closed.
      if (scanner.formatStrings.at(-1)?.quote === quote) {
        throw new SyntaxFailure("f-string: expecting '}'", scanner.place(start, start, line, line));
      }
      failUnterminated(scanner, { quote, start, line });
    }
    if (character === '\\') {
      if (text.charAt(scanner.at + 1) === '\n') scanner.line += 1;
      scanner.at += 2;
    } else if (text.startsWith(quote, scanner.at)) {
      scanner.at += quote.length;
      return;
    } else {
      if (character === '\n') scanner.line += 1;
      scanner.at += 1;
    }
  }
}

interface OpenString {
  readonly quote: string;
  readonly start: number;
  readonly line: number;
}

export function failUnterminated(scanner: Scanner, { quote, start, line }: OpenString, noun = 'string'): never {
  const kind = quote.length === 3 ? `triple-quoted ${noun}` : noun;
  // At the end of the text the last newline has been counted, but no line follows it.
  const lastLine = scanner.at >= scanner.text.length ? Math.max(line, scanner.line - 1) : scanner.line;
  const detected = quote.length === 3 ? lastLine : scanner.line;
  const message = `unterminated ${kind} literal (detected at line ${detected})`;
  throw new SyntaxFailure(message, scanner.place(start, start, line, line));
}
