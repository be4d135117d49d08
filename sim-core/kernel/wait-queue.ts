/**
 * Where threads wait: what a futex is in Linux. First come, first woken.
 * Models: Linux kernel/futex/waitwake.c (plist by arrival for normal threads).
 */
import { Copyable } from '../base/copyable.ts';
import type { Thread } from './thread.ts';

export class WaitQueue extends Copyable {
  waiters: Thread[] = [];

  enqueue(thread: Thread): void {
    this.waiters.push(thread);
  }

  remove(thread: Thread): void {
    const at = this.waiters.indexOf(thread);
    if (at >= 0) this.waiters.splice(at, 1);
  }
}
