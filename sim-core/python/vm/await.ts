/** What `await`, `async for` and `async with` ask of objects. Models: _PyCoro_GetAwaitableIter and the GET_A… opcodes. */
import { typeOf } from '../objects/builtin-types.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import type { Value } from '../objects/value.ts';
import { loadSpecial } from './attributes.ts';
import { returnModes } from './frame.ts';
import { delegateOf } from './generators.ts';
import { callSteps, invoke, markReturn } from './invoke.ts';
import { pushSteps } from './native-steps.ts';
import type { PyThread } from './py-thread.ts';
import { makeException, PyRaise, raised } from './raise.ts';
import { checkAsyncIterator, checkAwaitIterator } from './return-value.ts';

/** GET_AWAITABLE; `where`: 1 `__aenter__`, 2 `__aexit__`, 0 elsewhere. */
export function awaitable(thread: PyThread, value: Value, where: number): Value | undefined {
  if (
    value instanceof PyGenerator &&
    (value.kind === 'coroutine' || (value.frame !== null && (value.frame.code.flags & 0x100) !== 0))
  ) {
    if (value.kind === 'coroutine' && delegateOf(value) !== null)
      throw raised('RuntimeError', 'coroutine is being awaited already');
    return value;
  }
  const own = loadSpecial(typeOf(value), value, '__await__');
  if (own !== undefined) return checked(thread, own, returnModes.awaitIterator, checkAwaitIterator);
  if (where === 0) throw raised('TypeError', `object ${typeOf(value).title} can't be used in 'await' expression`);
  const method = where === 1 ? '__aenter__' : '__aexit__';
  throw raised(
    'TypeError',
    `'async with' received an object from ${method} that does not implement __await__: ${typeOf(value).title}`,
  );
}

/** Calls a special method; its result is checked, now or when it is there. */
function checked(thread: PyThread, method: Value, mode: number, check: (value: Value) => void): Value | undefined {
  const caller = thread.frame;
  const value = invoke(thread, method, [], null);
  if (value === undefined) markReturn(thread, caller, mode, null);
  else check(value);
  return value;
}

/** GET_AITER */
export function asyncIterator(thread: PyThread, value: Value): Value | undefined {
  const own = loadSpecial(typeOf(value), value, '__aiter__');
  if (own === undefined)
    throw raised('TypeError', `'async for' requires an object with __aiter__ method, got ${typeOf(value).title}`);
  return checked(thread, own, returnModes.asyncIterator, checkAsyncIterator);
}

/** GET_ANEXT: the awaitable iterator of the next item. */
export function asyncNext(thread: PyThread, iterator: Value): Value | undefined {
  return pushSteps(thread, '__anext__', asyncNextSteps(thread, iterator));
}

function* asyncNextSteps(thread: PyThread, iterator: Value): Generator<undefined, Value, Value> {
  const own = loadSpecial(typeOf(iterator), iterator, '__anext__');
  if (own === undefined)
    throw raised('TypeError', `'async for' requires an iterator with __anext__ method, got ${typeOf(iterator).title}`);
  const next = yield* callSteps(thread, own, []);
  try {
    const result = awaitable(thread, next, 0);
    return result === undefined ? yield : result;
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    const refused = makeException(
      'TypeError',
      `'async for' received an invalid object from __anext__: ${typeOf(next).title}`,
    );
    refused.cause = error.exception;
    refused.suppressesContext = true;
    refused.context = error.exception;
    throw new PyRaise(refused, true);
  }
}

/** CLEANUP_THROW: StopIteration's value, or the exception goes on. */
export function cleanupThrow(exception: PyException): Value {
  if (exception.type.isSubtypeOf(exceptionNamed('StopIteration')))
    return exception.get('value') ?? exception.args.items[0] ?? null;
  throw new PyRaise(exception);
}
