/** Exceptions on their way to a handler. Models: exception_unwind in Python/ceval.c, do_raise, chained contexts of Python/errors.c. */
import { PyException } from '../objects/py-exception.ts';
import { PyTraceback } from '../objects/py-traceback.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import { typeOf } from '../objects/builtin-types.ts';
import type { Value } from '../objects/value.ts';
import { unicodeException } from '../builtins/unicode-errors.ts';
import { ValueFault } from '../values/value-fault.ts';
import { PyFrame, returnModes } from './frame.ts';
import type { Frame, NativeFrame } from './frame.ts';
import { finishNative, invoke } from './invoke.ts';
import { pushSteps } from './native-steps.ts';
import type { PyThread } from './py-thread.ts';
import { makeException, PyRaise, raised } from './raise.ts';
import { endForLoop, endGenerator, pushOn, sendEnded } from './return-value.ts';
import { endOfIteration } from './end-of-iteration.ts';

const baseException = exceptionNamed('BaseException');

/** Makes a Python exception of anything thrown; what is neither Python's nor the engine's limits is our own mistake and goes on up. */
export function exceptionOf(thread: PyThread, error: unknown): PyException {
  if (error instanceof PyRaise) return error.exception;
  if (error instanceof ValueFault)
    return error.type.startsWith('Unicode')
      ? unicodeException(error.type, error.details)
      : makeException(error.type, error.message);
  if (error instanceof RangeError) {
    const text = error.message;
    if (text.includes('call stack')) return thread.recursionError().exception;
    if (/string length|array length|allocation|BigInt/i.test(text)) return makeException('MemoryError');
  }
  throw error;
}

/** Unwinds to the handler of the exception; if there is none, the stack is empty and `thread.uncaught` holds it. */
export function handleException(thread: PyThread, error: unknown): void {
  let exception = exceptionOf(thread, error);
  let isReraised = thread.frame instanceof PyFrame && thread.frame.reraisedAt !== null;
  if (!isReraised && !(error instanceof PyRaise && error.isRestored)) chainContext(thread, exception);
  for (;;) {
    const frame = thread.frame;
    if (frame === null) {
      thread.uncaught = exception;
      return;
    }
    if (frame instanceof PyFrame) {
      if (!isReraised) exception.traceback = new PyTraceback(exception.traceback, frame, frame.pc - 1);
      frame.reraisedAt = null;
      if (enterHandler(thread, frame, exception)) return;
      leaveByException(thread, frame);
      if (endsIteration(thread, frame, exception)) return;
    } else {
      const next = throwIntoNative(thread, frame as NativeFrame, exception);
      if (next === null) return;
      exception = next;
      if (endsIteration(thread, frame, exception)) return;
    }
    isReraised = false;
  }
}

/** `__context__`: what was being handled when this was raised. */
function chainContext(thread: PyThread, exception: PyException): void {
  const handled = thread.handled;
  if (handled === null || handled === exception || exception.context === handled) return;
  let link: PyException | null = handled;
  while (link !== null && link.context !== exception) link = link.context;
  if (link !== null) link.context = null;
  exception.context = handled;
}

function enterHandler(thread: PyThread, frame: PyFrame, exception: PyException): boolean {
  const table = frame.code.source.exceptionTable;
  const at = frame.pc - 1;
  for (let row = 0; row < table.length; row += 5) {
    if (at < (table[row] as number) || at >= (table[row + 1] as number)) continue;
    frame.sp = frame.code.localCount + (table[row + 3] as number);
    if (table[row + 4] === 1) frame.slots[frame.sp++] = at;
    frame.slots[frame.sp++] = exception;
    frame.pc = table[row + 2] as number;
    thread.enteredHandler = { frame, pc: frame.pc, raisedAt: at };
    frame.pushesNull = false;
    thread.previousOp = 0;
    return true;
  }
  return false;
}

function leaveByException(thread: PyThread, frame: PyFrame): void {
  thread.depth -= 1;
  thread.frame = frame.back;
  // A traceback may keep the frame: its locals stay, its value stack does not.
  frame.sp = frame.code.localCount;
  if (frame.generator !== null) endGenerator(thread, frame.generator, frame);
  frame.outerHandled = null;
  frame.back = frame.generator === null ? callerOf(frame) : null;
}

/** What `f_back` of an ended frame refers to: a caller in Python, but nothing native. */
function callerOf(frame: PyFrame): PyFrame | null {
  let at = frame.back;
  while (at !== null && !(at instanceof PyFrame)) at = at.back;
  return at;
}

/** StopIteration out of a __next__ is the end of a loop, not an error. */
function endsIteration(thread: PyThread, frame: Frame, exception: PyException): boolean {
  const mode = frame.returnMode;
  if (mode !== returnModes.forIteration && mode !== returnModes.send && mode !== returnModes.nativeIteration)
    return false;
  if (!exception.type.isSubtypeOf(exceptionNamed('StopIteration'))) return false;
  if (mode === returnModes.forIteration) endForLoop(thread, frame);
  else if (mode === returnModes.send) sendEnded(thread, frame, exception.args.items[0] ?? null);
  else pushOn(thread, endOfIteration);
  return true;
}

/** Gives the exception to native code; null if it went on with something else, else the exception that came out. */
function throwIntoNative(thread: PyThread, frame: NativeFrame, exception: PyException): PyException | null {
  try {
    const result = frame.steps.throw(new PyRaise(exception));
    if (result.done === true) finishNative(thread, frame, result.value);
    return null;
  } catch (error) {
    thread.frame = frame.back;
    const next = exceptionOf(thread, error);
    if (next !== exception) chainContext(thread, next);
    return next;
  }
}

/** RAISE_VARARGS. True: a class has to be called first, which a frame now does. */
export function raiseVarargs(thread: PyThread, what: Value | undefined, cause: Value | undefined): boolean {
  if (what === undefined) {
    if (thread.handled === null) throw raised('RuntimeError', 'No active exception to reraise');
    // It goes on as it is: this line is not added to its traceback.
    if (thread.frame instanceof PyFrame) thread.frame.reraisedAt = thread.frame.pc - 1;
    throw new PyRaise(thread.handled);
  }
  if (what instanceof PyException && (cause === undefined || cause === null || cause instanceof PyException)) {
    throw new PyRaise(withCause(what, cause));
  }
  const isClass = what instanceof PyType && what.isSubtypeOf(baseException);
  if (!isClass && !(what instanceof PyException))
    throw raised('TypeError', 'exceptions must derive from BaseException');
  pushSteps(thread, 'raise', raiseSteps(thread, what, cause));
  return true;
}

function* raiseSteps(thread: PyThread, what: Value, cause: Value | undefined): Generator<undefined, Value, Value> {
  const exception = yield* instantiated(thread, what);
  const reason = cause === undefined || cause === null ? cause : yield* instantiated(thread, cause);
  throw new PyRaise(withCause(exception as PyException, reason));
}

function* instantiated(thread: PyThread, what: Value): Generator<undefined, Value, Value> {
  if (what instanceof PyException) return what;
  if (!(what instanceof PyType) || !what.isSubtypeOf(baseException)) {
    throw raised('TypeError', 'exception causes must derive from BaseException');
  }
  const made = invoke(thread, what, [], null);
  const exception = made === undefined ? yield : made;
  if (!(exception instanceof PyException)) {
    throw raised(
      'TypeError',
      `calling ${what.name} should have returned an instance of BaseException, not ${typeOf(exception).title}`,
    );
  }
  return exception;
}

function withCause(exception: PyException, cause: Value | undefined): PyException {
  if (cause !== undefined) {
    exception.cause = cause instanceof PyException ? cause : null;
    exception.suppressesContext = true;
  }
  return exception;
}

/** CHECK_EXC_MATCH */
export function checkExceptionMatch(exception: PyException, types: Value): boolean {
  const candidates = types instanceof PyTuple ? types.items : [types];
  for (const type of candidates) {
    if (!(type instanceof PyType) || !type.isSubtypeOf(baseException)) {
      throw raised('TypeError', 'catching classes that do not inherit from BaseException is not allowed');
    }
  }
  return candidates.some((type) => exception.type.isSubtypeOf(type as PyType));
}
