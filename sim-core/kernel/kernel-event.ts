import type { SignalReceiver } from './process.ts';
import type { Thread } from './thread.ts';

/** What the kernel has put into the future. */
export type KernelEvent =
  /** A woken or new thread joins the run queue. */
  | { readonly kind: 'ready'; readonly thread: Thread }
  /** A wait or a sleep is over by time. */
  | { readonly kind: 'timer'; readonly thread: Thread }
  /** The timer interrupt that lets the scheduler pre-empt; only while threads wait for a core. */
  | { readonly kind: 'tick' }
  /** A signal reaches a process, or whoever stands before it: a key that interrupts, an alarm clock. */
  | { readonly kind: 'signal'; readonly receiver: SignalReceiver; readonly signal: number };
