/**
 * What the program can still reach: a search over the machine's objects from the roots (the threads' frames, the modules, what native code
 * keeps per process). It answers with ways – which holder refers to which, from a root to the object – that can be checked in no time as
 * long as nothing on them has changed. See docs/decisions/0006.
 */
import { Copyable } from '../../base/copyable.ts';
import { LoadedCode } from '../objects/loaded-code.ts';
import { NativeFunction } from '../objects/native-function.ts';
import { DictEntry, PyDict } from '../objects/py-dict.ts';
import { PyType } from '../objects/py-type.ts';
import { PyWeakReference } from '../objects/py-weak-reference.ts';
import { Shape } from '../objects/shape.ts';
import { NativeFrame, PyFrame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyThread } from './py-thread.ts';

/** What the frames are called that see to a death. */
export const deathName = 'death';

/** Native code is in the middle of something and may hold anything: there is no telling now. */
export class Opaque {}

/** `holder` refers to `child` under `key`: an index, a field's name, a Map's key. */
export interface Reference {
  readonly holder: object;
  readonly key: unknown;
  readonly child: object;
}

/** From a root to an object. The root is a live thread or one of its frames, or something that the process keeps anyway. */
export interface Way {
  readonly thread: PyThread | null;
  readonly root: object;
  readonly references: readonly Reference[];
}

type Visit = (key: unknown, child: object) => void;

/** Fields of a thread that hold no values of the program, or are looked at on their own. */
const threadFieldsPassedOver = new Set([
  'interpreter',
  'kernel',
  'kernelThread',
  'frame',
  'sent',
  'stepping',
  'enteredHandler',
  'localNamespaces',
]);

/** Calls `visit` for everything that `object` refers to, in the order in which CPython would let go of it. */
export function eachReferent(object: object, visit: Visit, whenOpaque: () => void = nothing): void {
  if (Array.isArray(object)) visitArray(object, object.length, visit);
  else if (object instanceof PyDict) visitFields(object, visit, dictFieldsPassedOver);
  else if (object instanceof DictEntry) visitFields(object, visit, none);
  else if (object instanceof PyFrame) visitFrame(object, visit);
  else if (object instanceof NativeFrame) visitNativeFrame(object, visit);
  else if (object instanceof PyWeakReference) visitFields(object, visit, referenceFieldsPassedOver);
  else if (object instanceof Map) visitMap(object, visit);
  else if (object instanceof Set) for (const child of object) visitOne(child, child, visit);
  else if (!isLeaf(object)) {
    if (Object.prototype.toString.call(object) === '[object Generator]') whenOpaque();
    else visitFields(object, visit, none);
  }
}

const nothing = (): void => undefined;
const fail = (): void => {
  throw new Opaque();
};

const none: ReadonlySet<string> = new Set();
const dictFieldsPassedOver: ReadonlySet<string> = new Set(['index', 'buckets']);
const referenceFieldsPassedOver: ReadonlySet<string> = new Set(['target']);

function isLeaf(object: object): boolean {
  return (
    ArrayBuffer.isView(object) ||
    object instanceof NativeFunction ||
    object instanceof LoadedCode ||
    (object instanceof PyType && !object.isHeap) ||
    object instanceof Shape ||
    // The machine itself and its threads, whose own part is among the roots.
    object instanceof Copyable
  );
}

function visitOne(key: unknown, child: unknown, visit: Visit): void {
  if (typeof child === 'object' && child !== null) visit(key, child);
}

function visitArray(items: readonly unknown[], length: number, visit: Visit): void {
  for (let i = 0; i < length; i += 1) visitOne(i, items[i], visit);
}

function visitMap(map: ReadonlyMap<unknown, unknown>, visit: Visit): void {
  for (const [key, value] of map) {
    visitOne(key, key, visit);
    visitOne(key, value, visit);
  }
}

function visitFields(object: object, visit: Visit, passedOver: ReadonlySet<string>): void {
  for (const name of Object.keys(object))
    if (!passedOver.has(name)) visitOne(name, (object as Record<string, unknown>)[name], visit);
}

function visitNativeFrame(frame: NativeFrame, visit: Visit): void {
  if (frame.name === deathName) return;
  visitOne('back', frame.back, visit);
  visitOne('extra', frame.extra, visit);
  if (frame.held === null) visitOne('steps', frame.steps, visit);
  else visitOne('held', frame.held, visit);
}

/** Of the value stack only what is in use. */
function visitFrame(frame: PyFrame, visit: Visit): void {
  if (!(frame.back instanceof NativeFrame && frame.back.name === deathName)) visitOne('back', frame.back, visit);
  visitArray(frame.slots, frame.sp, visit);
  visitOne('namespace', frame.namespace, visit);
  visitOne('globals', frame.globals, visit);
  visitOne('fn', frame.fn, visit);
  visitOne('extra', frame.extra, visit);
  visitOne('outerHandled', frame.outerHandled, visit);
}

/** Whether the reference is still there. */
function holds({ holder, key, child }: Reference): boolean {
  if (holder instanceof PyFrame && typeof key === 'number') return key < holder.sp && holder.slots[key] === child;
  if (holder instanceof Map) return holder.get(key) === child || (key === child && holder.has(child));
  if (holder instanceof Set) return holder.has(child);
  return (holder as Record<string, unknown>)[key as string] === child;
}

export function isStillThere(way: Way): boolean {
  if (way.thread !== null && !isOnStack(way.thread, way.root)) return false;
  return way.references.every(holds);
}

function isOnStack(thread: PyThread, root: object): boolean {
  if (thread.hasEnded || root === thread) return !thread.hasEnded;
  let at = thread.frame;
  while (at !== null && at !== root) at = at.back;
  return at !== null;
}

/** The way a search would find first: where the innermost frame has it among its variables and on its stack. Null if it has not. */
export function wayInFrame(thread: PyThread, object: object): Way | null {
  const { frame } = thread;
  if (!(frame instanceof PyFrame)) return null;
  for (let key = 0; key < frame.sp; key += 1)
    if ((frame.slots[key] as unknown) === object)
      return { thread, root: frame, references: [{ holder: frame, key, child: object }] };
  return null;
}

/** One search from the roots. */
export class Search {
  /** How each object was come to: by a reference, or (null) as a root. */
  private readonly reachedBy = new Map<object, Reference | null>();
  private readonly threadOf = new Map<object, PyThread>();
  private readonly queue: object[] = [];
  private wanted: Set<object>;

  /** Ends as soon as all the wanted are found. Throws `Opaque`. */
  constructor(interpreter: Interpreter, first: PyThread | null, wanted: Iterable<object>) {
    this.wanted = new Set(wanted);
    if (first !== null) this.addThread(first);
    const main = interpreter.modules.getText('__main__');
    if (typeof main === 'object' && main !== null) this.addRoot(main);
    for (const thread of interpreter.threads) if (thread !== first) this.addThread(thread);
    this.addRoot(interpreter.modules);
    this.addRoot(interpreter.moduleState);
    this.addRoot(interpreter.exitCallbacks);
    this.addRoot(interpreter.signals);
    this.run();
  }

  /** Objects looked at: what the search has cost. */
  get size(): number {
    return this.reachedBy.size;
  }

  isReached(object: object): boolean {
    return this.reachedBy.has(object);
  }

  /** Everything it came to. */
  all(): object[] {
    return [...this.reachedBy.keys()];
  }

  /** Null where native code holds it: that changes without notice, and could not be copied. */
  wayTo(object: object): Way | null {
    const references: Reference[] = [];
    let at = object;
    for (let by = this.reachedBy.get(at); by !== null && by !== undefined; by = this.reachedBy.get(at)) {
      if (by.holder instanceof NativeFrame) return null;
      references.unshift(by);
      at = by.holder;
    }
    if (at instanceof NativeFrame) return null;
    return { thread: this.threadOf.get(at) ?? null, root: at, references };
  }

  private addThread(thread: PyThread): void {
    if (thread.hasEnded) return;
    for (let frame = thread.frame; frame !== null; frame = frame.back) {
      // The steps of a death hold only what is dying.
      if (frame instanceof NativeFrame && frame.name === deathName) continue;
      this.threadOf.set(frame, thread);
      this.addRoot(frame);
      // A generator that is suspended holds its frame; while it runs, the frame holds it.
      if (frame instanceof PyFrame) this.addReferent(frame, 'generator');
    }
    this.threadOf.set(thread, thread);
    this.addRoot(thread);
    if (!(thread.frame instanceof PyFrame)) this.addReferent(thread, 'sent');
    for (const name of Object.keys(thread)) if (!threadFieldsPassedOver.has(name)) this.addReferent(thread, name);
  }

  private addReferent(holder: object, key: string): void {
    const child = (holder as Record<string, unknown>)[key];
    if (typeof child !== 'object' || child === null || this.reachedBy.has(child)) return;
    this.reachedBy.set(child, { holder, key, child });
    this.wanted.delete(child);
    this.queue.push(child);
  }

  private addRoot(object: object): void {
    if (this.reachedBy.has(object)) return;
    this.reachedBy.set(object, null);
    this.wanted.delete(object);
    this.queue.push(object);
  }

  private run(): void {
    for (let i = 0; i < this.queue.length && this.wanted.size > 0; i += 1) {
      const holder = this.queue[i] as object;
      eachReferent(
        holder,
        (key, child) => {
          if (this.reachedBy.has(child)) return;
          this.reachedBy.set(child, { holder, key, child });
          this.wanted.delete(child);
          this.queue.push(child);
        },
        fail,
      );
    }
  }
}

/** Everything reachable from an object without what `stops`, the object itself only if something refers back to it. */
export function referentsOf(object: object, stops: (child: object) => boolean): Set<object> {
  const seen = new Set<object>();
  const queue = [object];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    eachReferent(at, (_key, child) => {
      if (seen.has(child) || stops(child)) return;
      seen.add(child);
      queue.push(child);
    });
  }
  return seen;
}
