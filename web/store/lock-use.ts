/** Convoys (nearly every taking of a lock has to wait) and serialisation (someone holds it nearly all the time, and others wait). */
import { eventKinds } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { Finding, TraceEvent } from './findings.ts';

const leastTakings = 20;
const leastThreads = 2;
const leastShare = 0.6;

interface Use {
  firstNs: number;
  lastNs: number;
  takings: number;
  waitedTakings: number;
  heldNs: number;
  contendedNs: number;
  heldSinceNs: number | null;
  waiters: number;
  contendedSinceNs: number | null;
  readonly threads: Set<number>;
}

export class LockUse {
  private readonly trace: Trace;
  private readonly uses = new Map<number, Use>();
  private readonly awaits = new Map<number, number>();

  constructor(trace: Trace) {
    this.trace = trace;
  }

  read({ kind, atNs, thread, a, b }: TraceEvent): void {
    if (kind === eventKinds.resourceAwaited) this.wait(thread, a, atNs);
    else if (kind === eventKinds.waitAbandoned) this.stopWaiting(thread, atNs);
    else if (kind === eventKinds.resourceAcquired) this.take(thread, a, atNs);
    else if (kind === eventKinds.resourceReleased && b === 0) this.release(a, atNs);
  }

  finish(endNs: number): readonly Finding[] {
    return [...this.uses].flatMap(([resource, use]) => {
      this.release(resource, endNs);
      closeContention(use, endNs);
      return this.findingsAbout(resource, use);
    });
  }

  private findingsAbout(resource: number, use: Use): readonly Finding[] {
    const spanNs = use.lastNs - use.firstNs;
    if (use.threads.size < leastThreads || spanNs <= 0) return [];
    const place = { thread: null, resource, fromNs: use.firstNs, toNs: use.lastNs };
    const waited = use.waitedTakings / Math.max(1, use.takings);
    const contended = use.contendedNs / spanNs;
    if (use.takings >= leastTakings && waited >= leastShare)
      return [{ kind: 'convoy', ...place, count: use.takings, percent: Math.round(100 * waited) }];
    if (use.heldNs / spanNs >= 0.8 && contended >= 0.5 && use.takings >= 3)
      return [
        { kind: 'serialised', ...place, count: use.threads.size, percent: Math.round((100 * use.heldNs) / spanNs) },
      ];
    return [];
  }

  private isOwnLock(resource: number): boolean {
    const found = this.trace.resources[resource];
    return found !== undefined && !found.isInternal && (found.kind === 'lock' || found.kind === 'rlock');
  }

  private use(resource: number, atNs: number): Use {
    let use = this.uses.get(resource);
    if (use === undefined) {
      const nothing = { takings: 0, waitedTakings: 0, heldNs: 0, contendedNs: 0, waiters: 0 };
      const open = { heldSinceNs: null, contendedSinceNs: null, firstNs: atNs, lastNs: atNs };
      this.uses.set(resource, (use = { ...nothing, ...open, threads: new Set() }));
    }
    use.lastNs = atNs;
    return use;
  }

  private wait(thread: number, resource: number, atNs: number): void {
    this.stopWaiting(thread, atNs);
    if (!this.isOwnLock(resource)) return;
    this.awaits.set(thread, resource);
    const use = this.use(resource, atNs);
    use.waiters += 1;
    use.contendedSinceNs ??= atNs;
  }

  private stopWaiting(thread: number, atNs: number): boolean {
    const resource = this.awaits.get(thread);
    if (resource === undefined) return false;
    this.awaits.delete(thread);
    const use = this.use(resource, atNs);
    use.waiters -= 1;
    if (use.waiters === 0) closeContention(use, atNs);
    return true;
  }

  private take(thread: number, resource: number, atNs: number): void {
    const hadToWait = this.stopWaiting(thread, atNs);
    if (!this.isOwnLock(resource)) return;
    const use = this.use(resource, atNs);
    use.takings += 1;
    if (hadToWait) use.waitedTakings += 1;
    use.heldSinceNs ??= atNs;
    use.threads.add(thread);
  }

  private release(resource: number, atNs: number): void {
    const use = this.uses.get(resource);
    if (use === undefined || use.heldSinceNs === null) return;
    use.heldNs += atNs - use.heldSinceNs;
    use.heldSinceNs = null;
    use.lastNs = atNs;
  }
}

function closeContention(use: Use, atNs: number): void {
  if (use.contendedSinceNs === null) return;
  use.contendedNs += atNs - use.contendedSinceNs;
  use.contendedSinceNs = null;
}
