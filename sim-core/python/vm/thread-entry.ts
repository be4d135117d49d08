/** What a thread does when its call stack is empty: the first call, what comes after it, what becomes of an uncaught exception. */
import type { PyException } from '../objects/py-exception.ts';
import type { PyThread } from './py-thread.ts';

/** Plain fields only: it is copied for a checkpoint. */
export interface ThreadEntry {
  /** Pushes what comes next and says true; false when the thread is over. `uncaught` left the last call. */
  proceed(thread: PyThread, uncaught: PyException | null): boolean;
  /** Nothing more is to be done: the process is over. */
  abandon(): void;
}
