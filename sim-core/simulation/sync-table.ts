/** Who holds what and who waits for what, read once from a machine that stands still. */
import { PyInstance } from '../python/objects/py-instance.ts';
import { LockAcquire } from '../python/modules/thread/lock.ts';
import type { Primitive } from '../python/modules/thread/primitive.ts';
import { ThreadHandle } from '../python/modules/thread/thread-handle.ts';
import type { Machine } from '../python/vm/machine.ts';
import type { PyThread } from '../python/vm/py-thread.ts';
import type { SyncObject } from '../python/vm/sync-object.ts';

export class SyncTable {
  private readonly objects = new Map<number, SyncObject>();
  private readonly primitives = new Map<number, Primitive>();
  private readonly held = new Map<PyThread, number[]>();
  private readonly waiting = new Map<number, PyThread[]>();

  constructor(machine: Machine) {
    for (const interpreter of machine.interpreters) {
      for (const object of interpreter.syncObjects) this.addObject(object);
      for (const primitive of interpreter.primitives.values()) this.primitives.set(primitive.resource, primitive);
      for (const thread of interpreter.threads) this.addWait(thread);
    }
    for (const [resource, threads] of this.waiting) this.waiting.set(resource, this.inOrder(resource, threads));
  }

  primitive(resource: number): Primitive | null {
    return this.primitives.get(resource) ?? null;
  }

  object(resource: number): SyncObject | null {
    return this.objects.get(resource) ?? null;
  }

  /** Indices of the resources a thread holds. */
  heldBy(thread: PyThread): readonly number[] {
    return this.held.get(thread) ?? [];
  }

  /** The one to be woken first comes first. */
  waiters(resource: number): readonly PyThread[] {
    return this.waiting.get(resource) ?? [];
  }

  /** The threads that could end the wait for it: its holder, the thread whose end or start is awaited; none where it could be any. */
  givers(resource: number): readonly PyThread[] {
    const object = this.objects.get(resource) ?? handleOf(this.primitives.get(resource) ?? null);
    const giver = object instanceof ThreadHandle ? object.thread : (object?.holder ?? null);
    return giver === null ? [] : [giver];
  }

  private addObject(object: SyncObject): void {
    this.objects.set(object.resource, object);
    const holder = object.holder ?? null;
    if (holder === null) return;
    const list = this.held.get(holder);
    if (list === undefined) this.held.set(holder, [object.resource]);
    else list.push(object.resource);
  }

  private addWait(thread: PyThread): void {
    const resource = awaitedResource(thread);
    if (resource < 0) return;
    const list = this.waiting.get(resource);
    if (list === undefined) this.waiting.set(resource, [thread]);
    else list.push(thread);
  }

  private inOrder(resource: number, threads: readonly PyThread[]): PyThread[] {
    const queue = this.objects.get(resource)?.queue.waiters;
    const place = (thread: PyThread): number =>
      thread.blocking instanceof LockAcquire && thread.blocking.lock.notifies !== null
        ? thread.blocking.lock.waitNumber
        : (queue?.indexOf(thread.kernelThread) ?? thread.kernelThread.sinceNs);
    return threads.toSorted((one, other) => place(one) - place(other));
  }
}

/** What a thread waits for just now; -1 for nothing. */
export function awaitedResource({ kernelThread }: PyThread): number {
  const isAsleep = kernelThread.runState === 'S' || kernelThread.runState === 'D';
  return isAsleep && kernelThread.timer?.event.kind !== 'ready' ? kernelThread.awaitedResource : -1;
}

/** The thread that sets a thread's own "I have begun". */
function handleOf(primitive: Primitive | null): ThreadHandle | null {
  const parent = primitive?.parent ?? null;
  const handle = parent instanceof PyInstance ? parent.get('_handle') : null;
  return handle instanceof ThreadHandle ? handle : null;
}
