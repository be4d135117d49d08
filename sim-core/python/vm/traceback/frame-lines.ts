/**
 * One entry of a traceback: 'File …', the source lines, and carets where they say more than the line itself.
 * Models: CPython 3.13, StackSummary.format_frame_summary and _should_show_carets in Lib/traceback.py.
 */
import type { PythonParser } from '../../syntax/parser.ts';
import { caretAnchors, type Anchors, type Place } from './caret-anchors.ts';
import { dedented } from './dedent.ts';
import { columnOfByte, displayWidth } from './source-columns.ts';

export interface StackEntry {
  readonly fileName: string;
  readonly line: number;
  readonly name: string;
  /** The source lines of the instruction, as they stand in the file but for white space at their ends; none where the source is unknown. */
  readonly sourceLines: readonly string[];
  /** In bytes; null where the code does not tell. */
  readonly column: number | null;
  readonly endColumn: number | null;
}

export function entryText(parser: PythonParser, entry: StackEntry): string {
  return `  File "${entry.fileName}", line ${entry.line}, in ${entry.name}\n${sourceText(parser, entry)}`;
}

/** Without carets, as where only the line is known. */
export function plainEntryText(entry: StackEntry): string {
  const line = entry.sourceLines[0]?.trim() ?? '';
  return `  File "${entry.fileName}", line ${entry.line}, in ${entry.name}\n${line === '' ? '' : `    ${line}\n`}`;
}

function sourceText(parser: PythonParser, entry: StackEntry): string {
  const original = entry.sourceLines;
  if (original.every((line) => line.trim() === '')) return '';
  if (entry.column === null || entry.endColumn === null) return `    ${(original[0] as string).trim()}\n`;
  const lines = dedented(original);
  const removed = (original[0] as string).length - (lines[0] as string).length;
  const start = Math.max(0, columnOfByte(original[0] as string, entry.column) - removed);
  const end = Math.max(0, columnOfByte(original.at(-1) as string, entry.endColumn) - removed);
  return new CaretPainter(parser, lines, start, end).text();
}

class CaretPainter {
  private readonly anchors: Anchors | null;
  private readonly showsCarets: boolean;

  private readonly parser: PythonParser;
  private readonly lines: readonly string[];
  private readonly start: number;
  private readonly end: number;

  /** `start` is an index into the first line, `end` into the last. */
  constructor(parser: PythonParser, lines: readonly string[], start: number, end: number) {
    this.parser = parser;
    this.lines = lines;
    this.start = start;
    this.end = end;
    this.anchors = this.findAnchors();
    this.showsCarets = this.decide();
  }

  text(): string {
    const shown = this.significantLines();
    const result: string[] = [];
    for (const [i, line] of shown.entries()) {
      const gap = i === 0 ? 1 : line - (shown[i - 1] as number);
      if (gap === 2) result.push(...this.lineWithCarets(line - 1));
      else if (gap > 2) result.push(`...<${gap - 1} lines>...`);
      result.push(...this.lineWithCarets(line));
    }
    return dedented(result)
      .map((line) => `    ${line}\n`)
      .join('');
  }

  private findAnchors(): Anchors | null {
    const text = this.lines.join('\n');
    const segment = text.slice(this.start, text.length - ((this.lines.at(-1) as string).length - this.end));
    const found = caretAnchors(this.parser, segment);
    if (found === null) return null;
    const shift = ({ line, column }: Place): Place => ({ line, column: column + (line === 0 ? this.start : 0) });
    return { from: shift(found.from), to: shift(found.to) };
  }

  /** The first and last line and those around the anchors. */
  private significantLines(): number[] {
    const shown = new Set([0, this.lines.length - 1]);
    for (const place of this.anchors === null ? [] : [this.anchors.from, this.anchors.to]) {
      for (const line of [place.line - 1, place.line, place.line + 1]) shown.add(line);
    }
    return [...shown].filter((line) => line >= 0 && line < this.lines.length).sort((a, b) => a - b);
  }

  private decide(): boolean {
    const { root } = this.parser.parse(this.lines.join('\n'), 'exec');
    if (root !== null && root.kind !== 'Expression') {
      const statement = root.body[0];
      if (statement === undefined) return false;
      const call =
        statement.kind === 'Return' && statement.value?.kind === 'Call' && statement.value.callee.kind === 'Name'
          ? statement.value
          : statement.kind === 'Assign' &&
              statement.targets.length === 1 &&
              statement.targets[0]?.kind === 'Name' &&
              statement.value.kind === 'Call'
            ? statement.value
            : null;
      // CPython compares bytes with characters here, and so do we.
      const isWhole =
        call !== null &&
        call.line === 1 &&
        call.endLine === this.lines.length &&
        call.column === (this.lines[0] as string).slice(0, this.start).length &&
        call.endColumn === (this.lines.at(-1) as string).slice(0, this.end).length;
      if (isWhole) return false;
    }
    if (this.anchors !== null) return true;
    const before = (this.lines[0] as string).slice(0, this.start);
    const after = (this.lines.at(-1) as string).slice(this.end);
    return before.trim() !== '' || after.trim() !== '';
  }

  private lineWithCarets(number: number): string[] {
    const line = this.lines[number] as string;
    if (!this.showsCarets) return [line];
    const indent = line.length - line.trimStart().length;
    const isLast = number === this.lines.length - 1;
    const width = displayWidth(isLast ? line.slice(0, this.end) : line);
    const from = number === 0 ? displayWidth(line.slice(0, this.start)) : 0;
    let carets = '';
    for (let column = 0; column < width; column += 1)
      carets += column < indent || column < from ? ' ' : this.isMarked(number, column) ? '^' : '~';
    return [line, carets];
  }

  /** Without anchors everything is pointed at alike. `column` is one of the terminal. */
  private isMarked(line: number, column: number): boolean {
    if (this.anchors === null) return true;
    const { from, to } = this.anchors;
    const isAfterStart = line > from.line || (line === from.line && column >= this.columnOf(from));
    return isAfterStart && (line < to.line || (line === to.line && column < this.columnOf(to)));
  }

  private columnOf(place: Place): number {
    return displayWidth((this.lines[place.line] as string).slice(0, place.column));
  }
}
