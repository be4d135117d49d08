/** sigwait(3): a thread takes signals that every thread blocks. Models: Linux; of several waiting threads the first gets it. */
import type { Stop } from '../../../kernel/program.ts';
import { threadStates } from '../../../trace/event-kind.ts';
import type { Value } from '../../objects/value.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import type { PyThread } from '../../vm/py-thread.ts';

export class SignalWait extends BlockingCall {
  private readonly wanted: ReadonlySet<number>;
  private taken: number | null = null;

  constructor(wanted: ReadonlySet<number>) {
    super();
    this.wanted = wanted;
  }

  proceed(thread: PyThread): Stop | null {
    const { signals } = thread.interpreter;
    const found = [...signals.held].filter((signal) => this.wanted.has(signal)).sort((a, b) => a - b)[0];
    if (found !== undefined) {
      signals.held.delete(found);
      this.taken = found;
      return null;
    }
    return { kind: 'wait', queue: signals.waiting, timeoutNs: null, state: threadStates.sleeping, resource: -1 };
  }

  finish(): Value {
    return this.taken;
  }
}
