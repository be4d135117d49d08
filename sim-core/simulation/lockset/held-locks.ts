/** Which locks each thread holds while a run is followed: read from the events of its trace. */
import { eventKinds } from '../../trace/event-kind.ts';
import type { Trace } from '../../trace/trace.ts';

const none: readonly number[] = [];

export class HeldLocks {
  private readonly trace: Trace;
  private readonly held = new Map<number, readonly number[]>();
  private readonly values = new Map<number, number>();
  private next = 0;

  constructor(trace: Trace) {
    this.trace = trace;
  }

  /** Follows the trace until so many events have happened. */
  advance(eventCount: number): void {
    const { trace } = this;
    const end = Math.min(eventCount, trace.length);
    for (; this.next < end; this.next += 1) {
      const kind = trace.kind[this.next] as number;
      if (kind < eventKinds.resourceAcquired || kind > eventKinds.resourceValue) continue;
      const thread = trace.thread[this.next] as number;
      const resource = trace.a[this.next] as number;
      const value = trace.b[this.next] as number;
      if (kind === eventKinds.resourceAcquired) this.add(thread, resource);
      else if (kind === eventKinds.resourceReleased && value === 0) this.remove(thread, resource);
      else if (kind === eventKinds.resourceValue) this.readSemaphore(thread, resource, value);
    }
  }

  /** The same array as long as nothing changes. */
  of(thread: number): readonly number[] {
    return this.held.get(thread) ?? none;
  }

  /** A semaphore that lets one thread in serves as a lock. */
  private readSemaphore(thread: number, resource: number, value: number): void {
    const semaphore = this.trace.resources[resource];
    if (semaphore?.kind !== 'semaphore' || semaphore.limit !== 1) return;
    if (value === 0) this.add(thread, resource);
    else if (this.values.has(resource)) for (const holder of this.held.keys()) this.remove(holder, resource);
    this.values.set(resource, value);
  }

  private add(thread: number, resource: number): void {
    const before = this.of(thread);
    if (!before.includes(resource))
      this.held.set(
        thread,
        [...before, resource].toSorted((one, other) => one - other),
      );
  }

  /** A lock may be given back by another thread than the one that took it. */
  private remove(thread: number, resource: number): void {
    const holder = this.of(thread).includes(resource) ? thread : this.holderOf(resource);
    if (holder === null) return;
    this.held.set(
      holder,
      this.of(holder).filter((held) => held !== resource),
    );
  }

  private holderOf(resource: number): number | null {
    for (const [thread, locks] of this.held) if (locks.includes(resource)) return thread;
    return null;
  }
}
