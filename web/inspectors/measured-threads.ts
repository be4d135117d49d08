/** What each thread did in a marked stretch of time. */
import { eventKinds, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { threadsOf } from '../store/trace-threads.ts';
import type { MeasuredRange } from '../store/view-slice.ts';

export interface MeasuredThread {
  readonly thread: number;
  readonly name: string;
  /** Nanoseconds per state, by the state's number. */
  readonly spentNs: readonly number[];
  /** How often it got a core. */
  readonly switches: number;
}

const stateCount = Object.keys(threadStates).length;

export function measuredThreads(trace: Trace, range: MeasuredRange): readonly MeasuredThread[] {
  const spent = threadsOf(trace).map(() => Array.from<number>({ length: stateCount }).fill(0));
  const switches = threadsOf(trace).map(() => 0);
  const since: { state: number; fromNs: number }[] = [];
  const close = (thread: number, atNs: number): void => {
    const open = since[thread];
    const row = spent[thread];
    if (open === undefined || row === undefined) return;
    const insideNs = Math.min(atNs, range.toNs) - Math.max(open.fromNs, range.fromNs);
    if (insideNs > 0) row[open.state] = (row[open.state] ?? 0) + insideNs;
  };
  for (let event = 0; event < trace.length; event += 1) {
    const atNs = trace.timeNs[event] ?? 0;
    if (atNs > range.toNs) break;
    const thread = trace.thread[event] ?? -1;
    if (trace.kind[event] === eventKinds.threadState) {
      close(thread, atNs);
      since[thread] = { state: trace.a[event] ?? 0, fromNs: atNs };
    } else if (trace.kind[event] === eventKinds.coreTaken && atNs >= range.fromNs) {
      switches[thread] = (switches[thread] ?? 0) + 1;
    }
  }
  for (const thread of since.keys()) close(thread, range.toNs);
  return threadsOf(trace).map(({ id, name }) => ({
    thread: id,
    name,
    spentNs: spent[id] ?? [],
    switches: switches[id] ?? 0,
  }));
}
