/**
 * What had to happen before a thread's moment, what can only happen after it, and what is truly concurrent with it: Lamport's order from
 * wake-ups, starts, ends and the hand-over of locks. The GIL is left out: it puts everything in some order, but not the program's.
 */
import { eventKinds } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { eventsUntil } from './trace-threads.ts';

export interface Causality {
  readonly thread: number;
  readonly timeNs: number;
  /** For each thread until when all it did comes before; none of it where it is missing. */
  readonly beforeUntilNs: ReadonlyMap<number, number>;
  /** For each thread from when on all it does comes after. */
  readonly afterFromNs: ReadonlyMap<number, number>;
}

/** One thing that puts two threads in order, or gives or takes what does. */
type Edge =
  | { readonly kind: 'from-to'; readonly from: number; readonly to: number }
  | { readonly kind: 'gives' | 'takes'; readonly thread: number; readonly resource: number };

const lastCausality = new WeakMap<Trace, Causality>();

export function causalityAt(trace: Trace, thread: number, timeNs: number): Causality {
  const known = lastCausality.get(trace);
  if (known?.thread === thread && known.timeNs === timeNs) return known;
  const split = eventsUntil(trace, timeNs);
  const creators = creatorsOf(trace);
  const causality = {
    thread,
    timeNs,
    beforeUntilNs: pastOf(trace, creators, { thread, timeNs, split }),
    afterFromNs: futureOf(trace, creators, { thread, timeNs, split }),
  };
  lastCausality.set(trace, causality);
  return causality;
}

interface Point {
  readonly thread: number;
  readonly timeNs: number;
  /** How many events have happened. */
  readonly split: number;
}

type Creators = ReadonlyMap<number, number>;

function futureOf(trace: Trace, creators: Creators, point: Point): ReadonlyMap<number, number> {
  const after = new Map([[point.thread, point.timeNs]]);
  const given = new Set<number>();
  for (let event = point.split; event < trace.length; event += 1) {
    const edge = edgeOf(trace, creators, event);
    if (edge === null) continue;
    const atNs = trace.timeNs[event] ?? 0;
    if (edge.kind === 'from-to') {
      if (after.has(edge.from) && !after.has(edge.to)) after.set(edge.to, atNs);
    } else if (edge.kind === 'gives') {
      if (after.has(edge.thread)) given.add(edge.resource);
    } else if (given.has(edge.resource) && !after.has(edge.thread)) after.set(edge.thread, atNs);
  }
  return after;
}

function pastOf(trace: Trace, creators: Creators, point: Point): ReadonlyMap<number, number> {
  const before = new Map([[point.thread, point.timeNs]]);
  const taken = new Set<number>();
  for (let event = point.split - 1; event >= 0; event -= 1) {
    const edge = edgeOf(trace, creators, event);
    if (edge === null) continue;
    const atNs = trace.timeNs[event] ?? 0;
    if (edge.kind === 'from-to') {
      if (before.has(edge.to) && !before.has(edge.from)) before.set(edge.from, atNs);
    } else if (edge.kind === 'takes') {
      if (before.has(edge.thread)) taken.add(edge.resource);
    } else if (taken.has(edge.resource) && !before.has(edge.thread)) before.set(edge.thread, atNs);
  }
  return before;
}

function edgeOf(trace: Trace, creators: Creators, event: number): Edge | null {
  const thread = trace.thread[event] ?? -1;
  const a = trace.a[event] ?? -1;
  switch (trace.kind[event]) {
    case eventKinds.threadWoken:
      return isGil(trace, trace.b[event] ?? -1) || thread < 0 ? null : { kind: 'from-to', from: thread, to: a };
    case eventKinds.threadCreated:
      return { kind: 'from-to', from: creators.get(thread) ?? -1, to: thread };
    case eventKinds.resourceReleased:
      return orderingLocks(trace).has(a) ? { kind: 'gives', thread, resource: a } : null;
    case eventKinds.resourceAcquired:
      return orderingLocks(trace).has(a) ? { kind: 'takes', thread, resource: a } : null;
    default:
      return null;
  }
}

function isGil(trace: Trace, resource: number): boolean {
  return trace.resources[resource]?.kind === 'gil';
}

const lockCache = new WeakMap<Trace, ReadonlySet<number>>();

/** The program's own locks, and those inside its queues, semaphores …; what the library keeps for itself orders nothing of the program's. */
function orderingLocks(trace: Trace): ReadonlySet<number> {
  const cached = lockCache.get(trace);
  if (cached !== undefined) return cached;
  const locks = new Set<number>();
  for (const [index, { isInternal, guard }] of trace.resources.entries()) {
    if (isInternal) continue;
    locks.add(index);
    if (guard !== null) locks.add(guard);
  }
  lockCache.set(trace, locks);
  return locks;
}

const creatorCache = new WeakMap<Trace, Creators>();

/** Who started each thread: who had the GIL then, or without one who did something last. */
function creatorsOf(trace: Trace): Creators {
  const cached = creatorCache.get(trace);
  if (cached !== undefined) return cached;
  const creators = new Map<number, number>();
  let holder: number | null = null;
  let last = -1;
  for (let event = 0; event < trace.length; event += 1) {
    const thread = trace.thread[event] ?? -1;
    const kind = trace.kind[event];
    if (kind === eventKinds.gilTaken) holder = thread;
    else if (kind === eventKinds.gilReleased) holder = null;
    if (kind === eventKinds.threadCreated) creators.set(thread, holder ?? last);
    else if (thread >= 0) last = thread;
  }
  creatorCache.set(trace, creators);
  return creators;
}
