/** Who ran while a thread waited: for the GIL its holders, for a lock its owners, for a core those who had one. */
import { eventKinds, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { MeasuredRange } from '../store/view-slice.ts';

export interface Antagonist {
  readonly thread: number;
  readonly forNs: number;
}

/** Of many who wait, only so many are followed; of a crowd only a few: nobody reads a thousand rows, and each costs at every event. */
const mostFollowed = 64;
const mostOfCrowd = 8;
const crowd = 500;

/** For each thread those that kept it waiting longest. */
export function antagonistsOf(trace: Trace, range: MeasuredRange): ReadonlyMap<number, readonly Antagonist[]> {
  const follower = new Follower();
  for (let event = 0; event < trace.length; event += 1) {
    const atNs = trace.timeNs[event] ?? 0;
    follower.passTime(Math.max(range.fromNs, Math.min(atNs, range.toNs)));
    if (atNs > range.toNs) break;
    follower.read({
      kind: trace.kind[event] ?? -1,
      thread: trace.thread[event] ?? -1,
      a: trace.a[event] ?? -1,
      b: trace.b[event] ?? -1,
    });
  }
  follower.passTime(range.toNs);
  return follower.result();
}

class Follower {
  private lastNs = 0;
  private isFirst = true;
  /** For each waiting thread what it waits for; -1 for a core. */
  private readonly waiting = new Map<number, number>();
  private readonly owners = new Map<number, number>();
  private readonly onCores = new Map<number, number>();
  private readonly sums = new Map<number, Map<number, number>>();

  passTime(atNs: number): void {
    const forNs = this.isFirst ? 0 : atNs - this.lastNs;
    this.isFirst = false;
    this.lastNs = atNs;
    if (forNs <= 0) return;
    const most = this.waiting.size > crowd ? mostOfCrowd : mostFollowed;
    let followed = 0;
    for (const [thread, resource] of this.waiting) {
      followed += 1;
      if (followed > most) return;
      if (resource < 0) for (const runner of this.onCores.values()) this.add(thread, runner, forNs);
      else this.add(thread, this.owners.get(resource), forNs);
    }
  }

  read({
    kind,
    thread,
    a,
    b,
  }: {
    readonly kind: number;
    readonly thread: number;
    readonly a: number;
    readonly b: number;
  }): void {
    if (kind === eventKinds.threadState) this.enter(thread, a, b);
    else if (kind === eventKinds.gilTaken || kind === eventKinds.resourceAcquired) this.owners.set(a, thread);
    else if (kind === eventKinds.gilReleased || (kind === eventKinds.resourceReleased && b === 0))
      this.owners.delete(a);
    else if (kind === eventKinds.coreTaken) this.onCores.set(a, thread);
    else if (kind === eventKinds.coreLeft) this.onCores.delete(a);
  }

  result(): ReadonlyMap<number, readonly Antagonist[]> {
    const found = new Map<number, readonly Antagonist[]>();
    for (const [thread, sums] of this.sums) {
      const sorted = [...sums].toSorted(([, one], [, other]) => other - one).slice(0, 3);
      found.set(
        thread,
        sorted.map(([antagonist, forNs]) => ({ thread: antagonist, forNs })),
      );
    }
    return found;
  }

  private enter(thread: number, state: number, resource: number): void {
    this.waiting.delete(thread);
    if (state === threadStates.ready) this.waiting.set(thread, -1);
    else if ((state === threadStates.waitingForGil || state === threadStates.blocked) && resource >= 0)
      this.waiting.set(thread, resource);
  }

  private add(thread: number, antagonist: number | undefined, forNs: number): void {
    if (antagonist === undefined || antagonist === thread) return;
    let sums = this.sums.get(thread);
    if (sums === undefined) this.sums.set(thread, (sums = new Map()));
    sums.set(antagonist, (sums.get(antagonist) ?? 0) + forNs);
  }
}
