/** _thread._shutdown(): the main thread waits for every thread that is not a daemon. Models: ThreadHandle shutdown list in Modules/_threadmodule.c. */
import type { Stop } from '../../../kernel/program.ts';
import { eventKinds, threadStates } from '../../../trace/event-kind.ts';
import type { Value } from '../../objects/value.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import type { PyThread } from '../../vm/py-thread.ts';

export class JoinAllCall extends BlockingCall {
  private awaited = -1;

  proceed(thread: PyThread): Stop | null {
    const handle = thread.interpreter.joinableHandle(thread);
    if (handle === null) return null;
    if (handle.resource !== this.awaited)
      thread.kernel.record(eventKinds.resourceAwaited, thread.kernelThread.id, handle.resource, 0);
    this.awaited = handle.resource;
    return {
      kind: 'wait',
      queue: handle.queue,
      timeoutNs: null,
      state: threadStates.blocked,
      resource: handle.resource,
    };
  }

  override isInterruptible(thread: PyThread): boolean {
    return thread.interpreter.profile.hasInterruptibleLocks;
  }

  override wouldWait(thread: PyThread): boolean {
    return thread.interpreter.joinableHandle(thread) !== null;
  }

  finish(): Value {
    return null;
  }
}
