/** The threads of a run, read from its trace: their names, lifetimes and processes. */
import { eventKinds } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';

export interface TraceThread {
  readonly id: number;
  readonly process: number;
  /** The last name it had. */
  readonly name: string;
  readonly fromNs: number;
  readonly toNs: number;
}

export interface TraceProcess {
  readonly id: number;
  readonly name: string;
}

const threadCache = new WeakMap<Trace, readonly TraceThread[]>();
const processCache = new WeakMap<Trace, readonly TraceProcess[]>();

/** By the thread's number. */
export function threadsOf(trace: Trace): readonly TraceThread[] {
  const cached = threadCache.get(trace);
  if (cached !== undefined) return cached;
  const threads = readThreads(trace);
  threadCache.set(trace, threads);
  return threads;
}

export function processesOf(trace: Trace): readonly TraceProcess[] {
  const cached = processCache.get(trace);
  if (cached !== undefined) return cached;
  const processes: TraceProcess[] = [];
  for (let event = 0; event < trace.length; event += 1) {
    if (trace.kind[event] !== eventKinds.processCreated) continue;
    processes.push({ id: trace.a[event] ?? 0, name: trace.strings[trace.b[event] ?? -1] ?? '' });
  }
  processCache.set(trace, processes);
  return processes;
}

/** What a person calls a thread; the machine itself has no name. */
export function threadNameOf(trace: Trace, thread: number): string {
  return threadsOf(trace)[thread]?.name ?? `#${thread}`;
}

/** How many events have happened by a time: the index of the first that comes later. */
export function eventsUntil(trace: Trace, timeNs: number): number {
  let low = 0;
  let high = trace.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((trace.timeNs[middle] ?? 0) <= timeNs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readThreads(trace: Trace): readonly TraceThread[] {
  const threads: { id: number; process: number; name: string; fromNs: number; toNs: number }[] = [];
  const { threadCreated, threadRenamed, threadExited } = eventKinds;
  for (let event = 0; event < trace.length; event += 1) {
    const kind = trace.kind[event];
    if (kind !== threadCreated && kind !== threadRenamed && kind !== threadExited) continue;
    const id = trace.thread[event] ?? -1;
    const name = trace.strings[trace.b[event] ?? -1] ?? '';
    const timeNs = trace.timeNs[event] ?? 0;
    const thread = threads[id];
    if (kind === threadCreated) {
      threads[id] = { id, process: trace.a[event] ?? 0, name, fromNs: timeNs, toNs: trace.endNs };
    } else if (thread !== undefined && kind === threadRenamed) thread.name = name;
    else if (thread !== undefined) thread.toNs = timeNs;
  }
  return threads;
}
