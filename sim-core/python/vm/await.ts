/** What `await`, `async for` and `async with` ask of objects. Models: _PyCoro_GetAwaitableIter and the GET_A… opcodes. */
import { typeOf } from '../objects/builtin-types.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import type { Value } from '../objects/value.ts';
import { loadSpecial } from './attributes.ts';
import { callSteps, invoke } from './invoke.ts';
import { pushSteps } from './native-steps.ts';
import type { PyThread } from './py-thread.ts';
import { PyRaise, raised } from './raise.ts';

/** GET_AWAITABLE; `where`: 1 `__aenter__`, 2 `__aexit__`, 0 elsewhere. */
export function awaitable(thread: PyThread, value: Value, where: number): Value | undefined {
  if (
    value instanceof PyGenerator &&
    (value.kind === 'coroutine' || (value.frame !== null && (value.frame.code.flags & 0x100) !== 0))
  ) {
    if (value.kind === 'coroutine' && value.isRunning)
      throw raised('RuntimeError', 'coroutine is being awaited already');
    return value;
  }
  const own = loadSpecial(typeOf(value), value, '__await__');
  if (own !== undefined) return invoke(thread, own, [], null);
  if (where === 0) throw raised('TypeError', `object ${typeOf(value).title} can't be used in 'await' expression`);
  const method = where === 1 ? '__aenter__' : '__aexit__';
  throw raised(
    'TypeError',
    `'async with' received an object from ${method} that does not implement __await__: ${typeOf(value).title}`,
  );
}

/** GET_AITER */
export function asyncIterator(thread: PyThread, value: Value): Value | undefined {
  const own = loadSpecial(typeOf(value), value, '__aiter__');
  if (own === undefined)
    throw raised('TypeError', `'async for' requires an object with __aiter__ method, got ${typeOf(value).title}`);
  return invoke(thread, own, [], null);
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
  const result = awaitable(thread, next, 0);
  return result === undefined ? yield : result;
}

/** CLEANUP_THROW: StopIteration's value, or the exception goes on. */
export function cleanupThrow(exception: PyException): Value {
  if (exception.type.isSubtypeOf(exceptionNamed('StopIteration')))
    return exception.get('value') ?? exception.args.items[0] ?? null;
  throw new PyRaise(exception);
}
