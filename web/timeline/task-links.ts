/** Who hands over to whom among tasks: direct switches of greenlets, wake-ups, and who asks whom to stop. */
import { eventKinds, taskStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';

export type TaskLinkKind = 'switch' | 'wake' | 'cancel';

export interface TaskLink {
  readonly kind: TaskLinkKind;
  readonly timeNs: number;
  /** Tasks. */
  readonly from: number;
  readonly to: number;
}

const cache = new WeakMap<Trace, readonly TaskLink[]>();

/** In the order of time. */
export function taskLinksOf(trace: Trace): readonly TaskLink[] {
  const cached = cache.get(trace);
  if (cached !== undefined) return cached;
  const links = trace.tasks.length < 2 ? [] : readLinks(trace);
  cache.set(trace, links);
  return links;
}

/** Those of a window; none where there are too many to follow. */
export function taskLinksBetween(
  links: readonly TaskLink[],
  fromNs: number,
  toNs: number,
  most: number,
): readonly TaskLink[] {
  const first = firstFrom(links, fromNs);
  const end = firstFrom(links, toNs);
  return end - first > most ? [] : links.slice(first, end);
}

function readLinks(trace: Trace): readonly TaskLink[] {
  const links: TaskLink[] = [];
  /** The task that ran last in each thread, as long as no loop came in between. */
  const lastRun = new Map<number, number>();
  // oxlint-disable-next-line max-params -- the four numbers of an event
  const linkOf = (kind: number, thread: number, to: number, b: number): Pick<TaskLink, 'kind' | 'from'> | null => {
    if (kind === eventKinds.loopPhase || kind === eventKinds.loopCallback) lastRun.delete(thread);
    if (kind === eventKinds.taskWoken) return { kind: 'wake', from: b };
    if (kind === eventKinds.taskCancelAsked) return { kind: 'cancel', from: b };
    if (kind !== eventKinds.taskState || b !== taskStates.running) return null;
    const from = lastRun.get(thread) ?? -1;
    lastRun.set(thread, to);
    return { kind: 'switch', from };
  };
  for (let event = 0; event < trace.length; event += 1) {
    const to = trace.a[event] ?? -1;
    const link = linkOf(trace.kind[event] ?? -1, trace.thread[event] ?? -1, to, trace.b[event] ?? -1);
    if (link !== null && link.from >= 0 && link.from !== to)
      links.push({ ...link, to, timeNs: trace.timeNs[event] ?? 0 });
  }
  return links;
}

function firstFrom(links: readonly TaskLink[], atNs: number): number {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((links[middle]?.timeNs ?? 0) < atNs) low = middle + 1;
    else high = middle;
  }
  return low;
}
