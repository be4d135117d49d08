/** Who woke whom, and when: the connectors between thread lanes. */
import { eventKinds } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';

export interface WakeUps {
  readonly timeNs: Float64Array;
  readonly by: Int32Array;
  readonly woken: Int32Array;
}

const cache = new WeakMap<Trace, WakeUps>();

/** Of threads by threads; what the clock wakes has no connector. */
export function wakeUpsOf(trace: Trace): WakeUps {
  const cached = cache.get(trace);
  if (cached !== undefined) return cached;
  const { kind, thread, a, timeNs, length } = trace;
  const isOne = (event: number): boolean =>
    kind[event] === eventKinds.threadWoken && (thread[event] as number) >= 0 && thread[event] !== a[event];
  let count = 0;
  for (let event = 0; event < length; event += 1) if (isOne(event)) count += 1;
  const wakeUps = { timeNs: new Float64Array(count), by: new Int32Array(count), woken: new Int32Array(count) };
  for (let event = 0, next = 0; next < count; event += 1) {
    if (!isOne(event)) continue;
    wakeUps.timeNs[next] = timeNs[event] as number;
    wakeUps.by[next] = thread[event] as number;
    wakeUps.woken[next] = a[event] as number;
    next += 1;
  }
  cache.set(trace, wakeUps);
  return wakeUps;
}

/** The numbers of those in a window; null where there are too many to tell apart. */
export function wakeUpsBetween(wakeUps: WakeUps, fromNs: number, toNs: number, most: number): readonly number[] | null {
  const first = lowerBound(wakeUps.timeNs, fromNs);
  const end = lowerBound(wakeUps.timeNs, toNs);
  if (end - first > most) return null;
  return Array.from({ length: end - first }, (_, index) => first + index);
}

/** The thread that ended a wait; null if time or the machine did. */
export function wakerOf(trace: Trace, thread: number, fromNs: number, toNs: number): number | null {
  const { timeNs, by, woken } = wakeUpsOf(trace);
  for (let index = lowerBound(timeNs, toNs + 1) - 1; index >= 0 && (timeNs[index] ?? 0) >= fromNs; index -= 1)
    if (woken[index] === thread) return by[index] ?? null;
  return null;
}

function lowerBound(timeNs: Float64Array, atNs: number): number {
  let low = 0;
  let high = timeNs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((timeNs[middle] ?? 0) < atNs) low = middle + 1;
    else high = middle;
  }
  return low;
}
