/** Whose frames a thread executes, where it is not simply the thread's own: greenlets each have a call stack. */
import type { PyException } from '../objects/py-exception.ts';
import type { PyThread } from './py-thread.ts';

export interface StackOwner {
  /** Its call stack is empty. True: another stack goes on instead; false: it was the thread's own, so the thread is done. */
  stackEnded(thread: PyThread, uncaught: PyException | null): boolean;
}
