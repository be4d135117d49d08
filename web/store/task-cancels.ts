/** Who asked which task to stop. */
import { eventKinds } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';

export interface TaskCancel {
  /** The task that asked, or null: code outside of tasks. */
  readonly by: number | null;
  readonly atNs: number;
}

/** The last request for each task among the events that have happened. */
export function cancelsUntil(trace: Trace, eventCount: number): ReadonlyMap<number, TaskCancel> {
  const cancels = new Map<number, TaskCancel>();
  for (const event of cancelEventsOf(trace)) {
    if (event >= eventCount) break;
    const by = trace.b[event] ?? -1;
    cancels.set(trace.a[event] ?? -1, { by: by < 0 ? null : by, atNs: trace.timeNs[event] ?? 0 });
  }
  return cancels;
}

const cache = new WeakMap<Trace, readonly number[]>();

function cancelEventsOf(trace: Trace): readonly number[] {
  const known = cache.get(trace);
  if (known !== undefined) return known;
  const events: number[] = [];
  for (let event = 0; event < trace.length; event += 1)
    if (trace.kind[event] === eventKinds.taskCancelAsked) events.push(event);
  cache.set(trace, events);
  return events;
}
