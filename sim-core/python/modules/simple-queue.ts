/**
 * The module `_queue`: SimpleQueue.
 * Models: Modules/_queuemodule.c of 3.13: put never waits, get waits without the GIL; one put wakes one waiter, nothing is handed over.
 */
import { machineCosts } from '../../kernel/machine-costs.ts';
import type { Stop } from '../../kernel/program.ts';
import { WaitQueue } from '../../kernel/wait-queue.ts';
import { eventKinds, threadStates, waitEndings } from '../../trace/event-kind.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import { typeType } from '../objects/builtin-types.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { aliasOf } from '../builtins/generic-alias.ts';
import { classMethod, constructor, exactly, method, named, native } from '../builtins/define.ts';
import { BlockingCall } from '../vm/blocking-call.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { truthQuickly } from '../vm/truth.ts';
import { newResource } from '../vm/new-resource.ts';
import { poolInTheMaking } from './thread/primitive.ts';
import type { Primitive } from './thread/primitive.ts';
import { fillModule, nativeClass } from './native-class.ts';
import { durationNs } from './time.ts';

const emptyType = new PyType({
  name: 'Empty',
  bases: [exceptionNamed('Exception')],
  layout: 'exception',
  metatype: typeType,
  moduleName: '_queue',
  hasInstanceDict: true,
});
const queueType = nativeClass('_queue', 'SimpleQueue');

export class SimpleQueue extends PyInstance {
  readonly resource: number;
  readonly items: Value[] = [];
  readonly queue = new WaitQueue();
  /** The thread pool whose work it holds. */
  readonly pool: Primitive | null;
  /** Items that are not None: a pool puts None to wake its workers up. */
  private work = 0;

  constructor(type: PyType, thread: PyThread) {
    super(type);
    this.pool = poolInTheMaking(thread);
    this.resource = this.pool === null ? newResource(thread, 'queue') : this.pool.resource;
    if (!thread.kernel.recorder.isShared(this.resource)) thread.interpreter.syncObjects.push(this);
  }

  put(thread: PyThread, item: Value): void {
    this.items.push(item);
    thread.kernel.spend(25);
    this.countWork(thread, item, 1);
    thread.kernel.wake(this.queue, 1, this.resource);
  }

  take(thread: PyThread): Value | undefined {
    const item = this.items.shift();
    if (item !== undefined) this.countWork(thread, item, -1);
    return item;
  }

  private countWork(thread: PyThread, item: Value, by: 1 | -1): void {
    if (item !== null) this.work += by;
    else if (this.pool !== null) return;
    const length = this.pool === null ? this.items.length : this.work;
    thread.kernel.record(eventKinds.resourceValue, thread.kernelThread.id, this.resource, length);
  }
}

/** Waits for an item without the GIL. */
class QueueGet extends BlockingCall {
  readonly queue: SimpleQueue;
  /** Null: waits for ever. */
  readonly deadlineNs: number | null;
  private item: Value | undefined = undefined;

  constructor(queue: SimpleQueue, deadlineNs: number | null) {
    super();
    this.queue = queue;
    this.deadlineNs = deadlineNs;
  }

  proceed(thread: PyThread): Stop | null {
    const { kernel, kernelThread } = thread;
    this.item = this.queue.take(thread);
    if (this.item !== undefined) return null;
    if (this.deadlineNs !== null && kernel.now >= this.deadlineNs) {
      kernel.record(eventKinds.waitAbandoned, kernelThread.id, this.queue.resource, waitEndings.timeout);
      return null;
    }
    if (!this.isWaiting)
      kernel.record(eventKinds.resourceAwaited, kernelThread.id, this.queue.resource, this.deadlineNs === null ? 0 : 1);
    this.isWaiting = true;
    kernel.spend(machineCosts.syscallNs);
    const timeoutNs =
      this.deadlineNs === null ? null : Math.max(0, this.deadlineNs - kernel.now) + machineCosts.timerSlackNs;
    return {
      kind: 'wait',
      queue: this.queue.queue,
      timeoutNs,
      state: threadStates.blocked,
      resource: this.queue.resource,
    };
  }

  override wouldWait(thread: PyThread): boolean {
    return this.queue.items.length === 0 && (this.deadlineNs === null || thread.kernel.now < this.deadlineNs);
  }

  finish(): Value {
    if (this.item === undefined) throw raised(emptyType);
    return this.item;
  }
}

function take(thread: PyThread, queue: SimpleQueue, isBlocking: boolean, timeout: Value): Value | undefined {
  const timeoutNs = timeout === null || !isBlocking ? null : durationNs(timeout);
  if (timeoutNs !== null && timeoutNs < 0) throw raised('ValueError', "'timeout' must be a non-negative number");
  thread.kernel.spend(25);
  const item = queue.take(thread);
  if (item !== undefined) return item;
  if (!isBlocking) throw raised(emptyType);
  return thread.block(new QueueGet(queue, timeoutNs === null ? null : thread.kernel.now + timeoutNs));
}

const own = (value: Value | undefined): SimpleQueue => value as SimpleQueue;
constructor(queueType, exactly(0), (thread, args) => new SimpleQueue(args[0] as PyType, thread));
method(queueType, 'put', named(1, 'item', 'block', 'timeout'), (thread, args) => {
  own(args[0]).put(thread, args[1] as Value);
  return null;
});
method(queueType, 'put_nowait', named(1, 'item'), (thread, args) => {
  own(args[0]).put(thread, args[1] as Value);
  return null;
});
method(queueType, 'get', named(0, 'block', 'timeout'), (thread, args) =>
  take(thread, own(args[0]), args[1] === undefined || truthQuickly(args[1]) === true, args[2] ?? null),
);
method(queueType, 'get_nowait', exactly(0), (thread, args) => take(thread, own(args[0]), false, null));
method(queueType, 'qsize', exactly(0), (_thread, args) => own(args[0]).items.length);
method(queueType, 'empty', exactly(0), (_thread, args) => own(args[0]).items.length === 0);
classMethod(
  queueType,
  native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
);

export function makeQueueModule(): PyModule {
  return fillModule(new PyModule('_queue'), [], [queueType, emptyType]);
}
