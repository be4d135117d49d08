/**
 * Number tokens and what can be wrong with them.
 * Models: CPython 3.13, Parser/lexer/lexer.c (`verify_end_of_number`, `tok_decimal_tail`).
 */
import type { Scanner } from './scanner.ts';

const radixNames: Readonly<Record<string, string>> = { x: 'hexadecimal', o: 'octal', b: 'binary' };
const radixDigits: Readonly<Record<string, RegExp>> = {
  x: /(?:_?[0-9A-Fa-f])+/y,
  o: /(?:_?[0-7])+/y,
  b: /(?:_?[01])+/y,
};
const decimal = /(?:\d(?:_?\d)*)?(?:\.(?:\d(?:_?\d)*)?)?(?:[eE][+-]?\d(?:_?\d)*)?/y;
const wordsThatMayFollow = /(?:and|else|for|if|in|is|not|or)(?![\p{XID_Continue}])/uy;
const identifierPart = /[\p{XID_Continue}]/u;

export function scanNumber(scanner: Scanner): void {
  const { text, at: start } = scanner;
  const second = text.charAt(start + 1).toLowerCase();
  const digits = text.charAt(start) === '0' ? radixDigits[second] : undefined;
  if (digits === undefined) scanDecimal(scanner);
  else scanRadix(scanner, second, digits);
  scanner.add('number', start, scanner.at);
}

function scanRadix(scanner: Scanner, letter: string, digits: RegExp): void {
  const { text } = scanner;
  const name = radixNames[letter] ?? '';
  digits.lastIndex = scanner.at + 2;
  if (!digits.test(text)) {
    const first = text.charAt(scanner.at + 2);
    if (/\d/.test(first)) scanner.fail(`invalid digit '${first}' in ${name} literal`, scanner.at + 2);
    scanner.fail(`invalid ${name} literal`, scanner.at + (/\w/.test(first) ? 2 : 1));
  }
  scanner.at = digits.lastIndex;
  const next = text.charAt(scanner.at);
  if (/\d/.test(next)) scanner.fail(`invalid digit '${next}' in ${name} literal`, scanner.at);
  if (next === '_') scanner.fail(`invalid ${name} literal`, scanner.at);
  checkEnd(scanner, name);
}

function scanDecimal(scanner: Scanner): void {
  const { text, at: start } = scanner;
  decimal.lastIndex = start;
  decimal.test(text);
  scanner.at = decimal.lastIndex;
  const isWhole = /^[\d_]+$/.test(text.slice(start, scanner.at));
  if (text.charAt(scanner.at) === '_') scanner.fail('invalid decimal literal', scanner.at);
  if (/[jJ]/.test(text.charAt(scanner.at))) {
    scanner.at += 1;
    checkEnd(scanner, 'imaginary');
    return;
  }
  if (isWhole && /^0[\d_]*[1-9]/.test(text.slice(start, scanner.at))) {
    const message = 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';
    scanner.fail(message, start);
  }
  checkEnd(scanner, 'decimal');
}

/** A number must not run into a name; a few keywords may follow it directly. */
function checkEnd(scanner: Scanner, name: string): void {
  const next = String.fromCodePoint(scanner.text.codePointAt(scanner.at) ?? 0x20);
  if (!identifierPart.test(next)) return;
  wordsThatMayFollow.lastIndex = scanner.at;
  if (wordsThatMayFollow.test(scanner.text)) return;
  scanner.fail(`invalid ${name} literal`, scanner.at - 1);
}
