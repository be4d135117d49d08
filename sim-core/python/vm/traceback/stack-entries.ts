/** The entries of a traceback, outermost first, with their source lines. Models: StackSummary._extract_from_extended_frame_gen and StackSummary.format in Lib/traceback.py. */
import type { PyTraceback } from '../../objects/py-traceback.ts';
import type { Interpreter } from '../interpreter.ts';
import { entryText, type StackEntry } from './frame-lines.ts';

/** So many frames from the outermost, or the last `-limit` ones where it is negative. */
export type FrameLimit = number | null;

export function stackEntries(interpreter: Interpreter, traceback: PyTraceback | null): StackEntry[] {
  const entries: StackEntry[] = [];
  for (let at = traceback; at !== null; at = at.next) entries.push(stackEntry(interpreter, at));
  return entries;
}

export function limited<T>(entries: readonly T[], limit: FrameLimit): readonly T[] {
  if (limit === null) return entries;
  return limit >= 0 ? entries.slice(0, limit) : entries.slice(limit);
}

function stackEntry(interpreter: Interpreter, traceback: PyTraceback): StackEntry {
  const { source } = traceback.code;
  const [line, endLine, column, endColumn] = [0, 1, 2, 3].map(
    (i) => source.positions[4 * traceback.instruction + i] ?? -1,
  ) as [number, number, number, number];
  const shownLine = line < 0 ? traceback.line : line;
  const sourceLines: string[] = [];
  for (let number = shownLine; number <= Math.max(shownLine, endLine); number += 1)
    sourceLines.push((interpreter.sourceLine(source.fileName, number) ?? '').trimEnd());
  const mark = traceback.code.isLibrary ? lineMark.exec(sourceLines[0] as string) : null;
  if (mark !== null) sourceLines[0] = (sourceLines[0] as string).slice(0, mark.index);
  return {
    fileName: traceback.code.path,
    line: mark === null ? shownLine : Number(mark[1]),
    name: source.name,
    sourceLines,
    column: column < 0 ? null : column,
    endColumn: endColumn < 0 ? null : endColumn,
  };
}

/** Lines of our library that often stand in tracebacks tell at their end which line of CPython's they answer to: `self.run()  #@1041`. */
export const lineMark = /\s+#@(\d+)$/;

const repeatLimit = 3;

/** A piece for each entry; recursion is folded after three equal ones. */
export function stackPieces(
  interpreter: Interpreter,
  entries: readonly StackEntry[],
  textOf: (entry: StackEntry) => string = (entry) => entryText(interpreter.machine.parser, entry),
): string[] {
  const pieces: string[] = [];
  let last: StackEntry | null = null;
  let repeats = 0;
  for (const entry of entries) {
    const isSame =
      last !== null && last.fileName === entry.fileName && last.line === entry.line && last.name === entry.name;
    if (!isSame) pieces.push(...foldPieces(repeats));
    repeats = isSame ? repeats + 1 : 1;
    last = entry;
    if (repeats <= repeatLimit) pieces.push(textOf(entry));
  }
  return [...pieces, ...foldPieces(repeats)];
}

function foldPieces(repeats: number): string[] {
  const more = repeats - repeatLimit;
  return more <= 0 ? [] : [`  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n`];
}
