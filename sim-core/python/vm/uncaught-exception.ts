/** An exception that nothing in the main thread caught. Models: _PyErr_PrintEx in Python/pythonrun.c. */
import type { PyException } from '../objects/py-exception.ts';
import { PyModule } from '../objects/py-module.ts';
import type { Value } from '../objects/value.ts';
import { callSteps } from './invoke.ts';
import { printException, recordFailure, sysAttribute, writeError } from './print-exception.ts';
import type { PyThread } from './py-thread.ts';
import { PyRaise } from './raise.ts';
import { tracebackText } from './traceback/exception-text.ts';

/** For generator bodies: gives it to sys.excepthook. */
export function* reportUncaught(thread: PyThread, exception: PyException): Generator<undefined, null, Value> {
  const sys = thread.interpreter.modules.getText('sys');
  if (sys instanceof PyModule) {
    sys.dict.set('last_exc', exception);
    sys.dict.set('last_type', exception.type);
    sys.dict.set('last_value', exception);
    sys.dict.set('last_traceback', exception.traceback);
    if (sys.dict.getText('excepthook') === undefined) yield* writeError(thread, 'sys.excepthook is missing\n');
  }
  const hook = sysAttribute(thread, 'excepthook');
  if (hook === undefined || hook === sysAttribute(thread, '__excepthook__'))
    return yield* printException(thread, exception);
  recordFailure(thread, exception, yield* tracebackText(thread, exception));
  try {
    yield* callSteps(thread, hook, [exception.type, exception, exception.traceback]);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    yield* writeError(thread, 'Error in sys.excepthook:\n');
    yield* writeError(thread, yield* tracebackText(thread, error.exception));
    yield* writeError(thread, '\nOriginal exception was:\n');
    yield* writeError(thread, yield* tracebackText(thread, exception));
  }
  return null;
}
