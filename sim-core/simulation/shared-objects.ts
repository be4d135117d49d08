/**
 * Objects on the heap that more than one thread can reach: from the local variables of the functions it is in, and from the globals that
 * these functions name. Only what can be changed, and only the program's own data: locks and queues have a table of their own.
 */
import { Deque } from '../python/modules/collections/deque.ts';
import { typeOf } from '../python/objects/builtin-types.ts';
import { PyCell } from '../python/objects/py-cell.ts';
import { PyDict } from '../python/objects/py-dict.ts';
import { PyInstance } from '../python/objects/py-instance.ts';
import { PyList } from '../python/objects/py-list.ts';
import { PySet } from '../python/objects/py-set.ts';
import { PyTuple } from '../python/objects/py-tuple.ts';
import type { Value } from '../python/objects/value.ts';
import { PyFrame } from '../python/vm/frame.ts';
import type { Machine } from '../python/vm/machine.ts';
import type { PyThread } from '../python/vm/py-thread.ts';
import type { SharedObject } from '../trace/shared-object.ts';
import { partsOf } from './lockset/object-names.ts';
import { variableText } from './variable-text.ts';

const deepest = 4;
const mostObjects = 100;
const mostNames = 3;

type Named = readonly [string, Value];
type Reached = Map<number, string[]>;

export function sharedObjects(machine: Machine): readonly SharedObject[] {
  const reached = new Map<Value & object, Reached>();
  for (const { threads } of machine.interpreters) for (const thread of threads) reachFrom(thread, reached);
  const viewer = machine.interpreters[0]?.threads[0];
  if (viewer === undefined) return [];
  return [...reached]
    .filter(([, threads]) => threads.size > 1)
    .slice(0, mostObjects)
    .map(([object, threads]) => ({
      type: typeOf(object).name,
      text: variableText(viewer, object),
      reachedBy: [...threads].map(([thread, names]) => ({ thread, names })),
    }));
}

function reachFrom(thread: PyThread, reached: Map<Value & object, Reached>): void {
  const seen = new Set<object>();
  let level = rootsOf(thread);
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const next: Named[] = [];
    for (const [name, value] of level) {
      if (!isOwnData(value)) continue;
      if (isMutable(value)) noteName(reached, value, thread.kernelThread.id, name);
      if (seen.has(value)) continue;
      seen.add(value);
      next.push(...partsOf(name, value));
    }
    level = next;
  }
}

function noteName(reached: Map<Value & object, Reached>, value: Value & object, thread: number, name: string): void {
  let threads = reached.get(value);
  if (threads === undefined) reached.set(value, (threads = new Map()));
  const names = threads.get(thread);
  if (names === undefined) threads.set(thread, [name]);
  else if (names.length < mostNames && !names.includes(name)) names.push(name);
}

/** What the functions on its stack have in local variables or name as globals. */
function rootsOf(thread: PyThread): Named[] {
  const roots: Named[] = [];
  for (let frame = thread.frame; frame !== null; frame = frame.back) {
    if (!(frame instanceof PyFrame) || frame.code.isLibrary) continue;
    for (const [slot, name] of frame.code.source.localsPlusNames.entries()) {
      const held = frame.slots[slot];
      const value = held instanceof PyCell ? held.content : held;
      if (value !== undefined) roots.push([name, value]);
    }
    for (const name of frame.code.names) {
      const value = frame.globals.getText(name);
      if (value !== undefined) roots.push([name, value]);
    }
  }
  return roots;
}

function isMutable(value: Value & object): boolean {
  return !(value instanceof PyTuple);
}

function isOwnData(value: Value): value is Value & object {
  if (value instanceof PyInstance && !(value instanceof Deque)) return value.type.lookup('__module__') === '__main__';
  return (
    value instanceof PyList ||
    value instanceof PyDict ||
    value instanceof PySet ||
    value instanceof PyTuple ||
    value instanceof Deque
  );
}
