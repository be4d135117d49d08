/** Subscripts: container[key], its assignment and deletion. Models: PyObject_GetItem … in Objects/abstract.c, the mp_ slots of the containers. */
import { intType, typeOf } from '../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../objects/py-bytes.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyList } from '../objects/py-list.ts';
import { PyRange } from '../objects/py-range.ts';
import { PySlice } from '../objects/py-slice.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import { PyIntInstance } from '../objects/value-instances.ts';
import { PyFunction } from '../objects/py-function.ts';
import type { Value } from '../objects/value.ts';
import { sliceIndices } from '../values/slice-indices.ts';
import type { SliceIndices } from '../values/slice-indices.ts';
import { characterAt, textLength } from '../values/text/code-points.ts';
import { sliceText } from '../values/text/text-slice.ts';
import { loadSpecial } from './attributes.ts';
import { bytesOf, textOf } from './compare.ts';
import { findEntrySteps, getItemSteps, needsPython, setItemSteps } from './dict-access.ts';
import { callSteps } from './invoke.ts';
import { iterateAll } from './iterate-all.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import type { PyRaise } from './raise.ts';

/** The number of an index; null for what is not an int. */
export function indexOf(key: Value): number | null {
  if (typeof key === 'number') return key;
  if (typeof key === 'boolean') return key ? 1 : 0;
  if (key instanceof PyIntInstance && typeof key.value === 'number') return key.value;
  if (typeof key === 'bigint') throw raised('IndexError', "cannot fit 'int' into an index-sized integer");
  return null;
}

function hasOwnSubscript(container: Value, method: string): boolean {
  const type = typeOf(container);
  return type.isHeap && type.lookup(method) instanceof PyFunction;
}

export function loadItemQuickly(container: Value, key: Value): Value | undefined {
  if (hasOwnSubscript(container, '__getitem__')) return undefined;
  if (container instanceof PyDict) {
    if (needsPython(key) || (container.buckets !== null && typeof key === 'object')) return undefined;
    const value = container.get(key);
    if (value === undefined && !container.type.isHeap && container.type.name === 'dict') throw raised('KeyError', key);
    return value;
  }
  const index = indexOf(key);
  if (index !== null) return itemAt(container, index);
  return key instanceof PySlice ? sliceOf(container, key) : undefined;
}

function itemAt(container: Value, index: number): Value | undefined {
  if (container instanceof PyList || container instanceof PyTuple) {
    const items = container.items;
    const item = items[index < 0 ? index + items.length : index];
    if (item === undefined) throw outOfRange(container instanceof PyList ? 'list' : 'tuple');
    return item;
  }
  const text = textOf(container);
  if (text !== null) {
    const length = textLength(text);
    const at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) throw outOfRange('string');
    return characterAt(text, at);
  }
  if (container instanceof PyBytes || container instanceof PyByteArray) {
    const bytes = bytesOf(container);
    const byte = bytes[index < 0 ? index + bytes.length : index];
    if (byte === undefined)
      throw container instanceof PyBytes ? raised('IndexError', 'index out of range') : outOfRange('bytearray');
    return byte;
  }
  if (container instanceof PyRange) {
    const at = index < 0 ? index + container.length : index;
    if (at < 0 || at >= container.length) throw raised('IndexError', 'range object index out of range');
    return container.start + at * container.step;
  }
  return undefined;
}

function outOfRange(what: string): PyRaise {
  return raised('IndexError', `${what} index out of range`);
}

/** A slice's bounds as ints or null; bounds with __index__ are turned into ints by the caller. */
export function boundsOf(slice: PySlice): {
  start: number | bigint | null;
  stop: number | bigint | null;
  step: number | bigint | null;
} {
  return { start: boundOf(slice.start), stop: boundOf(slice.stop), step: boundOf(slice.step) };
}

function boundOf(value: Value): number | bigint | null {
  if (value === null || typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof PyIntInstance) return value.value;
  throw raised('TypeError', 'slice indices must be integers or None or have an __index__ method');
}

function sliceOf(container: Value, slice: PySlice): Value | undefined {
  const bounds = boundsOf(slice);
  if (container instanceof PyList)
    return new PyList(pick(container.items, sliceIndices(bounds, container.items.length)));
  if (container instanceof PyTuple)
    return new PyTuple(pick(container.items, sliceIndices(bounds, container.items.length)));
  const text = textOf(container);
  if (text !== null) return sliceText(text, bounds);
  if (container instanceof PyBytes || container instanceof PyByteArray) {
    const bytes = bytesOf(container);
    const picked = new Uint8Array(pick([...bytes], sliceIndices(bounds, bytes.length)));
    return container instanceof PyBytes ? new PyBytes(picked) : new PyByteArray(picked);
  }
  if (container instanceof PyRange) {
    const { start, stop, step } = sliceIndices(bounds, container.length);
    return new PyRange(
      container.start + start * container.step,
      container.start + stop * container.step,
      container.step * step,
    );
  }
  return undefined;
}

function pick<T>(items: readonly T[], { start, step, count }: SliceIndices): T[] {
  if (step === 1) return items.slice(start, start + count);
  const picked: T[] = [];
  for (let i = 0; i < count; i += 1) picked.push(items[start + i * step] as T);
  return picked;
}

/** For generator bodies. */
export function* loadItemSteps(thread: PyThread, container: Value, key: Value): Generator<undefined, Value, Value> {
  const quick = loadItemQuickly(container, key);
  if (quick !== undefined) return quick;
  if (container instanceof PyDict && !hasOwnSubscript(container, '__getitem__'))
    return yield* getItemSteps(thread, container, key);
  const type = typeOf(container);
  if (isNativeSequence(container)) return yield* loadByIndexMethod(thread, container, key);
  const own = loadSpecial(type, container, '__getitem__');
  if (own !== undefined) return yield* callSteps(thread, own, [key]);
  if (container instanceof PyType) {
    const byClass = loadSpecial(container, container, '__class_getitem__');
    if (byClass !== undefined) return yield* callSteps(thread, byClass, [key]);
    throw raised('TypeError', `type '${container.name}' is not subscriptable`);
  }
  throw raised('TypeError', `'${type.title}' object is not subscriptable`);
}

function isNativeSequence(container: Value): boolean {
  return (
    container instanceof PyList ||
    container instanceof PyTuple ||
    textOf(container) !== null ||
    container instanceof PyBytes ||
    container instanceof PyByteArray ||
    container instanceof PyRange
  );
}

function* loadByIndexMethod(thread: PyThread, container: Value, key: Value): Generator<undefined, Value, Value> {
  const index = loadSpecial(typeOf(key), key, '__index__');
  if (index === undefined) throw badIndex(container, key);
  return yield* loadItemSteps(thread, container, yield* callSteps(thread, index, []));
}

function badIndex(container: Value, key: Value): PyRaise {
  const name = typeOf(container).name;
  if (textOf(container) !== null)
    return raised('TypeError', `string indices must be integers, not '${typeOf(key).title}'`);
  if (container instanceof PyBytes)
    return raised('TypeError', `byte indices must be integers or slices, not ${typeOf(key).title}`);
  return raised('TypeError', `${name} indices must be integers or slices, not ${typeOf(key).title}`);
}

export function storeItemQuickly(container: Value, key: Value, value: Value): boolean {
  if (hasOwnSubscript(container, '__setitem__')) return false;
  if (container instanceof PyDict) {
    if (needsPython(key) || (container.buckets !== null && typeof key === 'object')) return false;
    container.set(key, value);
    return true;
  }
  const index = indexOf(key);
  if (index === null) return false;
  if (container instanceof PyList) {
    const at = index < 0 ? index + container.items.length : index;
    if (at < 0 || at >= container.items.length) throw raised('IndexError', 'list assignment index out of range');
    container.items[at] = value;
    return true;
  }
  if (container instanceof PyByteArray && typeof value === 'number') {
    const at = index < 0 ? index + container.buffer.length : index;
    if (at < 0 || at >= container.buffer.length) throw raised('IndexError', 'bytearray index out of range');
    if (value < 0 || value > 255) throw raised('ValueError', 'byte must be in range(0, 256)');
    container.buffer[at] = value;
    return true;
  }
  return false;
}

/** For generator bodies. */
export function* storeItemSteps(
  thread: PyThread,
  container: Value,
  key: Value,
  value: Value,
): Generator<undefined, Value, Value> {
  if (storeItemQuickly(container, key, value)) return null;
  if (container instanceof PyDict && !hasOwnSubscript(container, '__setitem__'))
    return yield* setItemSteps(thread, container, key, value, false);
  if (container instanceof PyList && !hasOwnSubscript(container, '__setitem__')) {
    if (key instanceof PySlice) return yield* storeSlice(thread, container, key, value);
    const index = loadSpecial(typeOf(key), key, '__index__');
    if (index === undefined) throw badIndex(container, key);
    return yield* storeItemSteps(thread, container, yield* callSteps(thread, index, []), value);
  }
  const own = loadSpecial(typeOf(container), container, '__setitem__');
  if (own === undefined)
    throw raised('TypeError', `'${typeOf(container).title}' object does not support item assignment`);
  yield* callSteps(thread, own, [key, value]);
  return null;
}

function* storeSlice(thread: PyThread, list: PyList, slice: PySlice, value: Value): Generator<undefined, Value, Value> {
  const items = yield* iterateAll(thread, value, () => 'must assign iterable to extended slice');
  const { start, stop, step, count } = sliceIndices(boundsOf(slice), list.items.length);
  if (step === 1) {
    list.items = [...list.items.slice(0, start), ...items, ...list.items.slice(Math.max(start, stop))];
    return null;
  }
  if (items.length !== count) {
    throw raised('ValueError', `attempt to assign sequence of size ${items.length} to extended slice of size ${count}`);
  }
  for (let i = 0; i < count; i += 1) list.items[start + i * step] = items[i] as Value;
  return null;
}

export function deleteItemQuickly(container: Value, key: Value): boolean {
  if (hasOwnSubscript(container, '__delitem__')) return false;
  if (container instanceof PyDict) {
    if (needsPython(key) || (container.buckets !== null && typeof key === 'object')) return false;
    if (container.remove(key) === undefined) throw raised('KeyError', key);
    return true;
  }
  if (!(container instanceof PyList)) return false;
  const index = indexOf(key);
  if (index !== null) {
    const at = index < 0 ? index + container.items.length : index;
    if (at < 0 || at >= container.items.length) throw raised('IndexError', 'list assignment index out of range');
    container.items.splice(at, 1);
    return true;
  }
  if (!(key instanceof PySlice)) return false;
  const { start, step, count } = sliceIndices(boundsOf(key), container.items.length);
  const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step));
  container.items = container.items.filter((_, i) => !gone.has(i));
  return true;
}

/** For generator bodies. */
export function* deleteItemSteps(thread: PyThread, container: Value, key: Value): Generator<undefined, Value, Value> {
  if (deleteItemQuickly(container, key)) return null;
  if (container instanceof PyDict && !hasOwnSubscript(container, '__delitem__')) {
    const entry = yield* findEntrySteps(thread, container, key);
    if (entry === undefined) throw raised('KeyError', key);
    container.removeEntry(entry);
    return null;
  }
  const own = loadSpecial(typeOf(container), container, '__delitem__');
  if (own === undefined) {
    const isSequence = typeof key === 'number' && typeOf(container) !== intType;
    throw raised(
      'TypeError',
      `'${typeOf(container).title}' object ${isSequence ? "doesn't" : 'does not'} support item deletion`,
    );
  }
  yield* callSteps(thread, own, [key]);
  return null;
}
