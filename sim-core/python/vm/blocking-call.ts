/** What a native function does while it has let the GIL go: Py_BEGIN_ALLOW_THREADS … Py_END_ALLOW_THREADS in C. */
import type { Stop } from '../../kernel/program.ts';
import type { Value } from '../objects/value.ts';
import type { PyThread } from './py-thread.ts';

/** Plain fields only: it may be copied for a checkpoint while it waits. */
export abstract class BlockingCall {
  /** Begins, or goes on after a wait (`thread.kernelThread.wakeReason` says how it ended). Null when it is done. */
  abstract proceed(thread: PyThread): Stop | null;
  /** The value of the call, made with the GIL in hand; may raise. */
  abstract finish(thread: PyThread): Value;
  /** Its wait has been noted in the trace. */
  isWaiting = false;

  /** Whether a signal ends its wait: the handlers run, and it is made again. */
  isInterruptible(_thread: PyThread): boolean {
    return true;
  }

  /** True if `proceed` would only begin to wait, or wait again, now: in stepped runs nobody is asked about that. */
  wouldWait(_thread: PyThread): boolean {
    return false;
  }
}
