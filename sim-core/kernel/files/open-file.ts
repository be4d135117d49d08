/**
 * What a file descriptor stands for: an end of a pipe, a terminal's stream, (later) a socket.
 * Models: struct file in Linux – shared by every descriptor that was made from it, also in other processes – and the wait queues that
 * read(2), write(2), select(2) and epoll sleep in.
 */
import type { Kernel } from '../kernel.ts';
import { WaitQueue } from '../wait-queue.ts';

/** How a read or write that does not wait ended. No bytes read is the end of the file. */
export type ReadResult =
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  | { readonly kind: 'would-block' }
  | { readonly kind: 'error'; readonly error: FileError };
export type WriteResult =
  | { readonly kind: 'written'; readonly count: number }
  | { readonly kind: 'would-block' }
  | { readonly kind: 'error'; readonly error: FileError };

/** Errors of read and write by their names in errno.h. */
export type FileError = 'EBADF' | 'EPIPE' | 'EINVAL' | 'ENOTCONN' | 'ECONNRESET';

/** What poll(2) would say of a file now. */
export interface Readiness {
  /** A read would not wait (there is data, or the end of the file). */
  readonly isReadable: boolean;
  readonly isWritable: boolean;
  /** The other end is gone. */
  readonly isHungUp: boolean;
  readonly hasError?: boolean;
}

export abstract class OpenFile {
  /** Index of the resource in the trace that threads wait for. */
  readonly resource: number;
  /** O_NONBLOCK: belongs to the file, not to the descriptor. */
  isNonBlocking = false;
  /** Descriptors of all processes that stand for it; it is closed with the last. */
  references = 0;
  readonly readers = new WaitQueue();
  readonly writers = new WaitQueue();
  /** Queues of those who watch several files at once (select, poll, epoll): woken at every change of readiness. */
  watchers: WaitQueue[] = [];
  /** When its readiness changed last, counted over all files: epoll tells files in this order. */
  lastChange = 0;

  constructor(resource: number) {
    this.resource = resource;
  }

  /** Reads at most `count` bytes without waiting. */
  abstract read(kernel: Kernel, count: number): ReadResult;
  /** Writes without waiting as much as there is room for. */
  abstract write(kernel: Kernel, bytes: Uint8Array): WriteResult;
  abstract readiness(): Readiness;
  /** The last descriptor is gone. */
  protected abstract closed(kernel: Kernel): void;

  release(kernel: Kernel): void {
    this.references -= 1;
    if (this.references === 0) this.closed(kernel);
  }

  watch(queue: WaitQueue): void {
    this.watchers.push(queue);
  }

  unwatch(queue: WaitQueue): void {
    const at = this.watchers.indexOf(queue);
    if (at >= 0) this.watchers.splice(at, 1);
  }

  wakeReaders(kernel: Kernel, count: number): void {
    kernel.wake(this.readers, count, this.resource);
    this.wakeWatchers(kernel);
  }

  wakeWriters(kernel: Kernel, count: number): void {
    kernel.wake(this.writers, count, this.resource);
    this.wakeWatchers(kernel);
  }

  private wakeWatchers(kernel: Kernel): void {
    kernel.fileChanges += 1;
    this.lastChange = kernel.fileChanges;
    for (const queue of this.watchers) kernel.wake(queue, queue.waiters.length, this.resource);
  }
}
