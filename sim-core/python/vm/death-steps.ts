/** How an object dies: finalizers, weak references, then what it held. Models: subtype_dealloc in Objects/typeobject.c, Objects/weakrefobject.c, gen_dealloc. */
import type { NativeSteps } from '../objects/native-function.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { closeGenerator } from '../builtins/types/throw-into.ts';
import { PyFrame } from './frame.ts';
import { importSteps } from './import.ts';
import { callSteps } from './invoke.ts';
import type { Mortal, Mortals } from './mortals.ts';
import { reportUnraisable } from './print-exception.ts';
import type { PyThread } from './py-thread.ts';
import { PyRaise } from './raise.ts';
import { eachReferent, referentsOf } from './reachability.ts';
import type { Search } from './reachability.ts';

/** For generator bodies: these die, one after the other, each with what only it holds. */
export function* deathSteps(thread: PyThread, objects: readonly object[]): NativeSteps {
  const { dying } = thread.interpreter.mortals;
  for (const object of objects) dying.add(object);
  for (const object of objects) {
    yield* die(thread, object);
    dying.delete(object);
  }
  return null;
}

/** gc.collect(): the unreachable die, cycles or not. Gives how many objects the collector frees. */
export function* collect(thread: PyThread): Generator<undefined, number, Value> {
  const { mortals } = thread.interpreter;
  const search = mortals.all().length > 0 ? mortals.reach(thread) : null;
  if (search === null) return 0;
  const dead = mortals.all().filter((object) => !search.isReached(object));
  const freed = new Set<object>(dead);
  for (const object of dead)
    for (const child of referentsOf(object, (other) => search.isReached(other)))
      if (
        child instanceof PyInstance ||
        child instanceof PyList ||
        child instanceof PyDict ||
        child instanceof PyGenerator
      )
        freed.add(child);
  yield* deathSteps(thread, dead);
  return freed.size;
}

function* die(thread: PyThread, object: object): NativeSteps {
  const { mortals } = thread.interpreter;
  if (!mortals.isWatched(object)) return null;
  mortals.forget(object);
  yield* finalize(thread, object);
  const search = mortals.reach(thread);
  if (search?.isReached(object) === true) {
    if (mortals.hasCallback(object)) mortals.watch(object);
    return null;
  }
  yield* endReferences(thread, object, search);
  if (search === null) return null;
  const isReached = (other: object): boolean => search.isReached(other);
  const heirs = heirsOf(mortals, object, search).filter((heir) => {
    const isInCycle = referentsOf(heir, isReached).has(heir);
    if (isInCycle) mortals.leaveToCollector(heir);
    return !isInCycle;
  });
  return yield* deathSteps(thread, heirs);
}

/** For generator bodies: what the object has to say at its end. */
export function* finalize(thread: PyThread, object: object): NativeSteps {
  if (object instanceof PyGenerator) yield* endGenerator(thread, object);
  else if (isMortal(object)) yield* object.onDeath(thread);
  else if (object instanceof PyObject) yield* callFinalizer(thread, object);
  return null;
}

function isMortal(object: object): object is Mortal {
  return 'onDeath' in object;
}

/** `__del__` */
function* callFinalizer(thread: PyThread, object: PyObject): NativeSteps {
  const finalizer = object.type.isHeap ? object.type.lookup('__del__') : undefined;
  if (finalizer === undefined) return null;
  yield* guarded(thread, callSteps(thread, finalizer, [object]), finalizer);
  return null;
}

/** What is raised here nobody can catch: it is printed. */
export function* guarded(thread: PyThread, steps: NativeSteps, culprit: Value): NativeSteps {
  const { handled } = thread;
  thread.handled = null;
  try {
    yield* steps;
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    yield* reportUnraisable(thread, error.exception, { message: null, object: culprit });
  }
  thread.handled = handled;
  return null;
}

function* endGenerator(thread: PyThread, generator: PyGenerator): NativeSteps {
  if (generator.frame === null) return null;
  if (!generator.hasStarted) {
    if (generator.kind === 'coroutine') yield* guarded(thread, warnNeverAwaited(thread, generator), generator);
    return null;
  }
  if (generator.finalizer !== null && !generator.isClosed)
    return yield* guarded(thread, callSteps(thread, generator.finalizer, [generator]), generator.finalizer);
  return yield* guarded(thread, closeGenerator(thread, generator), generator);
}

/** Models: _PyErr_WarnUnawaitedCoroutine: the module `warnings` is imported for it, and decides. */
function* warnNeverAwaited(thread: PyThread, coroutine: PyGenerator): NativeSteps {
  if (!runsPython(thread)) {
    const message = `<sys>:0: RuntimeWarning: coroutine '${coroutine.qualifiedName}' was never awaited\n`;
    thread.interpreter.stderr.writeNow(thread, message);
    return null;
  }
  yield* importSteps(thread, 'warnings', null);
  const warnings = thread.interpreter.modules.getText('warnings');
  const warn = warnings instanceof PyModule ? warnings.dict.getText('_warn_unawaited_coroutine') : undefined;
  return warn === undefined ? null : yield* callSteps(thread, warn, [coroutine]);
}

/** False at the end of the program. */
function runsPython(thread: PyThread): boolean {
  let at = thread.frame;
  while (at !== null && !(at instanceof PyFrame)) at = at.back;
  return at !== null;
}

/** The weak references of a dead object: all give None from now on; then their callbacks, the youngest first. */
function* endReferences(thread: PyThread, object: object, search: Search | null): NativeSteps {
  for (const reference of thread.interpreter.mortals.takeReferences(object).toReversed()) {
    const { callback } = reference;
    reference.target = null;
    reference.callback = null;
    if (callback === null || search === null || !search.isReached(reference)) continue;
    yield* guarded(thread, callSteps(thread, callback, [reference]), callback);
  }
  return null;
}

/** The nearest watched objects that only a dead one refers to, in the order it lets go of them. */
function heirsOf(mortals: Mortals, object: object, search: Search): object[] {
  const seen = new Set([object]);
  const heirs: object[] = [];
  const visit = (holder: object): void => {
    for (const child of releaseOrder(holder)) {
      if (seen.has(child) || search.isReached(child)) continue;
      seen.add(child);
      if (mortals.isWatched(child)) heirs.push(child);
      else visit(child);
    }
  };
  visit(object);
  return heirs;
}

/** Lists and tuples let go of their items from the end. */
function releaseOrder(holder: object): object[] {
  const children: object[] = [];
  if (holder instanceof PyList || holder instanceof PyTuple) {
    for (const item of holder.items) if (typeof item === 'object' && item !== null) children.unshift(item);
  }
  eachReferent(holder, (_key, child) => children.push(child));
  return children;
}
