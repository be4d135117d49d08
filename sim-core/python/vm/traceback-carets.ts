/**
 * The source line of a traceback entry and the carets under it. Models: StackSummary.format_frame_summary and
 * _extract_caret_anchors_from_line_segment in Lib/traceback.py (3.13), for the common shapes: binary operators, subscripts and calls.
 */

type LineOf = (line: number) => string | undefined;

/** The lines below 'File …': the source, and carets where they say more than the line itself. */
export function caretLines(lineOf: LineOf, positions: Int32Array, instruction: number): string {
  const [line, endLine, column, endColumn] = [0, 1, 2, 3].map((i) => positions[4 * instruction + i] ?? -1) as [
    number,
    number,
    number,
    number,
  ];
  const first = lineOf(line);
  if (first === undefined || first.trim() === '') return '';
  if (column < 0 || endColumn < 0) return `    ${first.trim()}\n`;
  const lines: string[] = [];
  for (let number = line; number <= endLine; number += 1) lines.push((lineOf(number) ?? '').trimEnd());
  const start = columnOfByte(first, column);
  const end = columnOfByte(lines.at(-1) as string, endColumn);
  return new CaretPainter(lines, start, end).text();
}

/** The lines of one instruction, with what stands under them. */
class CaretPainter {
  private readonly lines: readonly string[];
  private readonly start: number;
  private readonly end: number;
  private readonly marks: Marks | null;
  private readonly showsCarets: boolean;

  /** `start` is an index into the first line, `end` into the last. */
  constructor(lines: readonly string[], start: number, end: number) {
    const margin = Math.min(
      ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
    );
    this.lines = lines.map((line) => line.slice(margin));
    this.start = Math.max(0, start - margin);
    this.end = Math.max(0, end - margin);
    this.marks = this.findMarks();
    this.showsCarets = this.decide();
  }

  text(): string {
    const shown = this.significantLines();
    let text = '';
    for (const [i, line] of shown.entries()) {
      const gap = i === 0 ? 1 : line - (shown[i - 1] as number);
      if (gap === 2) text += this.lineWithCarets(line - 1);
      else if (gap > 2) text += `    ...<${gap - 1} lines>...\n`;
      text += this.lineWithCarets(line);
    }
    return text;
  }

  private findMarks(): Marks | null {
    const last = this.lines.length - 1;
    const segment = this.lines
      .map((line, i) => line.slice(i === 0 ? this.start : 0, i === last ? this.end : line.length))
      .join('\n');
    const anchors = anchorsOf(segment);
    if (anchors === null) return null;
    const place = (offset: number): { line: number; column: number } => {
      const before = segment.slice(0, offset).split('\n');
      const line = before.length - 1;
      return { line, column: (before.at(-1) as string).length + (line === 0 ? this.start : 0) };
    };
    return { from: place(anchors.from), to: place(anchors.to) };
  }

  /** The first and last line and those around the marks. */
  private significantLines(): number[] {
    const shown = new Set([0, this.lines.length - 1]);
    for (const place of this.marks === null ? [] : [this.marks.from, this.marks.to]) {
      for (const line of [place.line - 1, place.line, place.line + 1]) shown.add(line);
    }
    return [...shown].filter((line) => line >= 0 && line < this.lines.length).sort((a, b) => a - b);
  }

  private decide(): boolean {
    const first = this.lines[0] as string;
    const last = this.lines.at(-1) as string;
    const isRestOfLine = this.end >= last.trimEnd().length;
    const target = first.slice(0, this.start);
    const isPlainCall = /^return $/.test(target)
      ? /^[\w]+\(/.test(first.slice(this.start))
      : /^[\w.[\]'", ]+ = $/.test(target);
    if (isPlainCall && isRestOfLine && last.slice(0, this.end).endsWith(')')) return false;
    if (this.marks !== null) return true;
    return target.trim() !== '' || last.slice(this.end).trim() !== '';
  }

  private lineWithCarets(number: number): string {
    const line = this.lines[number] as string;
    if (!this.showsCarets) return `    ${line}\n`;
    const indent = line.length - line.trimStart().length;
    const until = number === this.lines.length - 1 ? this.end : line.length;
    let carets = '';
    for (let i = 0; i < until; i += 1) {
      const isBefore = i < indent || (number === 0 && i < this.start);
      carets += (isBefore ? ' ' : this.isMarked(number, i) ? '^' : '~').repeat(width(line.charAt(i)));
    }
    return `    ${line}\n    ${carets}\n`;
  }

  /** Without marks everything is pointed at alike. */
  private isMarked(line: number, column: number): boolean {
    if (this.marks === null) return true;
    const { from, to } = this.marks;
    const isAfterStart = line > from.line || (line === from.line && column >= from.column);
    return isAfterStart && (line < to.line || (line === to.line && column < to.column));
  }
}

interface Marks {
  readonly from: { readonly line: number; readonly column: number };
  readonly to: { readonly line: number; readonly column: number };
}

/** Half-open range of the segment that gets '^'; the rest gets '~'. */
interface Anchors {
  readonly from: number;
  readonly to: number;
}

/** Where the operator, subscript or argument list of the outermost expression stands; null if there is none to show. */
function anchorsOf(segment: string): Anchors | null {
  if (/^(raise|return|assert|del|import|from|with|for|await|yield|not)\b/.test(segment)) return null;
  const tokens = topLevelTokens(segment);
  const operator = binaryOperator(segment, tokens);
  if (operator !== null) return operator;
  const last = segment.trimEnd();
  const closing = last.at(-1);
  if (closing !== ')' && closing !== ']') return null;
  const open = tokens.lastOpening;
  if (open === null || open === 0) return null;
  return { from: open, to: last.length };
}

interface TopLevel {
  /** Offsets of characters outside brackets and strings. */
  readonly offsets: readonly number[];
  /** Where the last bracket that closes at the end was opened. */
  readonly lastOpening: number | null;
}

function topLevelTokens(segment: string): TopLevel {
  const offsets: number[] = [];
  const open: number[] = [];
  let lastOpening: number | null = null;
  for (let i = 0; i < segment.length; i += 1) {
    const character = segment.charAt(i);
    if (character === '"' || character === "'") {
      i = endOfString(segment, i);
      continue;
    }
    if ('([{'.includes(character)) open.push(i);
    else if (')]}'.includes(character)) {
      const from = open.pop() ?? null;
      if (open.length === 0) lastOpening = from;
    } else if (open.length === 0) offsets.push(i);
  }
  return { offsets, lastOpening };
}

function endOfString(segment: string, from: number): number {
  const quote = segment.startsWith(segment.charAt(from).repeat(3), from)
    ? segment.charAt(from).repeat(3)
    : segment.charAt(from);
  for (let i = from + quote.length; i < segment.length; i += 1) {
    if (segment.charAt(i) === '\\') i += 1;
    else if (segment.startsWith(quote, i)) return i + quote.length - 1;
  }
  return segment.length - 1;
}

/** The operators of BinOp by how loosely they bind: the loosest one is the outermost expression's. */
const precedence: readonly (readonly string[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '//', '%', '@'],
  ['**'],
];

function binaryOperator(segment: string, { offsets }: TopLevel): Anchors | null {
  if (
    /(^|[^=!<>])=[^=]|[<>!=]=|(?<!<)<(?!<)|(?<!>)>(?!>)|\b(and|or|not|in|is|if|else|lambda|await|yield)\b|,|:/.test(
      offsets.map((i) => segment.charAt(i)).join(''),
    )
  )
    return null;
  const found = operatorsAt(segment, offsets);
  for (const level of precedence) {
    const candidates = found.filter((operator) => level.includes(operator.text));
    const chosen = level[0] === '**' ? candidates[0] : candidates.at(-1);
    if (chosen !== undefined) return { from: chosen.at, to: chosen.at + chosen.text.length };
  }
  return null;
}

function operatorsAt(segment: string, offsets: readonly number[]): { at: number; text: string }[] {
  const known = ['**', '//', '<<', '>>', '|', '^', '&', '+', '-', '*', '/', '%', '@'];
  const outside = new Set(offsets);
  const found: { at: number; text: string }[] = [];
  let hasOperand = false;
  for (let i = 0; i < segment.length; i += 1) {
    const character = segment.charAt(i);
    if (character === ' ') continue;
    const text = outside.has(i) ? known.find((operator) => segment.startsWith(operator, i)) : undefined;
    if (text !== undefined && hasOperand) {
      found.push({ at: i, text });
      i += text.length - 1;
      hasOperand = false;
    } else if (text === undefined) hasOperand = true;
  }
  return found;
}

/** A byte offset in UTF-8 as an index into the JavaScript string. */
export function columnOfByte(line: string, byte: number): number {
  let bytes = 0;
  for (let i = 0; i < line.length; i += 1) {
    if (bytes >= byte) return i;
    const code = line.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return line.length;
}

/** Columns on a terminal: East Asian wide characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1;
  return columns;
}
