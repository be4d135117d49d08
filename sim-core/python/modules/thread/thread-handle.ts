/** _thread._ThreadHandle: what join() waits on. Models: ThreadHandle_join in Modules/_threadmodule.c (3.13). */
import { WaitQueue } from '../../../kernel/wait-queue.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
import type { Stop } from '../../../kernel/program.ts';
import { eventKinds, threadStates, waitEndings } from '../../../trace/event-kind.ts';
import { objectType, typeType } from '../../objects/builtin-types.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import { anyNumber, attribute, between, constructor, exactly, method } from '../../builtins/define.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { durationNs } from '../time.ts';

export const threadHandleType = new PyType({
  name: '_ThreadHandle',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  moduleName: '_thread',
});

export class ThreadHandle extends PyObject {
  override readonly type = threadHandleType;
  readonly resource: number;
  /** The thread it stands for, once that has been started. */
  thread: PyThread | null = null;
  ident = 0;
  isDone = false;
  readonly queue = new WaitQueue();

  constructor(thread: PyThread) {
    super();
    this.resource = thread.kernel.recorder.resource('thread-end', thread.interpreter.process.id);
    thread.interpreter.syncObjects.push(this);
  }

  /** The thread is over: everyone who joins it goes on. */
  markDone(thread: PyThread): void {
    if (this.isDone) return;
    this.isDone = true;
    thread.kernel.record(eventKinds.resourceValue, thread.kernelThread.id, this.resource, 1);
    thread.kernel.wake(this.queue, this.queue.waiters.length, this.resource);
  }
}

class JoinCall extends BlockingCall {
  readonly handle: ThreadHandle;
  readonly deadlineNs: number | null;

  constructor(handle: ThreadHandle, deadlineNs: number | null) {
    super();
    this.handle = handle;
    this.deadlineNs = deadlineNs;
  }

  proceed(thread: PyThread): Stop | null {
    const { kernel, kernelThread } = thread;
    const { handle } = this;
    if (handle.isDone) return null;
    if (this.deadlineNs !== null && kernel.now >= this.deadlineNs) {
      kernel.record(eventKinds.waitAbandoned, kernelThread.id, handle.resource, waitEndings.timeout);
      return null;
    }
    if (!this.isWaiting)
      kernel.record(eventKinds.resourceAwaited, kernelThread.id, handle.resource, this.deadlineNs === null ? 0 : 1);
    this.isWaiting = true;
    const timeoutNs =
      this.deadlineNs === null ? null : Math.max(0, this.deadlineNs - kernel.now) + machineCosts.timerSlackNs;
    return { kind: 'wait', queue: handle.queue, timeoutNs, state: threadStates.blocked, resource: handle.resource };
  }

  override isInterruptible(thread: PyThread): boolean {
    return thread.interpreter.profile.hasInterruptibleLocks;
  }

  override wouldWait(thread: PyThread): boolean {
    return !this.handle.isDone && (this.deadlineNs === null || thread.kernel.now < this.deadlineNs);
  }

  finish(): Value {
    return null;
  }
}

const own = (self: Value | undefined): ThreadHandle => self as ThreadHandle;

constructor(threadHandleType, anyNumber(), (thread) => new ThreadHandle(thread));
method(threadHandleType, 'join', between(0, 1), (thread, args) => {
  const handle = own(args[0]);
  if (handle.thread === null && !handle.isDone) throw raised('RuntimeError', 'thread not started');
  if (handle.thread === thread) throw raised('RuntimeError', 'Cannot join current thread');
  if (handle.isDone) return null;
  const given = args[1] ?? null;
  const waitNs = given === null ? null : durationNs(given);
  return thread.block(new JoinCall(handle, waitNs === null || waitNs < 0 ? null : thread.kernel.now + waitNs));
});
method(threadHandleType, 'is_done', exactly(0), (_thread, args) => own(args[0]).isDone);
method(threadHandleType, '_set_done', exactly(0), (thread, args) => {
  own(args[0]).markDone(thread);
  return null;
});
attribute(threadHandleType, 'ident', (self) => own(self).ident);
method(
  threadHandleType,
  '__repr__',
  exactly(0),
  (thread, args) => `<_ThreadHandle object: ident=${own(args[0]).ident} at ${thread.addressText(own(args[0]))}>`,
);
