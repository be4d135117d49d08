/**
 * The source line of a traceback entry and the carets under it. Models: StackSummary.format_frame_summary and
 * _extract_caret_anchors_from_line_segment in Lib/traceback.py (3.13), for the common shapes: binary operators, subscripts and calls.
 */

type LineOf = (line: number) => string | undefined;

/** The lines below 'File …': the source, and carets where they say more than the line itself. */
export function caretLines(lineOf: LineOf, positions: Int32Array, instruction: number): string {
  const [line, endLine, column, endColumn] = [0, 1, 2, 3].map((i) => positions[4 * instruction + i] ?? -1) as [number, number, number, number];
  const first = lineOf(line);
  if (first === undefined) return '';
  const stripped = first.trim();
  if (stripped === '') return '';
  if (column < 0 || endColumn < 0) return `    ${stripped}\n`;
  if (endLine !== line) return manyLines(lineOf, { line, endLine, column, endColumn });
  const start = columnOfByte(first, column);
  const end = columnOfByte(first, endColumn);
  const margin = first.length - first.trimStart().length;
  const segment = first.slice(start, end);
  const anchors = anchorsOf(segment);
  const isWholeLine = start <= margin && end >= first.trimEnd().length;
  if (isWholeLine && anchors === null) return `    ${stripped}\n`;
  return `    ${stripped}\n    ${' '.repeat(width(first.slice(margin, start)))}${carets(segment, anchors)}\n`;
}

interface Span {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

/** An instruction over several lines: each is shown, carets under what belongs to it. */
function manyLines(lineOf: LineOf, span: Span): string {
  const lines: string[] = [];
  for (let number = span.line; number <= span.endLine; number += 1) lines.push(lineOf(number) ?? '');
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  const first = columnOfByte(lines[0] as string, span.column);
  const last = columnOfByte(lines.at(-1) as string, span.endColumn);
  const segment = [(lines[0] as string).slice(first), ...lines.slice(1, -1), (lines.at(-1) as string).slice(0, last)].join('\n');
  const anchors = anchorsOf(segment);
  const marks = anchors === null ? null : marksOf(segment, anchors);
  let text = '';
  let offset = 0;
  for (const [i, line] of lines.entries()) {
    const from = i === 0 ? first : 0;
    const to = i === lines.length - 1 ? last : line.length;
    const body = line.slice(from, to);
    const indent = i === 0 ? 0 : body.length - body.trimStart().length;
    const under = marks === null ? '^'.repeat(Math.max(0, width(body.trimEnd()) - indent)) : marks.slice(offset + indent, offset + body.trimEnd().length);
    offset += body.length + 1;
    if (i > 0 && i < lines.length - 1 && !under.includes('^') && lines.length > 3) {
      if (i === 1) text += `    ...<${lines.length - 2} line${lines.length === 3 ? '' : 's'}>...\n`;
      continue;
    }
    text += `    ${line.slice(margin).trimEnd()}\n    ${' '.repeat(Math.max(0, from + indent - margin))}${under}\n`;
  }
  return text;
}

/** Half-open range of the segment that gets '^'; the rest gets '~'. */
interface Anchors {
  readonly from: number;
  readonly to: number;
}

function carets(segment: string, anchors: Anchors | null): string {
  return anchors === null ? '^'.repeat(width(segment)) : marksOf(segment, anchors);
}

function marksOf(segment: string, anchors: Anchors): string {
  let marks = '';
  for (let i = 0; i < segment.length; i += 1) marks += (i >= anchors.from && i < anchors.to ? '^' : '~').repeat(width(segment.charAt(i)));
  return marks;
}

/** Where the operator, subscript or argument list of the outermost expression stands; null if there is none to show. */
function anchorsOf(segment: string): Anchors | null {
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
  const quote = segment.startsWith(segment.charAt(from).repeat(3), from) ? segment.charAt(from).repeat(3) : segment.charAt(from);
  for (let i = from + quote.length; i < segment.length; i += 1) {
    if (segment.charAt(i) === '\\') i += 1;
    else if (segment.startsWith(quote, i)) return i + quote.length - 1;
  }
  return segment.length - 1;
}

/** The operators of BinOp by how loosely they bind: the loosest one is the outermost expression's. */
const precedence: readonly (readonly string[])[] = [['|'], ['^'], ['&'], ['<<', '>>'], ['+', '-'], ['*', '/', '//', '%', '@'], ['**']];

function binaryOperator(segment: string, { offsets }: TopLevel): Anchors | null {
  if (/(^|[^=!<>])=[^=]|[<>!=]=|(?<!<)<(?!<)|(?<!>)>(?!>)|\b(and|or|not|in|is|if|else|lambda|await|yield)\b|,|:/.test(offsets.map((i) => segment.charAt(i)).join(''))) return null;
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
function columnOfByte(line: string, byte: number): number {
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
  for (const character of text) columns += /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(character) ? 2 : 1;
  return columns;
}
