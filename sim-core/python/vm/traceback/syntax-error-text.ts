/** The place of a SyntaxError, above its message. Models: TracebackException._format_syntax_error in Lib/traceback.py. */
import type { PyException } from '../../objects/py-exception.ts';
import { syntaxErrorField } from '../syntax-error.ts';

/** 'File …', the line and its carets, as far as the exception knows them; and what follows the message. */
export function syntaxErrorPlace(exception: PyException): { readonly lines: string; readonly suffix: string } {
  const line = numberOf(exception, 'lineno');
  const fileName = syntaxErrorField(exception, 'filename');
  const place = line === null ? '' : `  File "${fileName === null ? '<string>' : String(fileName)}", line ${line}\n`;
  const suffix = line === null && fileName !== null ? ` (${String(fileName)})` : '';
  const text = syntaxErrorField(exception, 'text');
  return { lines: place + (typeof text === 'string' ? sourceText(exception, text) : ''), suffix };
}

function sourceText(exception: PyException, text: string): string {
  const whole = text.replace(/\n+$/, '');
  const shown = whole.replace(/^[ \n\f]+/, '');
  const indent = whole.length - shown.length;
  const given = numberOf(exception, 'offset');
  if (given === null) return `    ${shown}\n`;
  const past = whole.length + 1;
  const isOneLine = numberOf(exception, 'lineno') === numberOf(exception, 'end_lineno');
  const givenEnd = isOneLine ? numberOf(exception, 'end_offset') || given : past;
  const offset = text !== '' && given > text.length ? past : given;
  let end = text !== '' && givenEnd > text.length ? past : givenEnd;
  if (offset >= end || end < 0) end = offset + 1;
  const [from, to] = [offset - 1 - indent, end - 1 - indent];
  if (from < 0) return `    ${shown}\n`;
  const gap = shown.slice(0, from).replaceAll(/\S/gu, ' ');
  return `    ${shown}\n    ${gap}${'^'.repeat(to - from)}\n`;
}

function numberOf(exception: PyException, name: 'lineno' | 'offset' | 'end_lineno' | 'end_offset'): number | null {
  const value = syntaxErrorField(exception, name);
  return typeof value === 'number' ? value : null;
}
