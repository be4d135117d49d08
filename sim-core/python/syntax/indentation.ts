/**
 * Indentation at the start of a line.
 * Models: CPython 3.13, Parser/lexer/lexer.c (`atbol`): tabs to the next multiple of eight, checked against tabs of one; at most 100 levels.
 */
import type { Scanner } from './scanner.ts';

export interface Indent {
  readonly column: number;
  /** The column where a tab counts one: both must agree on what is deeper. */
  readonly alternative: number;
}

const deepest = 100;
const tabSize = 8;
const mixedTabs = 'inconsistent use of tabs and spaces in indentation';

/** Reads the white space of a line and adds the `indent` or `dedent`s that it means; blank lines mean nothing. */
export function readIndentation(scanner: Scanner, indents: Indent[]): void {
  const indent = measure(scanner);
  const next = scanner.text.charAt(scanner.at);
  // A line that is blank or holds only a comment says nothing about blocks.
  if (next === '#' || next === '\n' || next === '') {
    const end = scanner.text.indexOf('\n', scanner.at);
    scanner.at = end < 0 ? scanner.text.length : end + 1;
    scanner.line += 1;
    scanner.resumeLine();
    return;
  }
  if (scanner.brackets.innermost !== null) return;
  compare(scanner, indents, indent);
}

function measure(scanner: Scanner): Indent {
  const { text } = scanner;
  let column = 0;
  let alternative = 0;
  let continued: Indent | null = null;
  for (; ; scanner.at += 1) {
    const character = text.charAt(scanner.at);
    if (character === ' ') {
      column += 1;
      alternative += 1;
    } else if (character === '\t') {
      column = (Math.floor(column / tabSize) + 1) * tabSize;
      alternative += 1;
    } else if (character === '\f') {
      column = 0;
      alternative = 0;
    } else if (character === '\\' && text.charAt(scanner.at + 1) === '\n') {
      // Where a line is continued within its indentation, what stands before the first backslash counts.
      continued ??= { column, alternative };
      scanner.at += 1;
      scanner.line += 1;
    } else {
      return continued ?? { column, alternative };
    }
  }
}

function compare(scanner: Scanner, indents: Indent[], indent: Indent): void {
  let top = indents.at(-1) ?? { column: 0, alternative: 0 };
  if (indent.column === top.column) {
    if (indent.alternative !== top.alternative) scanner.fail(mixedTabs, lineStart(scanner), 'TabError');
    return;
  }
  if (indent.column > top.column) {
    if (indents.length >= deepest) scanner.fail('too many levels of indentation', scanner.at, 'IndentationError');
    if (indent.alternative <= top.alternative) scanner.fail(mixedTabs, lineStart(scanner), 'TabError');
    indents.push(indent);
    scanner.add('indent', scanner.at, scanner.at);
    return;
  }
  while (indents.length > 1 && indent.column < top.column) {
    indents.pop();
    scanner.add('dedent', scanner.at, scanner.at);
    top = indents.at(-1) ?? top;
  }
  if (indent.column !== top.column) {
    scanner.fail('unindent does not match any outer indentation level', lineEnd(scanner), 'IndentationError');
  }
  if (indent.alternative !== top.alternative) scanner.fail(mixedTabs, lineStart(scanner), 'TabError');
}

/** Where CPython's tokenizer says these are: it has read the line to its end, and forgets where it was for tabs. */
function lineEnd({ text, at }: Scanner): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function lineStart({ text, at }: Scanner): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}
