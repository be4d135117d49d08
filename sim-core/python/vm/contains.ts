/** `in`. Models: PySequence_Contains and the sq_contains slots. */
import { typeOf } from '../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../objects/py-bytes.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyDictView } from '../objects/py-iterators.ts';
import { PyList } from '../objects/py-list.ts';
import { PyRange } from '../objects/py-range.ts';
import { PyFrozenSet, PySet } from '../objects/py-set.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyFunction } from '../objects/py-function.ts';
import type { Value } from '../objects/value.ts';
import { loadSpecial } from './attributes.ts';
import { bytesOf, compareQuickly, compareSteps, textOf } from './compare.ts';
import { findEntrySteps, needsPython, unhashable } from './dict-access.ts';
import { callSteps } from './invoke.ts';
import { isIterable, iteratorSteps, nextSteps } from './iterate-all.ts';
import { isSet, soughtKey } from './set-steps.ts';
import { truthSteps } from './truth.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';

/** `item in container` without Python code; undefined where that is not enough. */
export function containsQuickly(container: Value, item: Value): boolean | undefined {
  if (typeOf(container).isHeap && typeOf(container).lookup('__contains__') instanceof PyFunction) return undefined;
  const text = textOf(container);
  if (text !== null) {
    const part = textOf(item);
    if (part === null)
      throw raised('TypeError', `'in <string>' requires string as left operand, not ${typeOf(item).title}`);
    return text.includes(part);
  }
  if (container instanceof PyList || container instanceof PyTuple) return inItems(container.items, item);
  const dict = keysOf(container);
  if (dict !== null)
    return needsPython(item) || (dict.buckets !== null && typeof item === 'object') ? undefined : dict.has(item);
  if (container instanceof PyRange && typeof item === 'number') {
    const offset = item - container.start;
    return offset % container.step === 0 && offset / container.step >= 0 && offset / container.step < container.length;
  }
  if (container instanceof PyBytes || container instanceof PyByteArray) return inBytes(bytesOf(container), item);
  return undefined;
}

function keysOf(container: Value): PyDict | null {
  if (container instanceof PyDict) return container;
  if (container instanceof PySet || container instanceof PyFrozenSet) return container.dict;
  return container instanceof PyDictView && container.view === 'keys' ? container.dict : null;
}

function inItems(items: readonly Value[], item: Value): boolean | undefined {
  for (const candidate of items) {
    if (candidate === item) return true;
    const isEqual = compareQuickly(2, candidate, item);
    if (isEqual === true) return true;
    if (isEqual === undefined && !differsSurely(candidate, item)) return undefined;
  }
  return false;
}

/** Values of different built-in kinds that no comparison makes equal. */
function differsSurely(a: Value, b: Value): boolean {
  return isAtom(a) && isAtom(b);
}

function isAtom(value: Value): boolean {
  return value === null || typeof value !== 'object';
}

function inBytes(bytes: Uint8Array, item: Value): boolean {
  if (typeof item === 'number') {
    if (item < 0 || item > 255) throw raised('ValueError', 'byte must be in range(0, 256)');
    return bytes.includes(item);
  }
  if (!(item instanceof PyBytes || item instanceof PyByteArray)) {
    throw raised('TypeError', `a bytes-like object is required, not '${typeOf(item).title}'`);
  }
  const part = bytesOf(item);
  for (let at = 0; at + part.length <= bytes.length; at += 1)
    if (part.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

/** For generator bodies. */
export function* containsSteps(thread: PyThread, container: Value, item: Value): Generator<undefined, boolean, Value> {
  const quick = containsQuickly(container, item);
  if (quick !== undefined) return quick;
  const type = typeOf(container);
  const own = type.lookup('__contains__');
  if (own === null) throw raised('TypeError', `'${type.title}' object is not a container`);
  if (own instanceof PyFunction) return yield* truthSteps(thread, yield* callSteps(thread, own, [container, item]));
  const dict = keysOf(container);
  if (dict !== null) {
    if (needsPython(item) && (item instanceof PyList || item instanceof PyDict)) throw unhashable(item);
    return (yield* findEntrySteps(thread, dict, isSet(container) ? soughtKey(item) : item)) !== undefined;
  }
  if (own !== undefined && !isSequence(container)) {
    return yield* truthSteps(
      thread,
      yield* callSteps(thread, loadSpecial(type, container, '__contains__') as Value, [item]),
    );
  }
  if (!isIterable(container)) throw raised('TypeError', `argument of type '${type.title}' is not iterable`);
  const iterator = yield* iteratorSteps(thread, container);
  for (;;) {
    const next = yield* nextSteps(thread, iterator);
    if (next === undefined) return false;
    if (next === item || (yield* compareSteps(thread, 2, next, item))) return true;
  }
}

function isSequence(value: Value): boolean {
  return value instanceof PyList || value instanceof PyTuple;
}
