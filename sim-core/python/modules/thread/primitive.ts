/**
 * What library objects that are built on a lock show of themselves: a semaphore's value, an event's flag, how many stand at a barrier,
 * a queue's length, who waits. They change only under their own lock, so they are read whenever that lock is given back: it costs no
 * virtual time, and the library's Python code knows nothing of it.
 */
import { eventKinds } from '../../../trace/event-kind.ts';
import type { ResourceKind } from '../../../trace/trace.ts';
import { PyCell } from '../../objects/py-cell.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import type { Value } from '../../objects/value.ts';
import { PyFrame } from '../../vm/frame.ts';
import { describeResource, newResource } from '../../vm/new-resource.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { sizeOf } from '../../vm/truth.ts';
import { Deque } from '../collections/deque.ts';

/** A lock, as far as it matters here. */
export interface Guard {
  readonly resource: number;
  readonly guards: Primitive | null;
}

interface PrimitiveKind {
  readonly kind: ResourceKind;
  readonly valueOf: (owner: PyInstance) => number | null;
  /** The parameter of `__init__` that is the first value, and the one that is the most it can be. */
  readonly first: string | null;
  readonly limit: string | null;
}

const numberIn =
  (attribute: string) =>
  (owner: PyInstance): number | null => {
    const value = owner.get(attribute);
    return typeof value === 'number' ? value : null;
  };

/** By the library function that makes the lock. */
const kinds = new Map<string, PrimitiveKind>([
  ['Condition.__init__', { kind: 'condition', valueOf: () => null, first: null, limit: null }],
  ['Semaphore.__init__', { kind: 'semaphore', valueOf: numberIn('_value'), first: 'value', limit: 'value' }],
  [
    'Event.__init__',
    { kind: 'event', valueOf: (event) => Number(event.get('_flag') === true), first: null, limit: null },
  ],
  ['Barrier.__init__', { kind: 'barrier', valueOf: numberIn('_count'), first: null, limit: 'parties' }],
  ['Queue.__init__', { kind: 'queue', valueOf: lengthOfQueue, first: null, limit: 'maxsize' }],
  [
    'Future.__init__',
    { kind: 'future', valueOf: (future) => Number(future.get('_state') === 'FINISHED'), first: null, limit: null },
  ],
]);
const plainCondition = kinds.get('Condition.__init__') as PrimitiveKind;
const pool: PrimitiveKind = { kind: 'pool', valueOf: () => null, first: null, limit: 'max_workers' };

function lengthOfQueue(queue: PyInstance): number | null {
  const items = queue.get('queue');
  if (items instanceof Deque) return items.length;
  return items === undefined ? null : sizeOf(items);
}

export class Primitive {
  readonly owner: PyInstance;
  readonly kind: PrimitiveKind;
  readonly resource: number;
  /** The object of the library that made it for itself: a thread its event, an executor its semaphore. */
  readonly parent: Value;
  /** Null until it has a value worth telling. */
  value: number | null = null;
  /** Of a semaphore: the threads that have taken one of its places and not given it back, the one that has had it longest first. */
  readonly holders: PyThread[] = [];
  /** Numbers those who wait in Condition.wait(), in the order in which they are to be woken. */
  waits = 0;

  constructor(thread: PyThread, made: { owner: PyInstance; kind: PrimitiveKind; creator: PyFrame | null }) {
    this.owner = made.owner;
    this.kind = made.kind;
    this.resource = newResource(thread, made.kind.kind, made.creator);
    this.parent = made.creator === null ? null : selfOf(made.creator);
    const { primitives } = thread.interpreter;
    if (!thread.kernel.recorder.isShared(this.resource)) primitives.set(made.owner, this);
  }

  /** Tells the trace if the value is another now. */
  observe(thread: PyThread): void {
    this.tell(thread, this.kind.valueOf(this.owner));
  }

  tell(thread: PyThread, value: number | null): void {
    if (value === null || value === this.value) return;
    if (this.kind.kind === 'semaphore' && this.value !== null) this.hand(thread, value - this.value);
    this.value = value;
    thread.kernel.record(eventKinds.resourceValue, thread.kernelThread.id, this.resource, value);
  }

  /** A place may be given back by another thread than the one that took it. */
  private hand(thread: PyThread, change: number): void {
    for (let taken = change; taken < 0; taken += 1) this.holders.push(thread);
    for (let given = 0; given < change && this.holders.length > 0; given += 1)
      this.holders.splice(Math.max(0, this.holders.indexOf(thread)), 1);
  }
}

/** The object that the library makes a lock for just now, in its `__init__`; null for other locks. */
export function primitiveInTheMaking(thread: PyThread): Primitive | null {
  let found: { readonly kind: PrimitiveKind; readonly frame: PyFrame; readonly owner: PyInstance } | null = null;
  let frame = nextFrame(thread.frame);
  for (; frame !== null && frame.code.isLibrary; frame = nextFrame(frame.back)) {
    const kind = kinds.get(frame.code.source.qualifiedName);
    const owner = selfOf(frame);
    if (kind !== undefined && owner instanceof PyInstance) found = { kind, frame, owner };
    else if (found !== null || frame.code.source.name !== 'RLock') break;
  }
  if (found === null) return null;
  const { kind, owner } = found;
  const primitive = new Primitive(thread, { owner, kind, creator: creatorOf(found.frame, owner) });
  const limit = kind.limit === null ? null : localNumber(found.frame, kind.limit);
  if (limit !== null && limit > 0) describeResource(thread, primitive.resource, { limit });
  primitive.tell(thread, kind.first === null ? null : localNumber(found.frame, kind.first));
  return primitive;
}

/** The executor that makes its queue of work just now. */
export function poolInTheMaking(thread: PyThread): Primitive | null {
  const frame = nextFrame(thread.frame);
  const owner = frame === null ? null : selfOf(frame);
  if (frame === null || !frame.code.isLibrary || !(owner instanceof PyInstance)) return null;
  if (frame.code.source.qualifiedName !== 'ThreadPoolExecutor.__init__') return null;
  const primitive = new Primitive(thread, { owner, kind: pool, creator: creatorOf(frame, owner) });
  const limit = localNumber(frame, 'max_workers');
  if (limit !== null) describeResource(thread, primitive.resource, { limit });
  return primitive;
}

/** What a thread waits for on the lock that it makes in Condition.wait() just now: the condition, or what that is a part of. */
export function primitiveAwaited(thread: PyThread, guardOf: (lock: Value) => Guard | null): Primitive | null {
  const frame = nextFrame(thread.frame);
  if (frame === null || !frame.code.isLibrary || frame.code.source.qualifiedName !== 'Condition.wait') return null;
  const condition = selfOf(frame);
  if (!(condition instanceof PyInstance)) return null;
  const guard = guardOf(condition.get('_lock') ?? null);
  const known = guard?.guards ?? thread.interpreter.primitives.get(condition);
  if (known !== undefined) return known;
  // Several conditions on a lock of the program's own: each is known from the first wait on.
  const made = new Primitive(thread, { owner: condition, kind: plainCondition, creator: null });
  if (guard !== null) describeResource(thread, made.resource, { guard: guard.resource });
  return made;
}

/** The resource of a new lock: a part of what it guards, or a thing of its own. */
export function newGuard(thread: PyThread, kind: 'lock' | 'rlock', guards: Primitive | null): number {
  if (guards === null) return newResource(thread, kind);
  const lock = thread.kernel.recorder.resource(kind, thread.interpreter.process.id, true);
  describeResource(thread, guards.resource, { guard: lock });
  return lock;
}

/** The frame that asked for the object: the first that is not a method of the object itself. */
function creatorOf(from: PyFrame, owner: PyInstance): PyFrame | null {
  let frame: PyFrame | null = from;
  while (frame !== null && selfOf(frame) === owner) frame = nextFrame(frame.back);
  return frame;
}

function nextFrame(from: PyThread['frame']): PyFrame | null {
  let frame = from;
  while (frame !== null && !(frame instanceof PyFrame)) frame = frame.back;
  return frame;
}

function selfOf(frame: PyFrame): Value {
  return frame.code.source.localsPlusNames[0] === 'self' ? slotValue(frame, 0) : null;
}

function localNumber(frame: PyFrame, name: string): number | null {
  const value = slotValue(frame, frame.code.source.localsPlusNames.indexOf(name));
  return typeof value === 'number' ? value : null;
}

function slotValue(frame: PyFrame, slot: number): Value {
  const value = frame.slots[slot];
  return (value instanceof PyCell ? value.content : value) ?? null;
}
