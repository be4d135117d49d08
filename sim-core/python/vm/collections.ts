/** Instructions that build, extend, unpack and iterate containers. */
import { typeOf } from '../objects/builtin-types.ts';
import { PyBytes, PyByteArray } from '../objects/py-bytes.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import {
  BytesIterator,
  DictIterator,
  ListIterator,
  NativeIterator,
  PyDictView,
  RangeIterator,
  SetIterator,
  TextIterator,
  TupleIterator,
} from '../objects/py-iterators.ts';
import { PyList } from '../objects/py-list.ts';
import { PyRange } from '../objects/py-range.ts';
import { PyFrozenSet, PySet } from '../objects/py-set.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyStrInstance } from '../objects/value-instances.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { loadSpecial } from './attributes.ts';
import { needsPython, setItemSteps, hashSteps } from './dict-access.ts';
import type { PyFrame } from './frame.ts';
import { returnModes } from './frame.ts';
import { CallOnce } from './call-once.ts';
import { callSteps, invoke, markReturn } from './invoke.ts';
import { iterateAll, plainItems } from './iterate-all.ts';
import { pushSteps } from './native-steps.ts';
import { resumeGenerator } from './generators.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import { SequenceIterator } from './sequence-iterator.ts';
import { setOrder } from './set-order.ts';
import { isPlain } from './set-steps.ts';

/** iter(x); undefined: a frame was pushed. */
export function iteratorOf(thread: PyThread, value: Value): Value | undefined {
  if (value !== null && typeof value === 'object' && !value.type.isHeap) {
    if (value instanceof PyGenerator && value.kind === 'generator') return value;
    if (value instanceof NativeIterator) return value;
    const native = nativeIterator(value);
    if (native !== null) return native;
  } else if (typeof value === 'string') return new TextIterator(value);
  return iteratorBySpecial(thread, value);
}

/** The iterator of a built-in container (or an instance of a subclass that does not override __iter__), or null. */
export function nativeIterator(value: Value): NativeIterator | null {
  if (value instanceof PyList) return new ListIterator(value);
  if (value instanceof PyTuple) return new TupleIterator(value);
  if (value instanceof PyRange) return new RangeIterator(value.start, value.length, value.step);
  if (value instanceof PyDict) return new DictIterator(value, 'keys');
  if (value instanceof PyDictView) return new DictIterator(value.dict, value.view);
  if (value instanceof PySet || value instanceof PyFrozenSet) return new SetIterator(setOrder(value.dict), value.dict);
  if (value instanceof PyBytes) return new BytesIterator(value.bytes);
  if (value instanceof PyByteArray) return new BytesIterator(value.buffer);
  if (value instanceof PyStrInstance) return new TextIterator(value.value);
  return null;
}

function iteratorBySpecial(thread: PyThread, value: Value): Value | undefined {
  const type = typeOf(value);
  const iter = type.lookup('__iter__');
  if (iter instanceof PyFunction || (iter !== undefined && iter !== null && nativeIterator(value) === null)) {
    const caller = thread.frame;
    const result = invoke(thread, loadSpecial(type, value, '__iter__') as Value, [], null);
    if (result === undefined) markReturn(thread, caller, returnModes.iterator, null);
    return result;
  }
  const native = nativeIterator(value);
  if (native !== null) return native;
  if (iter !== null && type.lookup('__getitem__') !== undefined && !(value instanceof PyType))
    return new SequenceIterator(value);
  throw raised('TypeError', `'${type.title}' object is not iterable`);
}

/** The next item for a loop: undefined when a frame was pushed (it delivers by `mode`), or when the loop has just been ended. */
export function iterateNext(thread: PyThread, iterator: Value, mode: number, extra: number | null): Value | undefined {
  if (iterator instanceof PyGenerator) {
    resumeGenerator(thread, iterator, null, mode, extra);
    return undefined;
  }
  const next = loadSpecial(typeOf(iterator), iterator, '__next__');
  if (next === undefined) throw raised('TypeError', `'${typeOf(iterator).title}' object is not an iterator`);
  pushSteps(thread, '__next__', new CallOnce(thread, next, []), mode);
  if (thread.frame !== null) thread.frame.extra = extra;
  return undefined;
}

export function extendList(thread: PyThread, list: PyList, value: Value): boolean {
  const items = plainItems(value);
  if (items !== null) {
    for (const item of items === list.items ? [...items] : items) list.items.push(item);
    return true;
  }
  pushSteps(thread, 'extend', extendSteps(thread, list, value), returnModes.discard);
  return false;
}

function* extendSteps(thread: PyThread, list: PyList, value: Value): Generator<undefined, Value, Value> {
  const items = yield* iterateAll(thread, value, (type) => `Value after * must be an iterable, not ${type}`);
  for (const item of items) list.items.push(item);
  return null;
}

export function setAddValue(thread: PyThread, set: PySet, value: Value): boolean {
  if (!needsPython(value)) {
    if (!set.dict.has(value)) set.dict.set(value, null);
    return true;
  }
  pushSteps(thread, 'add', setAddSteps(thread, set, value), returnModes.discard);
  return false;
}

export function* setAddSteps(
  thread: PyThread,
  set: { readonly dict: PyDict },
  value: Value,
): Generator<undefined, Value, Value> {
  if (!needsPython(value)) {
    if (!set.dict.has(value)) set.dict.set(value, null);
    return null;
  }
  yield* hashSteps(thread, value);
  yield* setItemSteps(thread, set.dict, value, null, true);
  return null;
}

/** Adds all; `pushesSet`: the set itself is the result (BUILD_SET). */
export function updateSet(thread: PyThread, set: PySet, value: Value, pushesSet: boolean): boolean {
  const items = plainItems(value);
  if (items !== null && !items.some(needsPython)) {
    if (value instanceof PySet || value instanceof PyFrozenSet) set.dict.merge(value.dict);
    else for (const item of items) if (!set.dict.has(item)) set.dict.set(item, null);
    return true;
  }
  pushSteps(thread, 'update', updateSetSteps(thread, set, value), pushesSet ? returnModes.push : returnModes.discard);
  return false;
}

function* updateSetSteps(thread: PyThread, set: PySet, value: Value): Generator<undefined, Value, Value> {
  for (const item of yield* iterateAll(thread, value)) yield* setAddSteps(thread, set, item);
  return set;
}

/** BUILD_MAP's entry; `rest` are the entries that follow. False: a frame builds the whole dict. */
export function mapAdd(thread: PyThread, dict: PyDict, key: Value, value: Value, rest: readonly Value[]): boolean {
  if (!needsPython(key)) {
    dict.set(key, value);
    return true;
  }
  pushSteps(thread, 'dict', mapSteps(thread, dict, [key, value, ...rest]));
  return false;
}

function* mapSteps(thread: PyThread, dict: PyDict, entries: readonly Value[]): Generator<undefined, Value, Value> {
  for (let i = 0; i < entries.length; i += 2)
    yield* setItemSteps(thread, dict, entries[i] as Value, entries[i + 1] as Value, false);
  return dict;
}

/** A dict, or an instance of a subclass that iterates as a dict does: its entries are taken, whatever else it overrides. */
export function isReadAsDict(value: Value): value is PyDict {
  return value instanceof PyDict && (!value.type.isHeap || !(value.type.lookup('__iter__') instanceof PyFunction));
}

/** True if a key of one may be equal to a key of the other by Python code. */
function mayMeet(a: PyDict, b: PyDict): boolean {
  return a.buckets !== null && b.buckets !== null && !(isPlain(a) && isPlain(b));
}

/** DICT_UPDATE: {**other} */
export function updateDict(thread: PyThread, dict: PyDict, other: Value): boolean {
  if (isReadAsDict(other) && !mayMeet(dict, other)) {
    dict.update(other);
    return true;
  }
  if (typeOf(other).lookup('keys') === undefined)
    throw raised('TypeError', `'${typeOf(other).title}' object is not a mapping`);
  pushSteps(thread, 'update', updateDictSteps(thread, dict, other), returnModes.discard);
  return false;
}

export function* updateDictSteps(thread: PyThread, dict: PyDict, other: Value): Generator<undefined, Value, Value> {
  if (isReadAsDict(other)) {
    if (!mayMeet(dict, other)) dict.update(other);
    else
      for (const entry of other.entries.slice())
        if (entry !== null) yield* setItemSteps(thread, dict, entry.key, entry.value as Value, false);
    return null;
  }
  const keys = yield* callSteps(thread, loadSpecial(typeOf(other), other, 'keys') as Value, []);
  for (const key of yield* iterateAll(thread, keys)) {
    const value = yield* callSteps(thread, loadSpecial(typeOf(other), other, '__getitem__') as Value, [key]);
    yield* setItemSteps(thread, dict, key, value, false);
  }
  return null;
}

/** A function as messages about a call name it: with its module, unless that is builtins. */
function functionTitle(callable: PyFunction): string {
  const module = callable.globals.getText('__name__');
  return typeof module === 'string' ? `${module}.${callable.qualifiedName}` : callable.qualifiedName;
}

/** DICT_MERGE: f(**other); a key given twice is an error. */
export function mergeDict(thread: PyThread, dict: PyDict, other: Value, callable: Value): boolean {
  const title = callable instanceof PyFunction ? functionTitle(callable) : `${typeOf(callable).title} object`;
  if (!(other instanceof PyDict)) {
    if (typeOf(other).lookup('keys') === undefined)
      throw raised('TypeError', `${title}() argument after ** must be a mapping, not ${typeOf(other).title}`);
    pushSteps(thread, 'update', updateDictSteps(thread, dict, other), returnModes.discard);
    return false;
  }
  for (const entry of other.items()) {
    if (dict.has(entry.key))
      throw raised('TypeError', `${title}() got multiple values for keyword argument '${String(entry.key)}'`);
    dict.set(entry.key, entry.value as Value);
  }
  return true;
}

/** UNPACK_SEQUENCE: pushes the items, the first on top. */
export function unpackSequence(thread: PyThread, frame: PyFrame, value: Value, count: number): boolean {
  const items = plainItems(value);
  if (items !== null) {
    pushUnpacked(frame, items, count);
    return true;
  }
  pushSteps(thread, 'unpack', unpackSteps(thread, frame, value, { count, after: null }), returnModes.discard);
  return false;
}

/** UNPACK_EX: `arg` holds the number of targets before the star and, shifted by 8, after it. */
export function unpackExtended(thread: PyThread, frame: PyFrame, value: Value, arg: number): boolean {
  const before = arg & 0xff;
  const after = arg >> 8;
  const items = plainItems(value);
  if (items !== null) {
    pushExtended(frame, items, before, after);
    return true;
  }
  pushSteps(thread, 'unpack', unpackSteps(thread, frame, value, { count: before, after }), returnModes.discard);
  return false;
}

function* unpackSteps(
  thread: PyThread,
  frame: PyFrame,
  value: Value,
  shape: { count: number; after: number | null },
): Generator<undefined, Value, Value> {
  const items = yield* iterateAll(thread, value, (type) => `cannot unpack non-iterable ${type} object`);
  if (shape.after === null) pushUnpacked(frame, items, shape.count);
  else pushExtended(frame, items, shape.count, shape.after);
  return null;
}

function pushUnpacked(frame: PyFrame, items: readonly Value[], count: number): void {
  if (items.length > count) {
    throw raised('ValueError', `too many values to unpack (expected ${count})`);
  }
  if (items.length < count)
    throw raised('ValueError', `not enough values to unpack (expected ${count}, got ${items.length})`);
  for (let i = count - 1; i >= 0; i -= 1) frame.slots[frame.sp++] = items[i];
}

function pushExtended(frame: PyFrame, items: readonly Value[], before: number, after: number): void {
  if (items.length < before + after) {
    throw raised(
      'ValueError',
      `not enough values to unpack (expected at least ${before + after}, got ${items.length})`,
    );
  }
  for (let i = 0; i < after; i += 1) frame.slots[frame.sp++] = items[items.length - 1 - i];
  frame.slots[frame.sp++] = new PyList(items.slice(before, items.length - after));
  for (let i = before - 1; i >= 0; i -= 1) frame.slots[frame.sp++] = items[i];
}
