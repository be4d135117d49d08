/** What CPython prints of an uncaught exception. */
import { exceptionNamed } from '../objects/exception-types.ts';
import type { PyException } from '../objects/py-exception.ts';
import type { Value } from '../objects/value.ts';
import { eventKinds } from '../../trace/event-kind.ts';
import type { PyThread } from './py-thread.ts';
import { tracebackText, unraisableText } from './traceback-text.ts';

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
  const text = yield* unraisableText(thread, exception);
  thread.interpreter.stderr.writeNow(thread, (title === null ? '' : `${title}\n`) + text);
  return null;
}
