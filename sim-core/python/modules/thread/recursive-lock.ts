/** _thread.RLock: owner and count in C. Models: rlock_acquire and rlock_release in Modules/_threadmodule.c. */
import { WaitQueue } from '../../../kernel/wait-queue.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
import type { Stop } from '../../../kernel/program.ts';
import { eventKinds, threadStates, waitEndings } from '../../../trace/event-kind.ts';
import { objectType, typeType } from '../../objects/builtin-types.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import { anyNumber, constructor, exactly, method, named } from '../../builtins/define.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { waitOf } from './lock-arguments.ts';
import { newGuard, primitiveInTheMaking } from './primitive.ts';
import type { Primitive } from './primitive.ts';

export const recursiveLockType = new PyType({
  name: 'RLock',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  moduleName: '_thread',
});

export class RecursiveLock extends PyObject {
  override readonly type = recursiveLockType;
  readonly resource: number;
  holder: PyThread | null = null;
  count = 0;
  readonly queue = new WaitQueue();
  /** The library's object whose state this lock guards. */
  readonly guards: Primitive | null;

  constructor(thread: PyThread) {
    super();
    this.guards = primitiveInTheMaking(thread);
    this.resource = newGuard(thread, 'rlock', this.guards);
    if (!thread.kernel.recorder.isShared(this.resource)) thread.interpreter.syncObjects.push(this);
  }

  take(thread: PyThread, count: number): void {
    this.holder = thread;
    this.count = count;
    thread.kernel.record(eventKinds.resourceAcquired, thread.kernelThread.id, this.resource, count);
  }

  /** Gives up all levels at once; returns how many there were. */
  releaseAll(thread: PyThread): number {
    const count = this.count;
    this.count = 0;
    this.holder = null;
    this.guards?.observe(thread);
    thread.kernel.record(eventKinds.resourceReleased, thread.kernelThread.id, this.resource, 0);
    thread.kernel.wake(this.queue, 1, this.resource);
    return count;
  }
}

class RecursiveAcquire extends BlockingCall {
  readonly lock: RecursiveLock;
  readonly deadlineNs: number | null;
  readonly count: number;
  readonly result: Value;
  private hasIt = false;

  constructor(lock: RecursiveLock, deadlineNs: number | null, wanted: { count: number; result: Value }) {
    super();
    this.lock = lock;
    this.deadlineNs = deadlineNs;
    this.count = wanted.count;
    this.result = wanted.result;
  }

  proceed(thread: PyThread): Stop | null {
    const { kernel, kernelThread } = thread;
    const { lock } = this;
    if (lock.holder === null) {
      lock.take(thread, this.count);
      this.hasIt = true;
      return null;
    }
    if (this.deadlineNs !== null && kernel.now >= this.deadlineNs) {
      kernel.record(eventKinds.waitAbandoned, kernelThread.id, lock.resource, waitEndings.timeout);
      return null;
    }
    if (!this.isWaiting)
      kernel.record(eventKinds.resourceAwaited, kernelThread.id, lock.resource, this.deadlineNs === null ? 0 : 1);
    this.isWaiting = true;
    kernel.spend(machineCosts.syscallNs);
    const timeoutNs =
      this.deadlineNs === null ? null : Math.max(0, this.deadlineNs - kernel.now) + machineCosts.timerSlackNs;
    return { kind: 'wait', queue: lock.queue, timeoutNs, state: threadStates.blocked, resource: lock.resource };
  }

  override isInterruptible(thread: PyThread): boolean {
    return thread.interpreter.profile.hasInterruptibleLocks;
  }

  override wouldWait(thread: PyThread): boolean {
    return this.lock.holder !== null && (this.deadlineNs === null || thread.kernel.now < this.deadlineNs);
  }

  finish(): Value {
    return this.hasIt ? this.result : false;
  }
}

/** By number, as in C: a thread that got the number of one that ended is taken for it. */
function isOwner(lock: RecursiveLock, thread: PyThread): boolean {
  return lock.holder !== null && lock.holder.ident === thread.ident;
}

function acquire(thread: PyThread, lock: RecursiveLock, waitNs: number | null): Value | undefined {
  thread.kernel.spend(38);
  if (isOwner(lock, thread)) {
    lock.holder = thread;
    lock.count += 1;
    thread.kernel.record(eventKinds.resourceAcquired, thread.kernelThread.id, lock.resource, lock.count);
    return true;
  }
  if (lock.holder === null) {
    lock.take(thread, 1);
    return true;
  }
  if (waitNs === 0) return false;
  return thread.block(
    new RecursiveAcquire(lock, waitNs === null ? null : thread.kernel.now + waitNs, { count: 1, result: true }),
  );
}

function release(thread: PyThread, lock: RecursiveLock): Value {
  thread.kernel.spend(38);
  if (!isOwner(lock, thread)) throw raised('RuntimeError', 'cannot release un-acquired lock');
  if (lock.count > 1) {
    lock.count -= 1;
    thread.kernel.record(eventKinds.resourceReleased, thread.kernelThread.id, lock.resource, lock.count);
  } else lock.releaseAll(thread);
  return null;
}

const own = (self: Value | undefined): RecursiveLock => self as RecursiveLock;

constructor(recursiveLockType, anyNumber(true), (thread) => new RecursiveLock(thread));
method(
  recursiveLockType,
  'acquire',
  named(0, 'blocking', 'timeout'),
  (thread, args) => acquire(thread, own(args[0]), waitOf(args[1], args[2])),
  { costNs: 1 },
);
method(recursiveLockType, 'release', exactly(0), (thread, args) => release(thread, own(args[0])), { costNs: 1 });
method(recursiveLockType, '__enter__', exactly(0), (thread, args) => acquire(thread, own(args[0]), null), {
  costNs: 50,
});
method(recursiveLockType, '__exit__', { least: 0, most: 3 }, (thread, args) => release(thread, own(args[0])), {
  costNs: 50,
});
method(recursiveLockType, '_is_owned', exactly(0), (thread, args) => isOwner(own(args[0]), thread));
method(recursiveLockType, '_recursion_count', exactly(0), (thread, args) =>
  isOwner(own(args[0]), thread) ? own(args[0]).count : 0,
);
method(recursiveLockType, '_release_save', exactly(0), (thread, args) => {
  const lock = own(args[0]);
  if (lock.count === 0) throw raised('RuntimeError', 'cannot release un-acquired lock');
  return new PyTuple([lock.releaseAll(thread), thread.ident]);
});
method(recursiveLockType, '_acquire_restore', exactly(1), (thread, args) => {
  const lock = own(args[0]);
  const count = (args[1] as PyTuple).items[0] as number;
  if (lock.holder === null) {
    lock.take(thread, count);
    return null;
  }
  return thread.block(new RecursiveAcquire(lock, null, { count, result: null }));
});
method(recursiveLockType, '__repr__', exactly(0), (thread, args) => {
  const lock = own(args[0]);
  const state = lock.count > 0 ? 'locked' : 'unlocked';
  return `<${state} _thread.RLock object owner=${lock.holder?.ident ?? 0} count=${lock.count} at ${thread.addressText(lock)}>`;
});
