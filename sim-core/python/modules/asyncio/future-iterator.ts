/** What `await future` goes through: yields the future once, then gives its result. Models: FutureIter in Modules/_asynciomodule.c. */
import { objectType, typeType } from '../../objects/builtin-types.ts';
import { NativeIterator } from '../../objects/py-iterators.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { between, exactly, method, methodSteps } from '../../builtins/define.ts';
import { exceptionToThrow } from '../../builtins/types/throw-into.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { PyRaise, raised, stopIteration } from '../../vm/raise.ts';
import { resultOf } from './future.ts';
import type { Future } from './future.ts';

const futureIteratorType = new PyType({
  name: 'FutureIter',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  moduleName: '_asyncio',
  canBeSubclassed: false,
});

export class FutureIterator extends NativeIterator {
  override readonly type = futureIteratorType;
  private readonly thread: PyThread;
  /** Null once its result was given. */
  future: Future | null;
  /** The value of the `await`. */
  result: Value = null;

  constructor(thread: PyThread, future: Future) {
    super();
    this.thread = thread;
    this.future = future;
  }

  next(): Value | undefined {
    const { future } = this;
    if (future === null) return undefined;
    if (future.state === 'PENDING') {
      if (future.isBlocking) throw raised('RuntimeError', "await wasn't used with future");
      future.isBlocking = true;
      return future;
    }
    this.future = null;
    this.result = resultOf(this.thread, future);
    return undefined;
  }
}

const iteratorOf = (self: Value | undefined): FutureIterator => self as FutureIterator;

function advance(iterator: FutureIterator): Value {
  const value = iterator.next();
  if (value === undefined) throw new PyRaise(stopIteration(iterator.result));
  return value;
}

method(futureIteratorType, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
method(futureIteratorType, '__next__', exactly(0), (_thread, args) => advance(iteratorOf(args[0])));
method(futureIteratorType, 'send', exactly(1), (_thread, args) => advance(iteratorOf(args[0])));
methodSteps(futureIteratorType, 'throw', between(1, 3), function* throwException(thread, args) {
  iteratorOf(args[0]).future = null;
  throw new PyRaise(yield* exceptionToThrow(thread, args.slice(1)));
});
method(futureIteratorType, 'close', exactly(0), (_thread, args) => {
  iteratorOf(args[0]).future = null;
  return null;
});
