/** First in, first out: a thread keeps its core until it blocks or ends. Models: POSIX SCHED_FIFO with one priority. */
import type { Thread } from '../thread.ts';
import type { Policy } from './policy.ts';

export class FirstInFirstOut implements Policy {
  ready: Thread[] = [];

  get length(): number {
    return this.ready.length;
  }

  enqueue(thread: Thread): void {
    this.ready.push(thread);
  }

  pick(): Thread | null {
    return this.ready.shift() ?? null;
  }

  mustYield(): boolean {
    return false;
  }

  preemptsOnWake(): boolean {
    return false;
  }

  remove(thread: Thread): void {
    const at = this.ready.indexOf(thread);
    if (at >= 0) this.ready.splice(at, 1);
  }
}
