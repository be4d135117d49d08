/** The locks, conditions, queues … of a moment: who has them, who waits in which order, what is in them. */
import { Deque } from '../python/modules/collections/deque.ts';
import { SimpleQueue } from '../python/modules/simple-queue.ts';
import type { Primitive } from '../python/modules/thread/primitive.ts';
import { RecursiveLock } from '../python/modules/thread/recursive-lock.ts';
import { ThreadHandle } from '../python/modules/thread/thread-handle.ts';
import { PyInstance } from '../python/objects/py-instance.ts';
import { PyList } from '../python/objects/py-list.ts';
import { PyTuple } from '../python/objects/py-tuple.ts';
import type { Value } from '../python/objects/value.ts';
import type { Interpreter } from '../python/vm/interpreter.ts';
import type { PyThread } from '../python/vm/py-thread.ts';
import type { SyncObject } from '../python/vm/sync-object.ts';
import type { QueueContents, ResourceMoment } from '../trace/moment.ts';
import type { TraceResource } from '../trace/trace.ts';
import type { SyncTable } from './sync-table.ts';
import { variableText } from './variable-text.ts';

const mostItems = 50;

export interface ResourcesView {
  readonly interpreter: Interpreter;
  readonly table: SyncTable;
  /** Names of the finished run. */
  readonly known: readonly TraceResource[];
  /** Any thread: values are shown with one. */
  readonly viewer: PyThread | null;
}

/** What the library made for itself is left out while nobody holds it or waits for it. */
export function momentResources(view: ResourcesView): ResourceMoment[] {
  const { interpreter, table } = view;
  const moments = interpreter.gil === null ? [] : [gilMoment(view)];
  for (const object of interpreter.syncObjects) {
    if (object instanceof SimpleQueue && object.pool !== null) continue;
    if (object instanceof ThreadHandle && table.waiters(object.resource).length === 0) continue;
    moments.push({ ...described(view, object.resource), ...stateOfObject(view, object) });
  }
  for (const primitive of interpreter.primitives.values())
    moments.push({
      ...described(view, primitive.resource),
      ...holdersOf(primitive),
      ...stateOfPrimitive(view, primitive),
    });
  return moments.filter(({ isInternal, owners, waiters }) => !isInternal || owners.length > 0 || waiters.length > 0);
}

type Described = Omit<ResourceMoment, 'value' | 'contents'>;
type State = Pick<ResourceMoment, 'value' | 'contents'>;

function gilMoment(view: ResourcesView): ResourceMoment {
  const { interpreter, table } = view;
  const resource = interpreter.gil?.resource ?? -1;
  const holder = interpreter.gil?.holder ?? null;
  return {
    ...described(view, resource),
    owners: holder === null ? [] : [holder.kernelThread.id],
    waiters: table.waiters(resource).map((thread) => thread.kernelThread.id),
    value: null,
    contents: null,
  };
}

function described({ known, table }: ResourcesView, index: number): Described {
  const resource = known[index];
  return {
    index,
    kind: resource?.kind ?? 'lock',
    name: resource?.name ?? '?',
    isInternal: resource?.isInternal ?? false,
    place: resource?.place ?? null,
    guard: resource?.guard ?? null,
    limit: resource?.limit ?? null,
    owners: table.givers(index).map((thread) => thread.kernelThread.id),
    waiters: table.waiters(index).map((thread) => thread.kernelThread.id),
  };
}

/** Who has a semaphore's places; a thread that has several stands there once. */
function holdersOf({ kind, holders }: Primitive): Partial<Pick<Described, 'owners'>> {
  if (kind.kind !== 'semaphore') return {};
  return { owners: [...new Set(holders.map((thread) => thread.kernelThread.id))] };
}

function stateOfObject(view: ResourcesView, object: SyncObject): State {
  if (object instanceof RecursiveLock) return { value: object.count, contents: null };
  if (object instanceof SimpleQueue)
    return { value: object.items.length, contents: contentsOf(view, object.items, itemText) };
  return { value: null, contents: null };
}

function stateOfPrimitive(view: ResourcesView, { kind, owner, value }: Primitive): State {
  switch (kind.kind) {
    case 'queue': {
      const items = itemsOf(owner.get('queue'));
      return { value: items.length, contents: contentsOf(view, items, itemText) };
    }
    case 'pool': {
      const queue = owner.get('_work_queue');
      const work = queue instanceof SimpleQueue ? queue.items.filter((item) => item !== null) : [];
      return { value: work.length, contents: contentsOf(view, work, workText) };
    }
    default:
      return { value: kind.valueOf(owner) ?? value, contents: null };
  }
}

function itemsOf(container: Value | undefined): readonly Value[] {
  if (container instanceof Deque) return container.toArray();
  return container instanceof PyList ? container.items : [];
}

type Teller = (viewer: PyThread, item: Value) => string;
const itemText: Teller = (viewer, item) => variableText(viewer, item);

/** A pool's piece of work as the call that it is: 'fetch(3)'. */
const workText: Teller = (viewer, item) => {
  if (!(item instanceof PyInstance)) return variableText(viewer, item);
  const args = item.get('args');
  const name = variableText(viewer, item.get('fn') ?? null).replace('function ', '');
  const texts = args instanceof PyTuple ? args.items.map((arg) => variableText(viewer, arg)) : [];
  return `${name}(${texts.join(', ')})`;
};

function contentsOf({ viewer }: ResourcesView, items: readonly Value[], tell: Teller): QueueContents | null {
  if (viewer === null) return null;
  return { count: items.length, texts: items.slice(0, mostItems).map((item) => tell(viewer, item)) };
}
