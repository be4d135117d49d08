/**
 * What keeps two threads out of one stream's buffer while one of them is in a system call without the GIL.
 * Models: CPython 3.13, ENTER_BUFFERED and LEAVE_BUFFERED in Modules/_io/bufferedio.c.
 */
import { Copyable } from '../../base/copyable.ts';
import type { Stop } from '../../kernel/program.ts';
import { WaitQueue } from '../../kernel/wait-queue.ts';
import { threadStates } from '../../trace/event-kind.ts';
import type { Value } from '../objects/value.ts';
import { BlockingCall } from './blocking-call.ts';
import type { PyThread } from './py-thread.ts';

export class BufferLock extends Copyable {
  /** The thread inside; others wait. */
  owner: PyThread | null = null;
  readonly queue = new WaitQueue();

  leave(thread: PyThread): void {
    this.owner = null;
    thread.kernel.wake(this.queue, 1, -1);
  }
}

/** Waits until the thread inside has come out. */
export class EnterCall extends BlockingCall {
  private readonly lock: BufferLock;

  constructor(lock: BufferLock) {
    super();
    this.lock = lock;
  }

  proceed(thread: PyThread): Stop | null {
    const { lock } = this;
    if (lock.owner === null) {
      lock.owner = thread;
      return null;
    }
    return { kind: 'wait', queue: lock.queue, timeoutNs: null, state: threadStates.blocked, resource: -1 };
  }

  override wouldWait(): boolean {
    return this.lock.owner !== null;
  }

  finish(): Value {
    return null;
  }
}
