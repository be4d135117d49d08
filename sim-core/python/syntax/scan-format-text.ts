/**
 * The text of an f-string between its replacement fields, and of format specifications.
 * Models: CPython 3.13, Parser/lexer/lexer.c (`tok_get_fstring_mode`), PEP 701; at most 150 fields inside one another.
 */
import { failUnterminated } from './scan-string.ts';
import type { FormatString, Scanner } from './scanner.ts';

const deepest = 150;

/** Reads text up to the next field, to the end of the field, or to the end of the string. */
export function scanFormatText(scanner: Scanner, format: FormatString): void {
  const { text } = scanner;
  const isInSpec = format.fields.at(-1)?.isInSpec === true;
  const start = { start: scanner.at, line: scanner.line };
  for (;;) {
    const character = text.charAt(scanner.at);
    if (character === '' || (character === '\n' && format.quote.length === 1)) endBadly(scanner, format, isInSpec);
    if (text.startsWith(format.quote, scanner.at)) {
      addText(scanner, start);
      scanner.add('fstring-end', scanner.at, scanner.at + format.quote.length);
      scanner.at += format.quote.length;
      scanner.formatStrings.pop();
      return;
    }
    if (character === '{' || character === '}') {
      if (text.charAt(scanner.at + 1) === character && !isInSpec) {
        // The text keeps both braces; what it means is read where the string is put together.
        scanner.at += 2;
        addText(scanner, start);
      } else {
        addText(scanner, start);
        if (character === '{') openField(scanner, format);
        else closeField(scanner, format);
      }
      return;
    }
    skipCharacter(scanner, format, character);
  }
}

function skipCharacter(scanner: Scanner, format: FormatString, character: string): void {
  const { text } = scanner;
  if (character === '\n') scanner.line += 1;
  scanner.at += 1;
  if (character !== '\\') return;
  const next = text.charAt(scanner.at);
  if (next === '{' || next === '}') return;
  if (next === '\n') scanner.line += 1;
  scanner.at += 1;
  if (format.isRaw || next !== 'N' || text.charAt(scanner.at) !== '{') return;
  const close = /^\{[^}'"\n]*\}/.exec(text.slice(scanner.at, scanner.at + 120));
  if (close !== null) scanner.at += close[0].length;
}

function addText(scanner: Scanner, from: { readonly start: number; readonly line: number }): void {
  if (scanner.at > from.start) scanner.addLong('fstring-middle', { ...from, end: scanner.at });
}

function openField(scanner: Scanner, format: FormatString): void {
  const { at } = scanner;
  if (format.fields.length >= deepest) scanner.fail('f-string: expressions nested too deeply', at);
  scanner.at += 1;
  scanner.brackets.see('{', at);
  scanner.add('symbol', at, scanner.at, '{');
  format.fields.push({ depth: scanner.brackets.depth, isInSpec: false });
  format.isReadingText = false;
}

/** Also called where an expression, not a format specification, comes before the brace. */
export function closeField(scanner: Scanner, format: FormatString): void {
  const { at } = scanner;
  if (format.fields.length === 0) scanner.fail("f-string: single '}' is not allowed", at);
  scanner.at += 1;
  scanner.brackets.see('}', at);
  scanner.add('symbol', at, scanner.at, '}');
  format.fields.pop();
  format.isReadingText = true;
}

function endBadly(scanner: Scanner, format: FormatString, isInSpec: boolean): never {
  if (isInSpec && scanner.text.charAt(scanner.at) === '\n') scanner.fail("f-string: expecting '}'", scanner.at);
  failUnterminated(scanner, format, 'f-string');
}
