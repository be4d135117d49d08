/**
 * What start() and join() put in order: vector clocks that tick only there. Two accesses that no start or join orders could collide in
 * another run of the program, even if in this one the first thread had long ended.
 */

/** Where a thread stood when it did something. */
export interface ClockPoint {
  readonly thread: number;
  readonly time: number;
  /** How far each other thread had come when this one last heard of it. */
  readonly heard: ReadonlyMap<number, number>;
}

const nothing: ReadonlyMap<number, number> = new Map();

export class ForkJoinClocks {
  private readonly points = new Map<number, ClockPoint>();

  /** The same object until the thread starts or joins another one. */
  at(thread: number): ClockPoint {
    const known = this.points.get(thread);
    if (known !== undefined) return known;
    const point = { thread, time: 0, heard: nothing };
    this.points.set(thread, point);
    return point;
  }

  start(parent: number, child: number): void {
    const before = this.at(parent);
    this.points.set(child, { thread: child, time: 0, heard: new Map(before.heard).set(parent, before.time) });
    this.points.set(parent, { ...before, time: before.time + 1 });
  }

  join(waiter: number, ended: number): void {
    const before = this.at(waiter);
    const last = this.at(ended);
    const heard = new Map(before.heard);
    for (const [thread, time] of last.heard) if (time > (heard.get(thread) ?? -1)) heard.set(thread, time);
    heard.set(ended, last.time);
    this.points.set(waiter, { thread: waiter, time: before.time + 1, heard });
  }
}

/** True if neither had to come before the other. */
export function areConcurrent(one: ClockPoint, other: ClockPoint): boolean {
  if (one.thread === other.thread) return false;
  return (other.heard.get(one.thread) ?? -1) < one.time && (one.heard.get(other.thread) ?? -1) < other.time;
}
