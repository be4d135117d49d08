/**
 * Shapes in a run that usually mean trouble, read from its trace: a lock that everyone queues for, threads that run one after the other
 * under a lock, a thread that never gets its turn, waits for the GIL after every blocking call, polling.
 * After the "common patterns for poorly-behaved multithreaded applications" of Visual Studio's Concurrency Visualizer, and gilvis.
 */
import { eventKinds } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { LockUse } from './lock-use.ts';
import { PollingUse } from './polling-use.ts';
import { TurnUse } from './turn-use.ts';

export type FindingKind = 'convoy' | 'serialised' | 'starvation' | 'gil-convoy' | 'polling' | 'spin';

export interface Finding {
  readonly kind: FindingKind;
  /** The thread it is about, or null. */
  readonly thread: number | null;
  readonly resource: number | null;
  readonly fromNs: number;
  readonly toNs: number;
  /** How often, or how many; for a spinning thread the line. */
  readonly count: number;
  /** Of the time it was looked at, in percent. */
  readonly percent: number;
}

/** One event, out of its columns. */
export interface TraceEvent {
  readonly kind: number;
  readonly atNs: number;
  readonly thread: number;
  readonly a: number;
  readonly b: number;
}

const cache = new WeakMap<Trace, readonly Finding[]>();
const mostOfAKind = 3;

export function findingsOf(trace: Trace): readonly Finding[] {
  const cached = cache.get(trace);
  if (cached !== undefined) return cached;
  const found = find(trace);
  cache.set(trace, found);
  return found;
}

function find(trace: Trace): readonly Finding[] {
  const watchers = [new LockUse(trace), new TurnUse(trace), new PollingUse()];
  for (let event = 0; event < trace.length; event += 1) {
    const kind = trace.kind[event] ?? -1;
    if (kind === eventKinds.coreTaken || kind === eventKinds.coreLeft || kind === eventKinds.runQueue) continue;
    const happened: TraceEvent = {
      kind,
      atNs: trace.timeNs[event] ?? 0,
      thread: trace.thread[event] ?? -1,
      a: trace.a[event] ?? -1,
      b: trace.b[event] ?? -1,
    };
    for (const watcher of watchers) watcher.read(happened);
  }
  return watchers.flatMap((watcher) => byWeight(watcher.finish(trace.endNs)));
}

/** The weightiest few of each kind. */
function byWeight(found: readonly Finding[]): readonly Finding[] {
  const sorted = found.toSorted((one, other) => other.percent - one.percent || other.count - one.count);
  return sorted.filter(
    ({ kind }, at) => sorted.slice(0, at).filter((other) => other.kind === kind).length < mostOfAKind,
  );
}
