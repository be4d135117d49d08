/**
 * Tracebacks as CPython 3.13 prints them: source lines, carets, chained exceptions, groups, notes.
 * Models: Lib/traceback.py (TracebackException.format, StackSummary.format_frame_summary, _format_single_exception).
 */
import { exceptionNamed } from '../objects/exception-types.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyList } from '../objects/py-list.ts';
import type { PyTraceback } from '../objects/py-traceback.ts';
import type { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { membersOf, isGroup } from './exception-group.ts';
import { caretLines } from './traceback-carets.ts';
import type { PyThread } from './py-thread.ts';
import { PyRaise } from './raise.ts';
import { strSteps } from './repr.ts';
import { suggestionFor } from './suggestions.ts';

const causeText = '\nThe above exception was the direct cause of the following exception:\n\n';
const contextText = '\nDuring handling of the above exception, another exception occurred:\n\n';

/** For generator bodies: the whole text, newline included. */
export function* tracebackText(thread: PyThread, exception: PyException): Generator<undefined, string, Value> {
  return yield* formatChain(thread, exception, new Set());
}

/**
 * For generator bodies: what becomes of an exception that nobody can catch (Models: _PyErr_WriteUnraisableDefaultHook in Python/errors.c –
 * no carets, no chain, a colon even before nothing).
 */
export function* unraisableText(thread: PyThread, exception: PyException): Generator<undefined, string, Value> {
  const message = yield* safeText(thread, exception);
  const text = `${exceptionName(exception.type)}: ${message}\n`;
  if (exception.traceback === null) return text;
  return `Traceback (most recent call last):\n${stackText(thread, exception.traceback, plainFrameText)}${text}`;
}

function* formatChain(
  thread: PyThread,
  exception: PyException,
  seen: Set<PyException>,
): Generator<undefined, string, Value> {
  seen.add(exception);
  let text = '';
  if (exception.cause !== null) {
    if (!seen.has(exception.cause)) text += (yield* formatChain(thread, exception.cause, seen)) + causeText;
  } else if (exception.context !== null && !exception.suppressesContext && !seen.has(exception.context)) {
    text += (yield* formatChain(thread, exception.context, seen)) + contextText;
  }
  if (isGroup(exception)) return text + (yield* formatGroup(thread, exception, seen, 0));
  if (exception.traceback !== null)
    text += `Traceback (most recent call last):\n${stackText(thread, exception.traceback)}`;
  return text + (yield* finalLines(thread, exception));
}

function* formatGroup(
  thread: PyThread,
  group: PyException,
  seen: Set<PyException>,
  depth: number,
): Generator<undefined, string, Value> {
  const indent = '  '.repeat(depth);
  const margin = depth === 0 ? '  + ' : `${indent}| `;
  let text = '';
  if (group.traceback !== null) {
    text += `${depth === 0 ? '  + ' : `${indent}| `}Exception Group Traceback (most recent call last):\n`;
    text += indented(stackText(thread, group.traceback), `${indent}${depth === 0 ? '  ' : ''}| `);
  }
  const bar = depth === 0 ? '  | ' : margin;
  text += indented(yield* finalLines(thread, group), bar);
  const members = membersOf(group).slice(0, 15);
  const inner = depth === 0 ? 1 : depth;
  for (const [i, member] of members.entries()) {
    text += `${'  '.repeat(inner)}${i === 0 ? '+-' : '  '}+---------------- ${i + 1} ----------------\n`;
    text += yield* formatMember(thread, member, seen, inner + 1);
  }
  return `${text}${'  '.repeat(inner + 1)}+------------------------------------\n`;
}

function* formatMember(
  thread: PyThread,
  member: PyException,
  seen: Set<PyException>,
  depth: number,
): Generator<undefined, string, Value> {
  if (isGroup(member)) {
    const text = yield* formatGroup(thread, member, seen, depth);
    return text.replace(/ +\+-+\n$/, '');
  }
  return indented(yield* formatChain(thread, member, seen), `${'  '.repeat(depth)}| `);
}

function indented(text: string, margin: string): string {
  return text
    .split('\n')
    .map((line, i, all) => (line === '' && i === all.length - 1 ? '' : `${margin}${line}`))
    .join('\n');
}

const repeatLimit = 3;

/** The frames of a traceback, outermost first; recursion is folded after three equal ones. */
export function stackText(thread: PyThread, traceback: PyTraceback, textOfFrame = frameText): string {
  let text = '';
  let last = '';
  let repeats = 0;
  const fold = (): void => {
    if (repeats <= repeatLimit) return;
    const more = repeats - repeatLimit;
    text += `  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n`;
  };
  for (let entry: PyTraceback | null = traceback; entry !== null; entry = entry.next) {
    const key = `${entry.code.source.fileName}:${entry.line}:${entry.code.source.name}`;
    if (key === last) repeats += 1;
    else {
      fold();
      last = key;
      repeats = 1;
    }
    if (repeats <= repeatLimit) text += textOfFrame(thread, entry);
  }
  fold();
  return text;
}

function frameText(thread: PyThread, entry: PyTraceback): string {
  const { source } = entry.code;
  const head = `  File "${source.fileName}", line ${entry.line}, in ${source.name}\n`;
  return (
    head +
    caretLines((line) => thread.interpreter.sourceLine(source.fileName, line), source.positions, entry.instruction)
  );
}

function plainFrameText(thread: PyThread, entry: PyTraceback): string {
  const { source } = entry.code;
  const line = (thread.interpreter.sourceLine(source.fileName, entry.line) ?? '').trim();
  return `  File "${source.fileName}", line ${entry.line}, in ${source.name}\n${line === '' ? '' : `    ${line}\n`}`;
}

/** 'ValueError: text', SyntaxError's place, notes. */
function* finalLines(thread: PyThread, exception: PyException): Generator<undefined, string, Value> {
  const name = exceptionName(exception.type);
  let text = '';
  if (exception.type.isSubtypeOf(exceptionNamed('SyntaxError')) && exception.get('lineno') !== undefined)
    text = syntaxErrorLines(exception);
  const isSyntax = text !== '';
  const message = isSyntax
    ? String(exception.get('msg'))
    : (yield* safeText(thread, exception)) + suggestionFor(thread, exception);
  text += message === '' ? `${name}\n` : `${name}: ${message}\n`;
  const notes = exception.get('__notes__');
  if (notes instanceof PyList) for (const note of notes.items) text += `${yield* strSteps(thread, note)}\n`;
  return text;
}

function* safeText(thread: PyThread, exception: PyException): Generator<undefined, string, Value> {
  try {
    return yield* strSteps(thread, exception);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    return '<exception str() failed>';
  }
}

function exceptionName(type: PyType): string {
  const module = type.lookup('__module__');
  return typeof module === 'string' && module !== 'builtins' && module !== '__main__'
    ? `${module}.${type.qualifiedName}`
    : type.qualifiedName;
}

function syntaxErrorLines(exception: PyException): string {
  const number = (name: string): number => Number(exception.get(name) ?? 0);
  let text = `  File "${String(exception.get('filename'))}", line ${number('lineno')}\n`;
  const source = exception.get('text');
  if (typeof source !== 'string' || source === '') return text;
  const line = source.replace(/[\n\r]+$/, '');
  const stripped = line.trimStart();
  text += `    ${stripped}\n`;
  const from = number('offset') - 1 - (line.length - stripped.length);
  if (from < 0) return text;
  const to =
    number('end_lineno') === number('lineno')
      ? number('end_offset') - 1 - (line.length - stripped.length)
      : stripped.length;
  return `${text}    ${' '.repeat(from)}${'^'.repeat(Math.max(1, to - from))}\n`;
}
