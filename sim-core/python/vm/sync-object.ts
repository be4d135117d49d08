import type { WaitQueue } from '../../kernel/wait-queue.ts';
import type { PyObject } from '../objects/value.ts';
import type { PyThread } from './py-thread.ts';

/** A native object that threads hold or wait for; it stands for a resource of the trace. */
export type SyncObject = PyObject & {
  readonly resource: number;
  readonly queue: WaitQueue;
  /** Who has it now; absent where that is not a matter of one thread. */
  readonly holder?: PyThread | null;
};
