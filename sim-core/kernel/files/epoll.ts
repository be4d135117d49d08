/**
 * epoll: which of many files are ready, and waiting until one is. Level-triggered. Models: fs/eventpoll.c – files come out in the order in
 * which they became ready, and leave when their last descriptor is closed.
 */
import type { Kernel } from '../kernel.ts';
import { WaitQueue } from '../wait-queue.ts';
import { OpenFile } from './open-file.ts';
import type { ReadResult, WriteResult, Readiness } from './open-file.ts';

export const epollEvents = { in: 1, out: 4, error: 8, hangUp: 16, readHangUp: 0x2000 } as const;

export interface Interest {
  readonly descriptor: number;
  readonly file: OpenFile;
  readonly events: number;
}

export interface ReadyFile {
  readonly descriptor: number;
  readonly events: number;
}

export class Epoll extends OpenFile {
  interests: Interest[] = [];
  readonly queue = new WaitQueue();

  interestIn(descriptor: number): Interest | undefined {
    return this.interests.find((interest) => interest.descriptor === descriptor && interest.file.references > 0);
  }

  add(kernel: Kernel, descriptor: number, file: OpenFile, events: number): void {
    this.interests.push({ descriptor, file, events });
    file.watch(this.queue);
    this.lookAgain(kernel);
  }

  modify(kernel: Kernel, interest: Interest, events: number): void {
    this.interests = this.interests.map((other) => (other === interest ? { ...interest, events } : other));
    this.lookAgain(kernel);
  }

  remove(interest: Interest): void {
    this.interests = this.interests.filter((other) => other !== interest);
    interest.file.unwatch(this.queue);
  }

  /** The files that are ready now, at most `most`. */
  ready(most: number): ReadyFile[] {
    for (const interest of this.interests) if (interest.file.references === 0) this.remove(interest);
    const found = this.interests
      .map((interest) => ({ interest, events: eventsOf(interest.file.readiness(), interest.events) }))
      .filter(({ events }) => events !== 0);
    found.sort((a, b) => a.interest.file.lastChange - b.interest.file.lastChange);
    return found.slice(0, most).map(({ interest, events }) => ({ descriptor: interest.descriptor, events }));
  }

  read(): ReadResult {
    return { kind: 'error', error: 'EINVAL' };
  }

  write(): WriteResult {
    return { kind: 'error', error: 'EINVAL' };
  }

  readiness(): Readiness {
    return { isReadable: this.ready(1).length > 0, isWritable: false, isHungUp: false };
  }

  protected closed(): void {
    for (const { file } of this.interests) file.unwatch(this.queue);
    this.interests = [];
  }

  /** A thread that waits already sees what is new. */
  private lookAgain(kernel: Kernel): void {
    if (this.queue.waiters.length > 0 && this.ready(1).length > 0) kernel.wake(this.queue, 1, this.resource);
  }
}

export function eventsOf(readiness: Readiness, wanted: number): number {
  let events = 0;
  if (readiness.isReadable) events |= wanted & epollEvents.in;
  if (readiness.isWritable) events |= wanted & epollEvents.out;
  if (readiness.hasError === true) events |= epollEvents.error;
  if (readiness.isHungUp) events |= epollEvents.hangUp;
  return events;
}
