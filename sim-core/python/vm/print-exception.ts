/** What CPython prints of an uncaught exception. */
import { exceptionNamed } from '../objects/exception-types.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyTraceback } from '../objects/py-traceback.ts';
import type { Value } from '../objects/value.ts';
import { eventKinds } from '../../trace/event-kind.ts';
import { PyFrame } from './frame.ts';
import type { PyThread } from './py-thread.ts';
import { tracebackText, unraisableText } from './traceback/exception-text.ts';

/** For generator bodies: prints to stderr; `title` comes before the traceback. */
export function* printException(
  thread: PyThread,
  exception: PyException,
  title: string | null = null,
): Generator<undefined, null, Value> {
  const text = yield* tracebackText(thread, exception);
  if (!exception.type.isSubtypeOf(exceptionNamed('SystemExit'))) {
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    thread.kernel.record(eventKinds.threadFailed, thread.kernelThread.id, 0, thread.kernel.recorder.string(last));
  }
  thread.interpreter.stderr.writeNow(thread, (title === null ? '' : `${title}\n`) + text);
  return null;
}

/** For generator bodies: prints an exception that nobody can catch, as sys.unraisablehook does. */
export function* printUnraisable(
  thread: PyThread,
  exception: PyException,
  title: string | null,
): Generator<undefined, null, Value> {
  if (exception.traceback === null) exception.traceback = whereItIs(thread);
  const text = yield* unraisableText(thread, exception);
  thread.interpreter.stderr.writeNow(thread, (title === null ? '' : `${title}\n`) + text);
  return null;
}

/** What has been raised by native code has no traceback yet: the frame that called it. */
function whereItIs(thread: PyThread): PyTraceback | null {
  let at = thread.frame;
  while (at !== null && !(at instanceof PyFrame)) at = at.back;
  return at === null ? null : new PyTraceback(null, at, at.pc - 1);
}
