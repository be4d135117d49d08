/** Texts in the lines of protocol 0. */
import { letters } from '../../values/pickle/pickle-writer.ts';
import { unpicklingError } from './pickle-errors.ts';

/** `\uXXXX` and `\UXXXXXXXX` stand for a character; all else is Latin. */
export function unescaped(line: string): string {
  return line.replace(/\\u([\da-fA-F]{4})|\\U([\da-fA-F]{8})/g, (_all, short?: string, long?: string) => {
    const code = Number.parseInt(short ?? long ?? '0', 16);
    return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
  });
}

const simpleEscapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
]);

/** The repr of a str of Python 2. */
export function unquoted(line: string): Uint8Array {
  const text = line.trimEnd();
  const quote = text[0];
  if (text.length < 2 || (quote !== "'" && quote !== '"') || !text.endsWith(quote))
    throw unpicklingError('the STRING opcode argument must be quoted');
  const plain = text
    .slice(1, -1)
    .replace(/\\x([\da-fA-F]{2})|\\(.)/g, (_all, hex?: string, letter?: string) =>
      hex === undefined
        ? (simpleEscapes.get(letter ?? '') ?? `\\${letter}`)
        : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Uint8Array.from(letters(plain));
}
