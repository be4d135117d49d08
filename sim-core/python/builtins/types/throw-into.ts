/** Raising inside a suspended generator. Models: _gen_throw, gen_close in Objects/genobject.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyException } from '../../objects/py-exception.ts';
import { PyGenerator } from '../../objects/py-generator.ts';
import { PyTraceback } from '../../objects/py-traceback.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { returnModes } from '../../vm/frame.ts';
import { delegateOf, discardUnstarted, throwInto } from '../../vm/generators.ts';
import { callSteps } from '../../vm/invoke.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { makeException, PyRaise, raised } from '../../vm/raise.ts';

/** For generator bodies: the exception that throw(type, value, traceback) means. */
export function* exceptionToThrow(
  thread: PyThread,
  args: readonly (Value | undefined)[],
): Generator<undefined, PyException, Value> {
  const [what, value, traceback] = args;
  if (traceback !== undefined && traceback !== null && !(traceback instanceof PyTraceback)) {
    throw raised('TypeError', 'throw() third argument must be a traceback object');
  }
  const exception = yield* instanceOf(thread, what ?? null, value ?? null);
  if (traceback instanceof PyTraceback) exception.traceback = traceback;
  return exception;
}

function* instanceOf(thread: PyThread, what: Value, value: Value): Generator<undefined, PyException, Value> {
  if (what instanceof PyException) {
    if (value !== null) throw raised('TypeError', 'instance exception may not have a separate value');
    return what;
  }
  if (!(what instanceof PyType) || !what.isSubtypeOf(exceptionNamed('BaseException'))) {
    throw raised(
      'TypeError',
      `exceptions must be classes or instances deriving from BaseException, not ${typeOf(what).title}`,
    );
  }
  if (value instanceof PyException && value.type.isSubtypeOf(what)) return value;
  const args = value === null ? [] : value instanceof PyTuple ? value.items : [value];
  const made = yield* callSteps(thread, what, args);
  if (!(made instanceof PyException)) throw raised('TypeError', 'exceptions must derive from BaseException');
  return made;
}

/**
 * For generator bodies: raises inside the generator; its next value, or what comes out of it.
 * The exception is thrown by a frame pushed on top of the generator's, so that it unwinds from there and not through us.
 */
function* throwSteps(
  thread: PyThread,
  generator: PyGenerator,
  exception: PyException,
  passesDelegate = false,
): NativeSteps {
  const caller = thread.frame;
  try {
    throwInto(thread, generator, exception, returnModes.generatorMethod, passesDelegate);
  } catch (error) {
    if (thread.frame === caller) throw error;
    pushSteps(thread, 'throw', throwing(exception));
  }
  return yield;
}

function* throwing(exception: PyException): NativeSteps {
  yield* [];
  throw new PyRaise(exception);
}

/** For generator bodies: generator.throw(exception). */
export function* throwIntoGenerator(thread: PyThread, generator: PyGenerator, exception: PyException): NativeSteps {
  const delegate = delegateOf(generator);
  if (delegate === null || delegate instanceof PyGenerator) {
    if (exception.type.isSubtypeOf(exceptionNamed('GeneratorExit')) && delegate instanceof PyGenerator) {
      return yield* throwSteps(thread, generator, yield* closedWith(thread, delegate, exception), true);
    }
    return yield* throwSteps(thread, generator, exception);
  }
  const isExit = exception.type.isSubtypeOf(exceptionNamed('GeneratorExit'));
  const method = loadSpecial(typeOf(delegate), delegate, isExit ? 'close' : 'throw');
  if (method === undefined) return yield* throwSteps(thread, generator, exception);
  let outcome = exception;
  try {
    const value = yield* callSteps(thread, method, isExit ? [] : [exception]);
    if (!isExit) return value;
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    outcome = error.exception;
  }
  return yield* throwSteps(thread, generator, outcome);
}

/** Closes the generator delegated to; the exception that the delegating one is to see. */
function* closedWith(
  thread: PyThread,
  delegate: PyGenerator,
  exception: PyException,
): Generator<undefined, PyException, Value> {
  try {
    yield* closeGenerator(thread, delegate);
    return exception;
  } catch (error) {
    if (error instanceof PyRaise) return error.exception;
    throw error;
  }
}

/** For generator bodies: generator.close(). */
export function* closeGenerator(thread: PyThread, generator: PyGenerator): NativeSteps {
  if (generator.frame === null) return null;
  if (!generator.hasStarted && !generator.isRunning) {
    discardUnstarted(thread, generator);
    return null;
  }
  try {
    yield* throwIntoGenerator(thread, generator, makeException('GeneratorExit'));
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    const { exception } = error;
    if (exception.type.isSubtypeOf(exceptionNamed('StopIteration'))) {
      const value = exception.get('value');
      return value === undefined ? (exception.args.items[0] ?? null) : value;
    }
    if (exception.type.isSubtypeOf(exceptionNamed('GeneratorExit'))) return null;
    throw error;
  }
  throw raised(
    'RuntimeError',
    `${generator.kind === 'async-generator' ? 'async generator' : generator.kind} ignored GeneratorExit`,
  );
}
