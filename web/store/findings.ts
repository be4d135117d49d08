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

type FindingKind = 'convoy' | 'serialised' | 'starvation' | 'gil-convoy' | 'polling' | 'spin';

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

const mostOfAKind = 3;
/** Some milliseconds' work. */
const eventsPerSlice = 40_000;

/** Reads the trace in slices, so that the page can do other things between them; the last one has what was found. */
export function* findingSlices(trace: Trace): Generator<void, readonly Finding[]> {
  const watchers = [new LockUse(trace), new TurnUse(trace), new PollingUse()];
  const { kind, timeNs, thread, a, b, length } = trace;
  for (let event = 0; event < length; event += 1) {
    if (event % eventsPerSlice === eventsPerSlice - 1) yield;
    const code = kind[event] as number;
    if (code === eventKinds.coreTaken || code === eventKinds.coreLeft || code === eventKinds.runQueue) continue;
    const happened: TraceEvent = {
      kind: code,
      atNs: timeNs[event] as number,
      thread: thread[event] as number,
      a: a[event] as number,
      b: b[event] as number,
    };
    for (const watcher of watchers) watcher.read(happened);
  }
  yield;
  return watchers.flatMap((watcher) => byWeight(watcher.finish(trace.endNs)));
}

/** The weightiest few of each kind. */
function byWeight(found: readonly Finding[]): readonly Finding[] {
  const counts = new Map<FindingKind, number>();
  return found
    .toSorted((one, other) => other.percent - one.percent || other.count - one.count)
    .filter(({ kind }) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count <= mostOfAKind;
    });
}
