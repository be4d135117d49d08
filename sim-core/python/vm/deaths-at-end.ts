/**
 * Who dies when the program ends, and in which order. Models: finalize_modules in Python/pylifecycle.c, and the order of the collector's
 * last list, which is that of a walk through what was still reachable (move_unreachable in Python/gc.c).
 */
import { PyGenerator } from '../objects/py-generator.ts';
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyObject } from '../objects/value.ts';
import type { NativeSteps } from '../objects/native-function.ts';
import { collect, finalize } from './death-steps.ts';
import type { PyThread } from './py-thread.ts';
import { eachReferent } from './reachability.ts';
import type { Search } from './reachability.ts';

/** Objects whose contents belong to a thread (threading.local) and die with it, when nothing can be printed any more. */
export interface OfThread {
  readonly diesWithThread: true;
}

/**
 * For generator bodies: what cycles hold, then what can still be reached – first what globals alone hold, then the rest. Globals are
 * still there, and no weak reference is told.
 */
export function* deathsAtEnd(thread: PyThread): NativeSteps {
  const { mortals } = thread.interpreter;
  if (mortals.all().length === 0) return null;
  yield* collect(thread);
  const search = mortals.reach(thread);
  const silent = search === null ? new Set<object>() : heldByThreads(search);
  const walk = new Walk(mortals.all());
  const main = thread.interpreter.modules.getText('__main__');
  if (main instanceof PyModule) walk.from(main.dict);
  for (const object of walk.inOrder()) {
    if (!mortals.isWatched(object)) continue;
    mortals.forget(object);
    const isMute = silent.has(object) && (object instanceof PyGenerator || 'onDeath' in object);
    if (!isMute) yield* finalize(thread, object);
  }
  return null;
}

/** What the data of threads holds, with everything reachable from there. */
function heldByThreads(search: Search): Set<object> {
  const held = new Set<object>();
  const queue: object[] = search.all().filter((object) => 'diesWithThread' in object);
  for (let holder = queue.pop(); holder !== undefined; holder = queue.pop())
    eachReferent(holder, (_key, child) => {
      // Modules have been emptied by then; functions keep their globals.
      if (held.has(child) || child instanceof PyModule) return;
      held.add(child);
      queue.push(child);
    });
  return held;
}

/** The Python objects that one refers to, in the order in which its tp_traverse visits them. */
function referents(object: object): object[] {
  const found: object[] = [];
  const seen = new Set<object>([object]);
  const collectFrom = (holder: object): void =>
    eachReferent(holder, (_key, child) => {
      if (child instanceof PyObject) found.push(child);
      else if (!seen.has(child)) {
        seen.add(child);
        collectFrom(child);
      }
    });
  collectFrom(object);
  return object instanceof PyList || object instanceof PyTuple ? found.reverse() : found;
}

/** Breadth first, lists and tuples from their end. */
class Walk {
  private readonly wanted: ReadonlySet<object>;
  private readonly ranks = new Map<object, number>();
  /** How many references to it there are. */
  private readonly counts = new Map<object, number>();
  private globals = new Set<object>();

  constructor(wanted: readonly object[]) {
    this.wanted = new Set(wanted);
  }

  from(globals: PyModule['dict']): void {
    this.globals = new Set(globals.values().filter((value) => typeof value === 'object' && value !== null) as object[]);
    const queue: object[] = [globals];
    const seen = new Set(queue);
    for (let i = 0; i < queue.length; i += 1) {
      for (const child of referents(queue[i] as object)) {
        if (this.wanted.has(child)) this.count(child);
        if (seen.has(child)) continue;
        seen.add(child);
        queue.push(child);
      }
    }
  }

  /** First what only globals hold, as they are cleared, then the others as they were come to; at last those that nothing led to. */
  inOrder(): object[] {
    const wanted = [...this.wanted];
    const direct = [...this.globals].filter((object) => this.wanted.has(object) && this.counts.get(object) === 1);
    const others = wanted.filter((object) => this.ranks.has(object));
    others.sort((one, other) => (this.ranks.get(one) as number) - (this.ranks.get(other) as number));
    return [...new Set([...direct, ...others, ...wanted])];
  }

  private count(object: object): void {
    if (!this.ranks.has(object)) this.ranks.set(object, this.ranks.size);
    this.counts.set(object, (this.counts.get(object) ?? 0) + 1);
  }
}
