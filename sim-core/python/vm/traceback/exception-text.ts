/**
 * Exceptions as CPython 3.13 prints them: their stack, what caused them, groups, notes.
 * Models: CPython 3.13, TracebackException in Lib/traceback.py, and _PyErr_WriteUnraisableDefaultHook in Python/errors.c.
 * Leaves out: colours, and the locals of frames.
 */
import { exceptionNamed } from '../../objects/exception-types.ts';
import type { PyException } from '../../objects/py-exception.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyModule } from '../../objects/py-module.ts';
import type { PyTraceback } from '../../objects/py-traceback.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { isGroup, membersOf } from '../exception-group.ts';
import type { PyThread } from '../py-thread.ts';
import { PyRaise } from '../raise.ts';
import { reprSteps, strSteps } from '../repr.ts';
import { syntaxErrorField } from '../syntax-error.ts';
import { plainEntryText } from './frame-lines.ts';
import { limited, stackEntries, stackPieces, type FrameLimit } from './stack-entries.ts';
import { suggestionText } from './suggestions.ts';
import { syntaxErrorPlace } from './syntax-error-text.ts';

const causeText = '\nThe above exception was the direct cause of the following exception:\n\n';
const contextText = '\nDuring handling of the above exception, another exception occurred:\n\n';

export interface ExceptionTextOptions {
  readonly limit: FrameLimit;
  /** Whether causes and contexts are told, too. */
  readonly isChained: boolean;
  /** A cause hides the context, as when CPython itself prints; otherwise both are looked at, and printed once. */
  readonly isCompact: boolean;
  readonly groupWidth: number;
  readonly groupDepth: number;
}

const usualExceptionText: ExceptionTextOptions = {
  limit: null,
  isChained: true,
  isCompact: true,
  groupWidth: 15,
  groupDepth: 10,
};

/** For generator bodies: the whole text, newline included, in the pieces that format_exception() gives. */
export function* exceptionPieces(
  thread: PyThread,
  exception: PyException,
  traceback: PyTraceback | null,
  options: ExceptionTextOptions,
): Generator<undefined, string[], Value> {
  const told = yield* new Capture(thread, options).whole(exception, traceback);
  const printer = new GroupPrinter(options);
  printer.print(told);
  return printer.pieces;
}

/** For generator bodies: what CPython prints of an uncaught exception. */
export function* tracebackText(thread: PyThread, exception: PyException): Generator<undefined, string, Value> {
  return (yield* exceptionPieces(thread, exception, exception.traceback, {
    ...usualExceptionText,
    limit: lastFrames(thread),
  })).join('');
}

/** sys.tracebacklimit, as CPython heeds it where it prints itself: so many of the innermost frames. */
function lastFrames(thread: PyThread): FrameLimit {
  const sys = thread.interpreter.modules.getText('sys');
  const limit = sys instanceof PyModule ? sys.dict.getText('tracebacklimit') : undefined;
  if (typeof limit !== 'number') return null;
  return limit <= 0 ? 0 : -limit;
}

/** For generator bodies: what becomes of an exception that nobody can catch – no carets, no chain, a colon even before nothing. */
export function* unraisableText(thread: PyThread, exception: PyException): Generator<undefined, string, Value> {
  const message = yield* safeText(strSteps(thread, exception), '<exception str() failed>');
  const text = `${typeText(exception.type)}: ${message}\n`;
  if (exception.traceback === null) return text;
  const { interpreter } = thread;
  const pieces = stackPieces(interpreter, stackEntries(interpreter, exception.traceback), plainEntryText);
  return `Traceback (most recent call last):\n${pieces.join('')}${text}`;
}

/** For generator bodies: the last lines alone, in the pieces that format_exception_only() gives. */
export function* exceptionOnlyPieces(
  thread: PyThread,
  exception: PyException,
  showsGroup: boolean,
): Generator<undefined, string[], Value> {
  const told = yield* new Capture(thread, { ...usualExceptionText, isChained: false }).whole(exception, null);
  return onlyPieces(told, showsGroup, 0);
}

/** What an exception says, before anything is printed: str() and repr() of the program's own objects are called here. */
interface Told {
  readonly exception: PyException;
  readonly stack: readonly string[];
  readonly type: string;
  readonly message: string;
  readonly notes: readonly string[];
  cause: Told | null;
  context: Told | null;
  members: readonly Told[] | null;
}

class Capture {
  private readonly seen = new Set<PyException>();

  private readonly thread: PyThread;
  private readonly options: ExceptionTextOptions;

  constructor(thread: PyThread, options: ExceptionTextOptions) {
    this.thread = thread;
    this.options = options;
  }

  *whole(exception: PyException, traceback: PyTraceback | null): Generator<undefined, Told, Value> {
    const first = yield* this.one(exception, traceback);
    const queue = [first];
    for (let told = queue.pop(); told !== undefined; told = queue.pop()) {
      const { cause, context, suppressesContext } = told.exception;
      if (cause !== null && !this.seen.has(cause)) told.cause = yield* this.one(cause, cause.traceback);
      const needsContext = !this.options.isCompact || (told.cause === null && !suppressesContext);
      if (context !== null && needsContext && !this.seen.has(context))
        told.context = yield* this.one(context, context.traceback);
      if (isGroup(told.exception)) {
        const members: Told[] = [];
        for (const member of membersOf(told.exception)) members.push(yield* this.one(member, member.traceback));
        told.members = members;
      }
      for (const next of [told.cause, told.context, ...(told.members ?? [])]) if (next !== null) queue.push(next);
    }
    return first;
  }

  private *one(exception: PyException, traceback: PyTraceback | null): Generator<undefined, Told, Value> {
    this.seen.add(exception);
    const { thread } = this;
    const entries = limited(stackEntries(thread.interpreter, traceback), this.options.limit);
    const isSyntax = exception.type.isSubtypeOf(exceptionNamed('SyntaxError'));
    const text = yield* safeText(strSteps(thread, exception), '<exception str() failed>');
    const notes = yield* this.notes(exception);
    const message = isSyntax ? text : text + (yield* suggestionText(thread, exception, traceback));
    return {
      exception,
      stack: stackPieces(thread.interpreter, entries),
      type: typeText(exception.type),
      message,
      notes,
      cause: null,
      context: null,
      members: null,
    };
  }

  private *notes(exception: PyException): Generator<undefined, string[], Value> {
    const notes = exception.get('__notes__') ?? null;
    if (notes === null) return [];
    if (!(notes instanceof PyList || notes instanceof PyTuple))
      return [yield* safeText(reprSteps(this.thread, notes), '<__notes__ repr() failed>')];
    const texts: string[] = [];
    for (const note of notes.items)
      texts.push(...(yield* safeText(strSteps(this.thread, note), '<note str() failed>')).split('\n'));
    return texts;
  }
}

function onlyPieces(told: Told, showsGroup: boolean, depth: number): string[] {
  const indent = '   '.repeat(depth);
  const pieces: string[] = [];
  if (told.exception.type.isSubtypeOf(exceptionNamed('SyntaxError'))) {
    const place = syntaxErrorPlace(told.exception);
    const given = syntaxErrorField(told.exception, 'msg');
    const message = given === null ? '<no detail available>' : String(given);
    pieces.push(...place.lines.split(/(?<=\n)/), `${told.type}: ${message}${place.suffix}\n`);
  } else {
    const line = told.message === '' ? told.type : `${told.type}: ${told.message}`;
    if (depth === 0) pieces.push(`${line}\n`);
    else pieces.push(...line.split('\n').map((part) => `${part}\n`));
  }
  pieces.push(...told.notes.map((note) => `${note}\n`));
  const own = pieces.filter((piece) => piece !== '').map((piece) => indent + piece);
  if (!showsGroup || told.members === null) return own;
  return [...own, ...told.members.flatMap((member) => onlyPieces(member, true, depth + 1))];
}

/** Puts the margin of groups before the lines. Models: _ExceptionPrintContext and TracebackException.format. */
class GroupPrinter {
  readonly pieces: string[] = [];
  private depth = 0;
  private needsClose = false;
  private readonly options: ExceptionTextOptions;

  constructor(options: ExceptionTextOptions) {
    this.options = options;
  }

  print(last: Told): void {
    const chain: [string | null, Told][] = [];
    for (let told: Told | null = last; told !== null;) {
      const cause: Told | null = this.options.isChained ? told.cause : null;
      const context: Told | null =
        this.options.isChained && cause === null && !told.exception.suppressesContext ? told.context : null;
      chain.push([cause !== null ? causeText : context !== null ? contextText : null, told]);
      told = cause ?? context;
    }
    for (const [link, told] of chain.reverse()) {
      if (link !== null) this.emit(link);
      if (told.members === null) this.printOne(told);
      else if (this.depth > this.options.groupDepth) this.emit(`... (max_group_depth is ${this.options.groupDepth})\n`);
      else this.printGroup(told, told.members);
    }
  }

  private printOne(told: Told): void {
    if (told.stack.length > 0) this.emit('Traceback (most recent call last):\n');
    for (const piece of told.stack) this.emit(piece);
    for (const piece of onlyPieces(told, false, 0)) this.emit(piece);
  }

  private printGroup(told: Told, members: readonly Told[]): void {
    const isOutermost = this.depth === 0;
    if (isOutermost) this.depth += 1;
    if (told.stack.length > 0)
      this.emit('Exception Group Traceback (most recent call last):\n', isOutermost ? '+' : '|');
    for (const piece of told.stack) this.emit(piece);
    for (const piece of onlyPieces(told, false, 0)) this.emit(piece);
    const { groupWidth } = this.options;
    const count = members.length <= groupWidth ? members.length : groupWidth + 1;
    this.needsClose = false;
    for (const [i, member] of members.slice(0, count).entries()) this.printMember(member, i, members.length, count);
    if (isOutermost) this.depth = 0;
  }

  private printMember(member: Told, i: number, total: number, shown: number): void {
    const isLast = i === shown - 1;
    if (isLast) this.needsClose = true;
    const isCut = i >= this.options.groupWidth;
    this.pieces.push(
      `${this.indent}${i === 0 ? '+-' : '  '}+---------------- ${isCut ? '...' : i + 1} ----------------\n`,
    );
    this.depth += 1;
    if (isCut) {
      const remaining = total - this.options.groupWidth;
      this.emit(`and ${remaining} more exception${remaining > 1 ? 's' : ''}\n`);
    } else this.print(member);
    if (isLast && this.needsClose) {
      this.pieces.push(`${this.indent}+------------------------------------\n`);
      this.needsClose = false;
    }
    this.depth -= 1;
  }

  private get indent(): string {
    return '  '.repeat(this.depth);
  }

  private emit(text: string, margin = '|'): void {
    const before = this.depth === 0 ? '' : `${this.indent}${margin} `;
    this.pieces.push(
      before === '' ? text : text.replace(/^/gm, (_match, at: number) => (at === text.length ? '' : before)),
    );
  }
}

function* safeText(text: Generator<undefined, string, Value>, fallback: string): Generator<undefined, string, Value> {
  try {
    return yield* text;
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    return fallback;
  }
}

function typeText(type: PyType): string {
  const module = type.lookup('__module__') ?? null;
  if (module === '__main__' || module === 'builtins') return type.qualifiedName;
  return `${typeof module === 'string' ? module : '<unknown>'}.${type.qualifiedName}`;
}
