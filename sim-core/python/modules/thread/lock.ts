/**
 * _thread.lock. Models: Modules/_threadmodule.c over a POSIX semaphore (Python/thread_pthread.h): the release wakes one waiter but hands
 * nothing over, so a thread that runs may take the lock before the woken one (barging).
 */
import { WaitQueue } from '../../../kernel/wait-queue.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
import type { Stop } from '../../../kernel/program.ts';
import { eventKinds, threadStates, waitEndings } from '../../../trace/event-kind.ts';
import { objectType, typeType } from '../../objects/builtin-types.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import { anyNumber, constructor, exactly, method, named } from '../../builtins/define.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { waitOf } from './lock-arguments.ts';
import { newGuard, primitiveAwaited, primitiveInTheMaking } from './primitive.ts';
import type { Guard, Primitive } from './primitive.ts';
import { RecursiveLock } from './recursive-lock.ts';

export const lockType = new PyType({
  name: 'lock',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  moduleName: '_thread',
});

export class Lock extends PyObject {
  override readonly type = lockType;
  /** Index of the resource in the trace. */
  readonly resource: number;
  isLocked = false;
  /** The thread that took it, for whoever looks; any thread may release it. */
  holder: PyThread | null = null;
  readonly queue = new WaitQueue();
  /** The library's object whose state this lock guards. */
  readonly guards: Primitive | null;
  /** For a lock made by Condition.wait(): what is really waited for. It is no resource of its own. */
  readonly notifies: Primitive | null;
  /** Its place among those who wait for the same. */
  readonly waitNumber: number = 0;

  constructor(thread: PyThread) {
    super();
    this.notifies = primitiveAwaited(thread, guardOf);
    this.guards = this.notifies === null ? primitiveInTheMaking(thread) : null;
    if (this.notifies === null) this.resource = newGuard(thread, 'lock', this.guards);
    else {
      this.resource = this.notifies.resource;
      this.notifies.waits += 1;
      this.waitNumber = this.notifies.waits;
    }
    if (this.notifies === null && !thread.kernel.recorder.isShared(this.resource))
      thread.interpreter.syncObjects.push(this);
  }

  take(thread: PyThread): void {
    const isNotified = this.notifies !== null && thread.blocking !== null;
    this.isLocked = true;
    this.holder = thread;
    if (isNotified) {
      const ending = waitEndings.notified;
      thread.kernel.record(eventKinds.waitAbandoned, thread.kernelThread.id, this.resource, ending);
    } else if (this.notifies === null)
      thread.kernel.record(eventKinds.resourceAcquired, thread.kernelThread.id, this.resource, 1);
  }

  release(thread: PyThread): void {
    if (!this.isLocked) throw raised('RuntimeError', 'release unlocked lock');
    this.isLocked = false;
    this.holder = null;
    this.guards?.observe(thread);
    if (this.notifies === null)
      thread.kernel.record(eventKinds.resourceReleased, thread.kernelThread.id, this.resource, 0);
    thread.kernel.wake(this.queue, 1, this.resource);
  }
}

function guardOf(lock: Value): Guard | null {
  return lock instanceof Lock || lock instanceof RecursiveLock ? lock : null;
}

/** sem_wait or sem_clockwait, without the GIL. */
export class LockAcquire extends BlockingCall {
  readonly lock: Lock;
  /** Null: waits for ever. */
  readonly deadlineNs: number | null;
  private hasIt = false;

  constructor(lock: Lock, deadlineNs: number | null) {
    super();
    this.lock = lock;
    this.deadlineNs = deadlineNs;
  }

  proceed(thread: PyThread): Stop | null {
    const { kernel, kernelThread } = thread;
    const { lock } = this;
    if (!lock.isLocked) {
      lock.take(thread);
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
    return this.lock.isLocked && (this.deadlineNs === null || thread.kernel.now < this.deadlineNs);
  }

  finish(): Value {
    return this.hasIt;
  }
}

function acquireLock(thread: PyThread, lock: Lock, waitNs: number | null): Value | undefined {
  thread.kernel.spend(35);
  // 2.7 lets the GIL go before it even tries.
  if (thread.interpreter.gil?.isDroppedByEveryAcquire !== true) {
    if (!lock.isLocked) {
      lock.take(thread);
      return true;
    }
    if (waitNs === 0) return false;
  }
  return thread.block(new LockAcquire(lock, waitNs === null ? null : thread.kernel.now + waitNs));
}

function releaseLock(thread: PyThread, lock: Lock): Value {
  thread.kernel.spend(35);
  lock.release(thread);
  return null;
}

const own = (self: Value | undefined): Lock => self as Lock;

constructor(lockType, anyNumber(), (thread) => new Lock(thread));
for (const name of ['acquire', 'acquire_lock']) {
  method(
    lockType,
    name,
    named(0, 'blocking', 'timeout'),
    (thread, args) => acquireLock(thread, own(args[0]), waitOf(args[1], args[2])),
    { costNs: 1 },
  );
}
for (const name of ['release', 'release_lock'])
  method(lockType, name, exactly(0), (thread, args) => releaseLock(thread, own(args[0])), { costNs: 1 });
for (const name of ['locked', 'locked_lock'])
  method(lockType, name, exactly(0), (_thread, args) => own(args[0]).isLocked);
method(lockType, '__enter__', exactly(0), (thread, args) => acquireLock(thread, own(args[0]), null), { costNs: 50 });
method(
  lockType,
  '__exit__',
  { least: 0, most: 3 },
  (thread, args) => {
    releaseLock(thread, own(args[0]));
    return null;
  },
  { costNs: 50 },
);
method(lockType, '_at_fork_reinit', exactly(0), (_thread, args) => {
  own(args[0]).isLocked = false;
  return null;
});
method(lockType, '__repr__', exactly(0), (thread, args) => {
  const lock = own(args[0]);
  return `<${lock.isLocked ? 'locked' : 'unlocked'} _thread.lock object at ${thread.addressText(lock)}>`;
});
