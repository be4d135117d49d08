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
  return yield* formatChain(thread, exception, new Set(), { depth: 0, needsClose: false });
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

/** Where the text of a group's members stands: Models `_ExceptionPrintContext`. */
interface GroupContext {
  depth: number;
  /** The line that closes a group is still to come; the innermost of several that end together prints it. */
  needsClose: boolean;
}

function* formatChain(
  thread: PyThread,
  exception: PyException,
  seen: Set<PyException>,
  context: GroupContext,
): Generator<undefined, string, Value> {
  seen.add(exception);
  let text = '';
  if (exception.cause !== null) {
    if (!seen.has(exception.cause))
      text += (yield* formatChain(thread, exception.cause, seen, context)) + indented(causeText, context);
  } else if (exception.context !== null && !exception.suppressesContext && !seen.has(exception.context)) {
    text += (yield* formatChain(thread, exception.context, seen, context)) + indented(contextText, context);
  }
  if (isGroup(exception)) return text + (yield* formatGroup(thread, exception, seen, context));
  const stack =
    exception.traceback === null ? '' : `Traceback (most recent call last):\n${stackText(thread, exception.traceback)}`;
  return text + indented(stack + (yield* finalLines(thread, exception)), context);
}

const mostGroupsDeep = 10;
const mostMembers = 15;

function* formatGroup(
  thread: PyThread,
  group: PyException,
  seen: Set<PyException>,
  context: GroupContext,
): Generator<undefined, string, Value> {
  if (context.depth > mostGroupsDeep) return indented(`... (max_group_depth is ${mostGroupsDeep})\n`, context);
  const isOutermost = context.depth === 0;
  if (isOutermost) context.depth = 1;
  let text = '';
  if (group.traceback !== null) {
    text += indented('Exception Group Traceback (most recent call last):\n', context, isOutermost ? '+' : '|');
    text += indented(stackText(thread, group.traceback), context);
  }
  text += indented(yield* finalLines(thread, group), context);
  text += yield* formatMembers(thread, membersOf(group), seen, context);
  if (isOutermost) context.depth = 0;
  return text;
}

function* formatMembers(
  thread: PyThread,
  members: readonly PyException[],
  seen: Set<PyException>,
  context: GroupContext,
): Generator<undefined, string, Value> {
  let text = '';
  const count = Math.min(members.length, mostMembers + 1);
  for (let i = 0; i < count; i += 1) {
    const isLast = i === count - 1;
    if (isLast) context.needsClose = true;
    const label = i < mostMembers ? String(i + 1) : '...';
    text += `${'  '.repeat(context.depth)}${i === 0 ? '+-' : '  '}+---------------- ${label} ----------------\n`;
    context.depth += 1;
    const more = members.length - mostMembers;
    if (i < mostMembers) text += yield* formatChain(thread, members[i] as PyException, seen, context);
    else text += indented(`and ${more} more exception${more > 1 ? 's' : ''}\n`, context);
    if (isLast && context.needsClose) {
      text += `${'  '.repeat(context.depth)}+------------------------------------\n`;
      context.needsClose = false;
    }
    context.depth -= 1;
  }
  return text;
}

/** Every line behind the margin of the groups around it. */
function indented(text: string, { depth }: GroupContext, sign = '|'): string {
  if (depth === 0 || text === '') return text;
  const margin = `${'  '.repeat(depth)}${sign} `;
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
