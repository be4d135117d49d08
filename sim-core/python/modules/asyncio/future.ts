/** `_asyncio.Future`. Models: FutureObj in Modules/_asynciomodule.c of 3.13. What is atomic there is atomic here; callbacks are scheduled by the loop's own call_soon. */
import { objectType, typeOf, typeType } from '../../objects/builtin-types.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyException } from '../../objects/py-exception.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import type { PyTraceback } from '../../objects/py-traceback.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { loadAttribute } from '../../vm/attributes.ts';
import { guarded } from '../../vm/death-steps.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { makeException, PyRaise, raised } from '../../vm/raise.ts';
import { truthSteps } from '../../vm/truth.ts';
import { asyncioException, asyncioState, libraryValue } from './asyncio-state.ts';
import { recordWakeUps } from './task-trace.ts';

export const futureType = new PyType({
  name: 'Future',
  bases: [objectType],
  layout: 'object',
  metatype: typeType,
  moduleName: '_asyncio',
  hasInstanceDict: true,
});

export interface DoneCallback {
  readonly callable: Value;
  readonly context: Value;
}

export class Future extends PyInstance {
  /** Null before `__init__`. */
  loop: Value = null;
  state: 'PENDING' | 'CANCELLED' | 'FINISHED' = 'PENDING';
  callbacks: DoneCallback[] = [];
  result: Value = null;
  exception: PyException | null = null;
  exceptionTraceback: PyTraceback | null = null;
  /** It has an exception that nobody has asked for yet. */
  logsTraceback = false;
  /** Set by `await` just before it yields the future to the task. */
  isBlocking = false;
  sourceTraceback: Value = null;
  cancelMessage: Value = null;
  cancelledError: PyException | null = null;

  /** Nobody can ask for its exception any more. Models: FutureObj_finalize. */
  *onDeath(thread: PyThread): NativeSteps {
    if (!this.logsTraceback) return null;
    this.logsTraceback = false;
    return yield* reportDeath(thread, this, [
      ['message', `${typeOf(this).name} exception was never retrieved`],
      ['exception', this.exception],
      ['future', this],
    ]);
  }
}

/** Tells the loop's exception handler; what goes wrong with that is printed. */
export function* reportDeath(
  thread: PyThread,
  future: Future,
  entries: readonly (readonly [string, Value])[],
): NativeSteps {
  const context = new PyDict();
  for (const [name, value] of entries) context.set(name, value);
  if (future.sourceTraceback !== null) context.set('source_traceback', future.sourceTraceback);
  const handler = yield* attributeSteps(thread, future.loop, 'call_exception_handler');
  return yield* guarded(thread, callSteps(thread, handler, [context]), handler);
}

export function futureOf(self: Value | undefined): Future {
  return self as Future;
}

/** A future's memory, got and given back. */
const creationNs = 110;

/** future_init; `loop` None: the running one, or what the policy gives. */
export function* initializeFuture(thread: PyThread, future: Future, given: Value): NativeSteps {
  const loop = given ?? (yield* eventLoopSteps(thread));
  future.loop = loop;
  thread.kernel.spend(creationNs);
  if (yield* truthSteps(thread, yield* debugFlag(thread, loop)))
    future.sourceTraceback = yield* callSteps(
      thread,
      libraryValue(thread, 'asyncio.format_helpers', 'extract_stack'),
      [],
    );
  return null;
}

/** asyncio.get_event_loop() */
export function* eventLoopSteps(thread: PyThread): NativeSteps {
  const running = asyncioState(thread.interpreter).runningLoops.get(thread.ident);
  if (running !== undefined) return running;
  const policy = yield* callSteps(thread, libraryValue(thread, 'asyncio.events', 'get_event_loop_policy'), []);
  return yield* callSteps(thread, yield* attributeSteps(thread, policy, 'get_event_loop'), []);
}

/** loop.get_debug(), without the call where the loop is one of ours. */
function* debugFlag(thread: PyThread, loop: Value): NativeSteps {
  const own = loop instanceof PyInstance ? loop.get('_debug') : undefined;
  if (own !== undefined) return own;
  return yield* callSteps(thread, yield* attributeSteps(thread, loop, 'get_debug'), []);
}

export function* attributeSteps(thread: PyThread, owner: Value, name: string): NativeSteps {
  const value = loadAttribute(thread, owner, name);
  return value === undefined ? yield : value;
}

/** loop.call_soon(callback, *args, context=context) */
export function* callSoon(
  thread: PyThread,
  loop: Value,
  callback: Value,
  args: readonly Value[],
  context: Value,
): NativeSteps {
  const method = yield* attributeSteps(thread, loop, 'call_soon');
  const names = context === null ? null : ['context'];
  return yield* callSteps(thread, method, context === null ? [callback, ...args] : [callback, ...args, context], names);
}

/** future_schedule_callbacks: in the order they were added. */
function* scheduleCallbacks(thread: PyThread, future: Future): NativeSteps {
  const { callbacks } = future;
  if (callbacks.length === 0) return null;
  future.callbacks = [];
  recordWakeUps(thread, callbacks);
  for (const { callable, context } of callbacks) yield* callSoon(thread, future.loop, callable, [future], context);
  return null;
}

export function* setResult(thread: PyThread, future: Future, value: Value): NativeSteps {
  if (future.state !== 'PENDING') throw new PyRaise(asyncioException(thread, 'InvalidStateError', 'invalid state'));
  future.result = value;
  future.state = 'FINISHED';
  return yield* scheduleCallbacks(thread, future);
}

export function* setException(thread: PyThread, future: Future, given: Value): NativeSteps {
  if (future.state !== 'PENDING') throw new PyRaise(asyncioException(thread, 'InvalidStateError', 'invalid state'));
  const isClass = given instanceof PyType && given.isSubtypeOf(exceptionNamed('BaseException'));
  let exception = isClass ? yield* callSteps(thread, given, []) : given;
  if (!(exception instanceof PyException)) throw raised('TypeError', 'invalid exception object');
  if (exception.type.isSubtypeOf(exceptionNamed('StopIteration'))) {
    const text = 'StopIteration interacts badly with generators and cannot be raised into a Future';
    const instead = makeException('RuntimeError', text);
    instead.cause = exception;
    instead.context = exception;
    instead.suppressesContext = true;
    exception = instead;
  }
  future.exception = exception as PyException;
  future.exceptionTraceback = (exception as PyException).traceback;
  future.state = 'FINISHED';
  yield* scheduleCallbacks(thread, future);
  future.logsTraceback = true;
  thread.interpreter.mortals.watch(future);
  return null;
}

/** future_cancel: false where it has ended already. */
export function* cancelFuture(thread: PyThread, future: Future, message: Value): NativeSteps {
  retrieved(thread, future);
  if (future.state !== 'PENDING') return false;
  future.state = 'CANCELLED';
  future.cancelMessage = message;
  yield* scheduleCallbacks(thread, future);
  return true;
}

/** The CancelledError to raise for it: the one that ended the task, or a new one. */
export function cancelledErrorOf(thread: PyThread, future: Future): PyException {
  const { cancelledError, cancelMessage } = future;
  future.cancelledError = null;
  return (
    cancelledError ?? asyncioException(thread, 'CancelledError', ...(cancelMessage === null ? [] : [cancelMessage]))
  );
}

/** Somebody has asked for its exception. */
export function retrieved(thread: PyThread, future: Future): void {
  if (!future.logsTraceback) return;
  future.logsTraceback = false;
  const { mortals } = thread.interpreter;
  if (!mortals.hasCallback(future)) mortals.forget(future);
}

/** future.result(): the value, or the exception thrown. */
export function resultOf(thread: PyThread, future: Future): Value {
  if (future.state === 'CANCELLED') throw new PyRaise(cancelledErrorOf(thread, future));
  if (future.state === 'PENDING')
    throw new PyRaise(asyncioException(thread, 'InvalidStateError', 'Result is not set.'));
  retrieved(thread, future);
  if (future.exception === null) return future.result;
  future.exception.traceback = future.exceptionTraceback;
  future.exceptionTraceback = null;
  throw new PyRaise(future.exception);
}

export function* addDoneCallback(thread: PyThread, future: Future, callback: DoneCallback): NativeSteps {
  if (future.state === 'PENDING') future.callbacks.push(callback);
  else {
    recordWakeUps(thread, [callback]);
    yield* callSoon(thread, future.loop, callback.callable, [future], callback.context);
  }
  return null;
}

export function requireInitialized(future: Future): void {
  if (future.loop === null) throw raised('RuntimeError', `${typeOf(future).name} object is not initialized.`);
}
