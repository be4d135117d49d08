/** What an event loop is calling at a moment, and whether that keeps everybody else waiting. */
import { eventKinds, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';

export interface LoopCallback {
  /** In words ('step of Task-2'). */
  readonly text: string;
  /** The task whose step it is, or null. */
  readonly task: number | null;
  readonly fromNs: number;
  readonly toNs: number;
  /** It lasts too long, or makes the whole thread wait. */
  readonly isBlocking: boolean;
}

/** A callback that runs as long blocks the loop: what asyncio's own debug mode warns of (`loop.slow_callback_duration`). */
export const slowCallbackNs = 100_000_000;

/** A thread that waits even this short time does in a callback what it should leave to the loop. */
export const shortestWaitNs = 1_000_000;

export const waitStates: ReadonlySet<number> = new Set([
  threadStates.blocked,
  threadStates.sleeping,
  threadStates.inputOutput,
]);

/** `eventCount`: how many events have happened. Null while the loop does its own work, waits or does not run. */
export function callbackAt(trace: Trace, eventCount: number, thread: number): LoopCallback | null {
  let first = Math.min(eventCount, trace.length) - 1;
  while (first >= 0 && !isOfLoop(trace, first, thread)) first -= 1;
  if (first < 0 || trace.kind[first] !== eventKinds.loopCallback) return null;
  let last = first + 1;
  while (last < trace.length && !isOfLoop(trace, last, thread)) last += 1;
  const fromNs = trace.timeNs[first] ?? 0;
  const toNs = last < trace.length ? (trace.timeNs[last] ?? 0) : trace.endNs;
  const task = trace.b[first] ?? -1;
  const isLong = toNs - fromNs >= slowCallbackNs;
  return {
    text: trace.strings[trace.a[first] ?? -1] ?? '',
    task: task < 0 ? null : task,
    fromNs,
    toNs,
    isBlocking: isLong || longestWait(trace, thread, first, last) >= shortestWaitNs,
  };
}

/** The longest time the thread waits between two events. */
// oxlint-disable-next-line max-params -- a thread and a range of events
function longestWait(trace: Trace, thread: number, from: number, to: number): number {
  let sinceNs: number | null = null;
  let longestNs = 0;
  for (let event = from; event < to; event += 1) {
    if (trace.kind[event] !== eventKinds.threadState || trace.thread[event] !== thread) continue;
    const atNs = trace.timeNs[event] ?? 0;
    if (sinceNs !== null) longestNs = Math.max(longestNs, atNs - sinceNs);
    sinceNs = waitStates.has(trace.a[event] ?? -1) ? atNs : null;
  }
  return longestNs;
}

function isOfLoop(trace: Trace, event: number, thread: number): boolean {
  const kind = trace.kind[event];
  return (kind === eventKinds.loopPhase || kind === eventKinds.loopCallback) && trace.thread[event] === thread;
}
