/** Why a thread is not running: from what it waits for to who holds it, to what that one waits for, to the end or round in a circle. */
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Moment, ThreadMoment } from '../../sim-core/trace/moment.ts';

export type WhyLink =
  | { readonly kind: 'running' | 'finished' | 'ready' | 'io'; readonly thread: number; readonly name: string }
  | { readonly kind: 'sleeps'; readonly thread: number; readonly name: string; readonly untilNs: number }
  | {
      readonly kind: 'waits';
      readonly thread: number;
      readonly name: string;
      readonly resource: number;
      readonly resourceName: string;
      readonly resourceKind: string;
      /** A lock that an object of the library keeps inside. */
      readonly isInner: boolean;
      readonly level: number | null;
      readonly limit: number | null;
      /** The library's function it waits in. */
      readonly call: string | null;
      readonly holder: { readonly thread: number; readonly name: string } | null;
      /** Of a semaphore all who have its places, `holder` first. */
      readonly holders: readonly string[];
    }
  | { readonly kind: 'circle'; readonly thread: number; readonly name: string };

export function whyChain(moment: Moment, thread: number): readonly WhyLink[] {
  const links: WhyLink[] = [];
  const seen = new Set<number>();
  let current = moment.threads.find(({ id }) => id === thread);
  while (current !== undefined) {
    const { id, name } = current;
    if (seen.has(id)) return [...links, { kind: 'circle', thread: id, name }];
    seen.add(id);
    const link = linkOf(current, moment);
    links.push(link);
    const holder = link.kind === 'waits' ? link.holder : null;
    current = holder === null ? undefined : moment.threads.find(({ id: other }) => other === holder.thread);
  }
  return links;
}

function linkOf(thread: ThreadMoment, moment: Moment): WhyLink {
  const { id, name, state, waitsFor } = thread;
  const self = { thread: id, name };
  if (state === threadStates.finished) return { kind: 'finished', ...self };
  if (state === threadStates.ready) return { kind: 'ready', ...self };
  if (state === threadStates.running || state === threadStates.runningOutsideGil) return { kind: 'running', ...self };
  const resource = waitedResource(thread, moment);
  if (resource !== undefined) return waitLink(thread, resource, moment);
  if (waitsFor?.untilNs !== null && waitsFor?.untilNs !== undefined) {
    return { kind: 'sleeps', ...self, untilNs: waitsFor.untilNs };
  }
  return { kind: 'io', ...self };
}

type Resource = Moment['resources'][number];

function waitLink({ id, name, waitsFor }: ThreadMoment, resource: Resource, moment: Moment): WhyLink {
  const owner = moment.threads.find((other) => other.id === resource.owners[0]) ?? endedThread(resource, moment);
  return {
    kind: 'waits',
    thread: id,
    name,
    resource: resource.index,
    resourceName: resource.name,
    resourceKind: resource.kind,
    isInner: resource.isInternal && (resource.kind === 'lock' || resource.kind === 'rlock'),
    level: resource.value,
    limit: resource.limit,
    call: waitsFor?.call ?? null,
    holder: owner === undefined ? null : { thread: owner.id, name: owner.name },
    holders: resource.owners.map((holder) => moment.threads.find((other) => other.id === holder)?.name ?? `#${holder}`),
  };
}

function waitedResource(thread: ThreadMoment, moment: Moment): Resource | undefined {
  const named = moment.resources.find(({ index }) => index === thread.waitsFor?.resource);
  if (named !== undefined) return named;
  if (thread.state !== threadStates.waitingForGil) return undefined;
  return moment.resources.find(({ kind, waiters }) => kind === 'gil' && waiters.includes(thread.id));
}

/** Joining waits for a thread's end: that thread is the one to look at next. */
function endedThread(resource: Resource, moment: Moment): ThreadMoment | undefined {
  if (resource.kind !== 'thread-end') return undefined;
  return moment.threads.find(({ name }) => name === resource.name || resource.name.includes(name));
}
