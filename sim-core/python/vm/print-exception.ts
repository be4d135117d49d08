/**
 * What CPython prints of an uncaught exception, and of one that nobody can catch: piece by piece, each goes to the terminal by itself without
 * the GIL, so that what other threads print may come between. In stepped runs it comes at once, as all work of the library does.
 * Models: _PyErr_Display in Python/pythonrun.c and _PyErr_WriteUnraisableMsg in Python/errors.c.
 */
import { exceptionNamed } from '../objects/exception-types.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyTraceback } from '../objects/py-traceback.ts';
import { PyModule } from '../objects/py-module.ts';
import type { Value } from '../objects/value.ts';
import { eventKinds } from '../../trace/event-kind.ts';
import { PyFrame } from './frame.ts';
import { callSteps } from './invoke.ts';
import { OutputStream } from './output-stream.ts';
import { optionalAttribute } from './optional-attribute.ts';
import type { PyThread } from './py-thread.ts';
import { PyRaise } from './raise.ts';
import { reprSteps } from './repr.ts';
import { standardStream } from './standard-streams.ts';
import { importTraceback } from './traceback-import.ts';
import { tracebackText, unraisableText } from './traceback/exception-text.ts';
import { unraisableArguments } from './unraisable-arguments.ts';

/** Putting one entry of a traceback together, with its source line and carets. */
const pieceNs = 30_000;

/** For generator bodies: prints to stderr; `title` comes before the traceback. */
export function* printException(
  thread: PyThread,
  exception: PyException,
  title: string | null = null,
): Generator<undefined, null, Value> {
  const text = yield* tracebackText(thread, exception);
  recordFailure(thread, exception, text);
  if (title !== null) yield* writeError(thread, `${title}\n`);
  yield* importTraceback(thread);
  return yield* writeError(thread, text);
}

/** Marks the moment in the trace; `text` is what is or would be printed. */
export function recordFailure(thread: PyThread, exception: PyException, text: string): void {
  if (exception.type.isSubtypeOf(exceptionNamed('SystemExit'))) return;
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  thread.kernel.record(eventKinds.threadFailed, thread.kernelThread.id, 0, thread.kernel.recorder.string(last));
}

/** For generator bodies: writes to what sys.stderr is now, one entry of a traceback after the other. */
export function* writeError(thread: PyThread, text: string): Generator<undefined, null, Value> {
  const stream = standardStream(thread, 'stderr');
  if (stream === null || text === '') return null;
  if (stream instanceof OutputStream) {
    if (thread.stepping === null) yield* writePieces(thread, stream, text);
    else stream.writeNow(thread, text);
    return null;
  }
  try {
    const write = yield* optionalAttribute(thread, stream, 'write');
    if (write !== undefined) yield* callSteps(thread, write, [text]);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
  }
  return null;
}

/** A piece is a line with those that are indented below it: an entry of a traceback with its source. */
function* writePieces(thread: PyThread, stream: OutputStream, text: string): Generator<undefined, null, Value> {
  for (const piece of text.split(/(?<=\n)(?! {4})/)) {
    thread.kernel.spend(pieceNs);
    if (stream.write(thread, piece, null) === undefined) yield;
  }
  return null;
}

export function sysAttribute(thread: PyThread, name: string): Value | undefined {
  const sys = thread.interpreter.modules.getText('sys');
  return sys instanceof PyModule ? sys.dict.getText(name) : undefined;
}

/** Where an exception was that nobody can catch. */
export interface UnraisablePlace {
  /** 'Exception ignored in …'; null for the usual words before the object. */
  readonly message: string | null;
  readonly object: Value;
}

/** For generator bodies: gives an exception that nobody can catch to sys.unraisablehook. */
export function* reportUnraisable(
  thread: PyThread,
  exception: PyException,
  place: UnraisablePlace,
): Generator<undefined, null, Value> {
  if (exception.traceback === null) exception.traceback = whereItIs(thread);
  const hook = sysAttribute(thread, 'unraisablehook');
  if (hook === undefined || hook === sysAttribute(thread, '__unraisablehook__'))
    return yield* printUnraisable(thread, exception, place);
  try {
    yield* callSteps(thread, hook, [unraisableArguments(exception, place)]);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    yield* printUnraisable(thread, error.exception, {
      message: 'Exception ignored in sys.unraisablehook',
      object: hook,
    });
  }
  return null;
}

/** For generator bodies: what sys.unraisablehook does of itself. */
export function* printUnraisable(
  thread: PyThread,
  exception: PyException,
  { message, object }: UnraisablePlace,
): Generator<undefined, null, Value> {
  let title = message === null ? '' : `${message}:\n`;
  if (object !== null) title = `${message ?? 'Exception ignored in'}: ${yield* safeRepr(thread, object)}\n`;
  return yield* writeError(thread, title + (yield* unraisableText(thread, exception)));
}

function* safeRepr(thread: PyThread, object: Value): Generator<undefined, string, Value> {
  try {
    return yield* reprSteps(thread, object);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    return '<object repr() failed>';
  }
}

/** What has been raised by native code has no traceback yet: the frame that called it. */
function whereItIs(thread: PyThread): PyTraceback | null {
  let at = thread.frame;
  while (at !== null && !(at instanceof PyFrame)) at = at.back;
  return at === null ? null : new PyTraceback(null, at, at.pc - 1);
}
