/**
 * The death of objects. There are no reference counts; instead, objects whose end the program can notice are watched: those with
 * `__del__`, generators and coroutines with something left to run, referents of weak references with a callback, and native objects that
 * say so. While any lives, the interpreter loop stops after every bytecode that can drop a reference, and `check` asks whether all of
 * them can still be reached. What cannot dies there and then, as with CPython's counts – unless a cycle holds it, then it waits for
 * gc.collect() or the end. See docs/decisions/0006.
 *
 * Native classes take part so: the object has a method `onDeath(thread)` (`Mortal` below), and whoever makes it calls
 * `thread.interpreter.mortals.watch(object)`; `forget(object)` when its end has become of no interest.
 */
import type { NativeSteps } from '../objects/native-function.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import type { PyObject } from '../objects/value.ts';
import type { PyWeakReference } from '../objects/py-weak-reference.ts';
import { deathSteps } from './death-steps.ts';
import { returnModes } from './frame.ts';
import { pushSteps } from './native-steps.ts';
import type { PyThread } from './py-thread.ts';
import { deathName, isStillThere, Opaque, referentsOf, Search, wayInFrame } from './reachability.ts';
import type { Way } from './reachability.ts';

/** A native object with something to say when it dies: it may push frames and yield for their results, and may come to life again. */
export interface Mortal {
  onDeath(thread: PyThread): NativeSteps;
}

interface Placed {
  readonly object: object;
  /** How it was reached last; null if that is not known. */
  readonly way: Way | null;
}

/** Copies of the machine look for their ways anew: an old one may lead through what cannot be copied. */
export class Watched implements Placed {
  readonly object: object;
  way: Way | null = null;
  /** Only a cycle that nothing reaches holds it. */
  isGarbage = false;

  constructor(object: object) {
    this.object = object;
  }
}

/** Objects looked at in searches that the program may cost at once, and more for each bytecode: what goes beyond is put off. */
const creditPerStep = 1;
const mostCredit = 3_000_000;

export class Mortals {
  isWatching = false;
  /** In the order in which they were made. */
  private readonly watched = new Map<object, Watched>();
  /** Held by cycles of their own making (a task, the future it waits for): only the collector and the end ask about them. */
  private readonly dormant = new Set<object>();
  /** Those that a death is being carried out of: they are not asked about. */
  readonly dying = new Set<object>();
  private readonly references = new Map<object, PyWeakReference[]>();
  readonly ways = new Map<object, Way>();
  private credit = mostCredit;
  private searchSize = 1_000;
  private checkedAtStep = -1;

  watch(object: object): void {
    if (!this.watched.has(object)) this.watched.set(object, new Watched(object));
    this.isWatching = true;
  }

  forget(object: object): void {
    this.dormant.delete(object);
    this.watched.delete(object);
    this.isWatching = this.watched.size > 0;
  }

  isWatched(object: object): boolean {
    return this.watched.has(object) || this.dormant.has(object);
  }

  /** From now on only gc.collect() and the end of the program can find it dead. */
  leaveDormant(object: object): void {
    if (!this.hasCallback(object)) this.forget(object);
    this.dormant.add(object);
  }

  /** It has ended as it should. */
  wake(object: object): void {
    this.dormant.delete(object);
  }

  /** All whose death could be noticed, in the order in which they were made as far as that is known. */
  all(): object[] {
    return [...new Set([...this.watched.keys(), ...this.dormant])];
  }

  // Weak references

  /** A new weak reference. */
  refer(reference: PyWeakReference): void {
    const target = reference.target as PyObject;
    const known = this.references.get(target);
    if (known === undefined) this.references.set(target, [reference]);
    else known.push(reference);
    if (reference.callback !== null) this.watch(target);
  }

  referencesTo(object: object): readonly PyWeakReference[] {
    return this.references.get(object) ?? [];
  }

  takeReferences(object: object): readonly PyWeakReference[] {
    const references = this.referencesTo(object);
    this.references.delete(object);
    this.ways.delete(object);
    return references;
  }

  hasCallback(object: object): boolean {
    return this.referencesTo(object).some(({ callback }) => callback !== null);
  }

  /** Someone asks a weak reference for its object, which need not be watched for that. */
  isDead(thread: PyThread, object: object): boolean {
    const known = this.ways.get(object);
    if (known !== undefined && isStillThere(known)) return false;
    const search = this.search(thread, [object]);
    if (search === null) return false;
    if (!search.isReached(object)) return !referentsOf(object, (other) => search.isReached(other)).has(object);
    const way = search.wayTo(object);
    if (way !== null) this.ways.set(object, way);
    return false;
  }

  // Deaths

  /** After a bytecode that can have dropped a reference. True: someone dies, which a frame now sees to. */
  check(thread: PyThread): boolean {
    const { steps } = thread.kernel;
    if (steps === this.checkedAtStep) return false;
    this.credit = Math.min(mostCredit, this.credit + (steps - this.checkedAtStep) * creditPerStep);
    this.checkedAtStep = steps;
    if (this.credit < this.watched.size + this.searchSize) return false;
    const lost = this.lost(thread);
    const dead = lost.length === 0 ? [] : this.deadAmong(thread, lost);
    if (dead.length === 0) return false;
    pushSteps(thread, deathName, whereItWasRaised(thread, deathSteps(thread, dead)), returnModes.discard);
    return true;
  }

  /** A thread is at its end: what only it held is gone, although no bytecode said so. */
  checkAtThreadEnd(thread: PyThread): boolean {
    if (!this.isWatching) return false;
    if (this.checkedAtStep === thread.kernel.steps) this.checkedAtStep -= 1;
    return this.check(thread);
  }

  /** All that can be reached; null where native code is in the middle of something. */
  reach(thread: PyThread): Search | null {
    const search = this.search(thread, [nobody]);
    if (search !== null) this.credit -= search.size;
    return search;
  }

  /** It is unreachable, but a cycle holds it: it waits for the collector. */
  leaveToCollector(object: object): void {
    const one = this.watched.get(object);
    if (one !== undefined) one.isGarbage = true;
  }

  private search(thread: PyThread, wanted: readonly object[]): Search | null {
    try {
      return new Search(thread.interpreter, thread, wanted);
    } catch (error) {
      if (error instanceof Opaque) return null;
      throw error;
    }
  }

  /** Those that are not where they were found last. */
  private lost(thread: PyThread): Watched[] {
    this.credit -= this.watched.size;
    const lost: Watched[] = [];
    for (const one of this.watched.values()) {
      if (one.object instanceof PyGenerator && !isWorthWatching(one.object)) this.forget(one.object);
      else if (one.isGarbage || this.dying.has(one.object)) continue;
      else if (one.way === null || !isStillThere(one.way)) {
        const near = wayInFrame(thread, one.object);
        if (near === null) lost.push(one);
        else one.way = near;
      }
    }
    return lost;
  }

  /** The unreachable that nothing else unreachable holds, in the order of their deaths. */
  private deadAmong(thread: PyThread, lost: readonly Watched[]): object[] {
    const search = this.search(
      thread,
      lost.map(({ object }) => object),
    );
    if (search === null) return [];
    const dead: Watched[] = [];
    for (const one of lost) {
      if (search.isReached(one.object)) one.way = search.wayTo(one.object);
      else dead.push(one);
    }
    if (dead.length === 0) return [];
    // Only what does not depend on the ways known so far is paid for: a copy has to find them again.
    this.searchSize = search.size;
    this.credit -= search.size;
    const isReached = (object: object): boolean => search.isReached(object);
    const held = heldByOthers(dead, isReached);
    const tops = dead.filter((one) => !held.has(one.object) && !isHeldByCycle(one, isReached));
    if (tops.length === 0) for (const one of dead) one.isGarbage = true;
    return tops.sort(byDeath).map(({ object }) => object);
  }
}

/** What dies as an exception finds its handler dies at the line that raised it. */
function* whereItWasRaised(thread: PyThread, deaths: NativeSteps): NativeSteps {
  const entered = thread.enteredHandler;
  if (entered === null || entered.frame.pc !== entered.pc) return yield* deaths;
  entered.frame.pc = entered.raisedAt + 1;
  yield* deaths;
  entered.frame.pc = entered.pc;
  return null;
}

/** A search for it goes everywhere. */
const nobody = {};

/**
 * Whether its end can be noticed: a coroutine that has never been awaited, a generator with a `finally`, `with` or `except` to run.
 * Left out: a coroutine that is dropped while it is suspended; event loops hold theirs, and there are many.
 */
export function isWorthWatching(generator: PyGenerator): boolean {
  if (generator.frame === null) return false;
  if (generator.kind === 'coroutine') return !generator.hasStarted;
  // The first row of the table is the generator's own, which turns StopIteration into RuntimeError.
  const hasHandlers = generator.code.source.exceptionTable.length > 5;
  return hasHandlers;
}

/** Those of the dead that others of them refer to. */
function heldByOthers(dead: readonly Watched[], isReached: (object: object) => boolean): Set<object> {
  const held = new Set<object>();
  const seen = new Set<object>();
  for (const { object } of dead) {
    if (seen.has(object)) continue;
    for (const child of referentsOf(object, (other) => seen.has(other) || isReached(other))) {
      seen.add(child);
      if (child !== object) held.add(child);
    }
  }
  return held;
}

/** Itself in a cycle, or on the way by which it was reached something unreachable that is. */
function isHeldByCycle(one: Watched, isReached: (object: object) => boolean): boolean {
  if (referentsOf(one.object, isReached).has(one.object)) return true;
  for (const { holder } of one.way?.references ?? [])
    if (!isReached(holder) && referentsOf(holder, isReached).has(holder)) return true;
  return false;
}

/** Lists and tuples let go of their items from the end, everything else from the beginning. */
function byDeath(one: Placed, other: Placed): number {
  const mine = one.way?.references.at(-1);
  const theirs = other.way?.references.at(-1);
  if (mine === undefined || theirs === undefined || mine.holder !== theirs.holder) return 0;
  if (typeof mine.key !== 'number' || typeof theirs.key !== 'number') return 0;
  return isItems(one) ? theirs.key - mine.key : mine.key - theirs.key;
}

/** Whether the last holder is the items of a list or a tuple. */
function isItems(one: Placed): boolean {
  return one.way?.references.at(-2)?.key === 'items';
}
