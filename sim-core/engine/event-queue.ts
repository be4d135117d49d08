/**
 * The future of a run: what is due, by (dueNs, sequence). Equal times keep the order in which they were added.
 * A binary heap; a cancelled entry stays in it and is skipped when it comes up.
 */
import type { Nanoseconds } from '../base/units.ts';

export class Scheduled<T> {
  readonly dueNs: Nanoseconds;
  readonly sequence: number;
  readonly event: T;
  isCancelled = false;

  constructor(dueNs: Nanoseconds, sequence: number, event: T) {
    this.dueNs = dueNs;
    this.sequence = sequence;
    this.event = event;
  }
}

export class EventQueue<T> {
  heap: Scheduled<T>[] = [];
  nextSequence = 0;

  add(dueNs: Nanoseconds, event: T): Scheduled<T> {
    const entry = new Scheduled(dueNs, this.nextSequence, event);
    this.nextSequence += 1;
    this.heap.push(entry);
    this.rise(this.heap.length - 1);
    return entry;
  }

  cancel(entry: Scheduled<T>): void {
    entry.isCancelled = true;
  }

  /** When the next event is due; infinity if there is none. */
  nextDueNs(): number {
    this.dropCancelled();
    const first = this.heap[0];
    return first === undefined ? Number.POSITIVE_INFINITY : first.dueNs;
  }

  /** Takes the next event out, or null. */
  pop(): Scheduled<T> | null {
    this.dropCancelled();
    return this.popFirst();
  }

  private dropCancelled(): void {
    while (this.heap.length > 0 && this.heap[0]?.isCancelled === true) this.popFirst();
  }

  private popFirst(): Scheduled<T> | null {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined) return null;
    if (first !== last) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private rise(from: number): void {
    const heap = this.heap;
    let at = from;
    const entry = heap[at] as Scheduled<T>;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Scheduled<T>;
      if (isBefore(above, entry)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = entry;
  }

  private sink(from: number): void {
    const heap = this.heap;
    const entry = heap[from] as Scheduled<T>;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      const right = child + 1;
      if (right < heap.length && isBefore(heap[right] as Scheduled<T>, heap[child] as Scheduled<T>)) child = right;
      const below = heap[child] as Scheduled<T>;
      if (isBefore(entry, below)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = entry;
  }
}

function isBefore<T>(left: Scheduled<T>, right: Scheduled<T>): boolean {
  return left.dueNs < right.dueNs || (left.dueNs === right.dueNs && left.sequence < right.sequence);
}
