/** The methods and attributes of `_asyncio.Future` (and so of Task). The texts are Modules/_asynciomodule.c's. */
import { PyList } from '../../objects/py-list.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { aliasOf } from '../../builtins/generic-alias.ts';
import {
  anyNumber,
  attribute,
  classMethod,
  constructor,
  exactly,
  method,
  methodSteps,
  named,
  native,
} from '../../builtins/define.ts';
import { richCompareSteps } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { PyRaise, raised } from '../../vm/raise.ts';
import { truthQuickly, truthSteps } from '../../vm/truth.ts';
import { copyContext } from '../contextvars/context.ts';
import { asyncioException, libraryValue } from './asyncio-state.ts';
import { FutureIterator } from './future-iterator.ts';
import {
  addDoneCallback,
  cancelFuture,
  cancelledErrorOf,
  Future,
  futureOf,
  futureType,
  initializeFuture,
  requireInitialized,
  resultOf,
  retrieved,
  setException,
  setResult,
} from './future.ts';

/** Keyword-only parameters: names that no position reaches. */
function keywordOnly(
  least: number,
  most: number,
  ...names: string[]
): { least: number; most: number; names: string[] } {
  return { least, most, names };
}

constructor(futureType, anyNumber(true), (_thread, args) => new Future(args[0] as PyType));
methodSteps(futureType, '__init__', keywordOnly(0, 0, 'loop'), function* init(thread, args) {
  const future = futureOf(args[0]);
  future.state = 'PENDING';
  future.callbacks = [];
  return yield* initializeFuture(thread, future, args[1] ?? null);
});
method(futureType, 'result', exactly(0), (thread, args) => {
  requireInitialized(futureOf(args[0]));
  return resultOf(thread, futureOf(args[0]));
});
method(futureType, 'exception', exactly(0), (thread, args) => {
  const future = futureOf(args[0]);
  requireInitialized(future);
  if (future.state === 'CANCELLED') throw new PyRaise(cancelledErrorOf(thread, future));
  if (future.state === 'PENDING')
    throw new PyRaise(asyncioException(thread, 'InvalidStateError', 'Exception is not set.'));
  retrieved(thread, future);
  return future.exception;
});
methodSteps(futureType, 'set_result', exactly(1), function* setResultSteps(thread, args) {
  requireInitialized(futureOf(args[0]));
  return yield* setResult(thread, futureOf(args[0]), args[1] as Value);
});
methodSteps(futureType, 'set_exception', exactly(1), function* setExceptionSteps(thread, args) {
  requireInitialized(futureOf(args[0]));
  return yield* setException(thread, futureOf(args[0]), args[1] as Value);
});
methodSteps(futureType, 'add_done_callback', keywordOnly(1, 1, 'fn', 'context'), function* add(thread, args) {
  requireInitialized(futureOf(args[0]));
  const context = args[2] ?? copyContext(thread);
  return yield* addDoneCallback(thread, futureOf(args[0]), { callable: args[1] as Value, context });
});
methodSteps(futureType, 'remove_done_callback', exactly(1), function* remove(thread, args) {
  const future = futureOf(args[0]);
  const kept = [];
  for (const callback of future.callbacks) {
    const isSame =
      callback.callable === args[1] ||
      (yield* truthSteps(thread, yield* richCompareSteps(thread, 2, callback.callable, args[1] as Value)));
    if (!isSame) kept.push(callback);
  }
  const removed = future.callbacks.length - kept.length;
  future.callbacks = kept;
  return removed;
});
methodSteps(futureType, 'cancel', named(0, 'msg'), function* cancel(thread, args) {
  requireInitialized(futureOf(args[0]));
  return yield* cancelFuture(thread, futureOf(args[0]), args[1] ?? null);
});
method(futureType, 'cancelled', exactly(0), (_thread, args) => futureOf(args[0]).state === 'CANCELLED');
method(futureType, 'done', exactly(0), (_thread, args) => futureOf(args[0]).state !== 'PENDING');
method(futureType, 'get_loop', exactly(0), (_thread, args) => {
  requireInitialized(futureOf(args[0]));
  return futureOf(args[0]).loop;
});
method(futureType, '_make_cancelled_error', exactly(0), (thread, args) => cancelledErrorOf(thread, futureOf(args[0])));
methodSteps(futureType, '__repr__', exactly(0), function* repr(thread, args) {
  return yield* callSteps(thread, libraryValue(thread, 'asyncio.base_futures', '_future_repr'), [args[0] as Value]);
});
for (const name of ['__iter__', '__await__'])
  method(futureType, name, exactly(0), (thread, args) => {
    requireInitialized(futureOf(args[0]));
    return new FutureIterator(thread, futureOf(args[0]));
  });
classMethod(
  futureType,
  native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
);

attribute(futureType, '_state', (self) => futureOf(self).state);
attribute(
  futureType,
  '_asyncio_future_blocking',
  (self) => futureOf(self).isBlocking,
  (self, value) => {
    if (value === undefined) throw raised('AttributeError', 'cannot delete attribute');
    futureOf(self).isBlocking = truthQuickly(value) === true;
  },
);
attribute(futureType, '_loop', (self) => futureOf(self).loop);
attribute(futureType, '_callbacks', (self) => {
  const { callbacks } = futureOf(self);
  return callbacks.length === 0
    ? null
    : new PyList(callbacks.map(({ callable, context }) => new PyTuple([callable, context])));
});
attribute(futureType, '_result', (self) => futureOf(self).result);
attribute(futureType, '_exception', (self) => futureOf(self).exception);
attribute(
  futureType,
  '_log_traceback',
  (self) => futureOf(self).logsTraceback,
  (self, value) => {
    if (value === undefined) throw raised('AttributeError', 'cannot delete attribute');
    if (truthQuickly(value) !== false) throw raised('ValueError', '_log_traceback can only be set to False');
    futureOf(self).logsTraceback = false;
  },
);
attribute(
  futureType,
  '_source_traceback',
  (self) => futureOf(self).sourceTraceback,
  (self, value) => {
    futureOf(self).sourceTraceback = value ?? null;
  },
);
attribute(
  futureType,
  '_cancel_message',
  (self) => futureOf(self).cancelMessage,
  (self, value) => {
    futureOf(self).cancelMessage = value ?? null;
  },
);
