/**
 * The text of a program with what is asked of it all the time: where lines start, and columns in UTF-8 bytes.
 * Models: CPython 3.13, Parser/tokenizer/helpers.c (universal newlines, byte order mark).
 * Leaves out: source encodings other than UTF-8.
 */
export class SourceText {
  readonly text: string;
  readonly #lineStarts: number[] = [0];
  readonly #isAscii: boolean;
  /** The last line was given without a newline. */
  readonly endsAbruptly: boolean;

  constructor(raw: string) {
    let text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    this.endsAbruptly = text !== '' && !text.endsWith('\n');
    if (this.endsAbruptly) text += '\n';
    this.text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
    // eslint-disable-next-line no-control-regex
    this.#isAscii = /^[\0-\x7f]*$/.test(text);
  }

  /** Where a line, counted from 1, starts. */
  lineStart(line: number): number {
    return this.#lineStarts[Math.min(line, this.#lineStarts.length) - 1] ?? 0;
  }

  /** A line, counted from 1, without its newline. */
  line(line: number): string {
    const start = this.lineStart(line);
    const end = this.text.indexOf('\n', start);
    return this.text.slice(start, end < 0 ? undefined : end);
  }

  get lineCount(): number {
    return this.#lineStarts.length - 1;
  }

  /** The column of a place in UTF-8 bytes; the line must be the one that holds it. */
  byteColumn(offset: number, line: number): number {
    const start = this.lineStart(line);
    return this.#isAscii ? offset - start : utf8Length(this.text, start, offset);
  }

  /** The column in UTF-16 code units that lies so many UTF-8 bytes into a line. */
  codeUnitColumn(line: number, byteColumn: number): number {
    if (this.#isAscii || byteColumn < 0) return byteColumn;
    const start = this.lineStart(line);
    let at = start;
    for (let bytes = 0; bytes < byteColumn && at < this.text.length; at += 1)
      bytes += utf8Size(this.text.charCodeAt(at));
    return at - start;
  }
}

function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at += 1) bytes += utf8Size(text.charCodeAt(at));
  return bytes;
}

/** Bytes of one code unit; the two halves of a surrogate pair count two each. */
function utf8Size(codeUnit: number): number {
  if (codeUnit < 0x80) return 1;
  if (codeUnit < 0x800) return 2;
  return codeUnit >= 0xd800 && codeUnit < 0xe000 ? 2 : 3;
}
