/**
 * Dict access where keys may be objects whose __hash__ or __eq__ is written in Python: step by step, as CPython's lookdict does
 * (identity first, then equal hashes compared by ==).
 */
import { objectType, typeOf } from '../objects/builtin-types.ts';
import { NativeMethod } from '../objects/native-function.ts';
import { PyInstance } from '../objects/py-instance.ts';
import type { DictEntry, PyDict } from '../objects/py-dict.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyByteArray } from '../objects/py-bytes.ts';
import { PyList } from '../objects/py-list.ts';
import { PyDict as DictClass } from '../objects/py-dict.ts';
import { PySet, PyFrozenSet } from '../objects/py-set.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { hashValue } from './hash.ts';
import { loadSpecial } from './attributes.ts';
import { callSteps } from './invoke.ts';
import { compareSteps } from './compare.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import type { PyRaise } from './raise.ts';

/** True if hashing or comparing this key runs Python code, or fails: it must go the slow way. */
export function needsPython(key: Value): boolean {
  if (key === null || typeof key !== 'object') return false;
  if (key instanceof PyTuple) return key.items.some(needsPython) || (key.type.isHeap && definesHash(key));
  if (key instanceof PyList || key instanceof DictClass || key instanceof PySet || key instanceof PyByteArray)
    return true;
  if (key instanceof PyFrozenSet) return key.dict.keys().some(needsPython);
  return (key.type.isHeap || key instanceof PyInstance) && definesHash(key);
}

function definesHash(key: Value): boolean {
  const type = typeOf(key);
  const hash = type.lookup('__hash__');
  return (
    hash === null || hash instanceof PyFunction || isOwnNative(hash) || type.lookup('__eq__') instanceof PyFunction
  );
}

/** A native class' own __hash__ (weak references, say). */
function isOwnNative(hash: Value | undefined): boolean {
  return hash instanceof NativeMethod && hash.owner.layout === 'object' && hash.owner !== objectType;
}

export function unhashable(value: Value): PyRaise {
  return raised('TypeError', `unhashable type: '${typeOf(value).title}'`);
}

/** For generator bodies: hash(x), 0 kept apart because it marks entries without one. */
export function* hashSteps(thread: PyThread, value: Value): Generator<undefined, number, Value> {
  if (!needsPython(value)) return narrow(hashValue(value));
  if (value instanceof PyTuple && !value.type.isHeap) {
    let hash = 1;
    for (const item of value.items) hash = (Math.imul(hash, 31) + (yield* hashSteps(thread, item))) & 0x3fffffff;
    return hash + 1;
  }
  const own = typeOf(value).lookup('__hash__');
  if (own === null || own === undefined || !(own instanceof PyFunction || isOwnNative(own))) {
    if (own === null || !typeOf(value).isHeap || isUnhashableBuiltin(value)) throw unhashable(value);
    return narrow(hashValue(value));
  }
  const hash = yield* callSteps(thread, own, [value]);
  if (typeof hash !== 'number' && typeof hash !== 'bigint' && typeof hash !== 'boolean') {
    throw raised('TypeError', `__hash__ method should return an integer`);
  }
  return narrow(typeof hash === 'boolean' ? Number(hash) : hash);
}

function isUnhashableBuiltin(value: Value): boolean {
  return value instanceof PyList || value instanceof DictClass || value instanceof PySet;
}

function narrow(hash: number | bigint): number {
  return Number(BigInt.asUintN(30, BigInt(hash))) + 1;
}

/** For generator bodies: the entry of a key, undefined if it is not there. */
export function* findEntrySteps(
  thread: PyThread,
  dict: PyDict,
  key: Value,
): Generator<undefined, DictEntry | undefined, Value> {
  if (!needsPython(key) && dict.buckets === null) return dict.entryOf(key);
  return yield* entryOfHash(thread, dict, key, yield* hashSteps(thread, key));
}

function* entryOfHash(
  thread: PyThread,
  dict: PyDict,
  key: Value,
  hash: number,
): Generator<undefined, DictEntry | undefined, Value> {
  if (!needsPython(key)) {
    const direct = dict.entryOf(key);
    if (direct !== undefined) return direct;
  }
  for (const entry of dict.bucketOf(hash).slice()) {
    if (entry.key === key) return entry;
    const isEqual = yield* compareSteps(thread, 2, entry.key, key);
    if (isEqual) return entry;
  }
  return undefined;
}

/** For generator bodies: d[key] = value (or only adding the key, for sets). */
export function* setItemSteps(
  thread: PyThread,
  dict: PyDict,
  key: Value,
  value: Value,
  keepsOld: boolean,
): Generator<undefined, Value, Value> {
  if (!needsPython(key) && dict.buckets === null) {
    if (!keepsOld || !dict.has(key)) dict.set(key, value);
    return null;
  }
  const hash = yield* hashSteps(thread, key);
  const entry = yield* entryOfHash(thread, dict, key, hash);
  if (entry !== undefined) {
    if (!keepsOld) entry.value = value;
  } else if (needsPython(key)) dict.appendHashed(key, value, hash);
  else dict.set(key, value);
  return null;
}

/** For generator bodies: the value of the key, or what `__missing__` gives, or KeyError. */
export function* getItemSteps(thread: PyThread, dict: PyDict, key: Value): Generator<undefined, Value, Value> {
  const entry = yield* findEntrySteps(thread, dict, key);
  if (entry !== undefined) return entry.value as Value;
  const missing =
    dict.type.isHeap || dict.type.name === 'defaultdict' ? loadSpecial(dict.type, dict, '__missing__') : undefined;
  if (missing !== undefined) return yield* callSteps(thread, missing, [key]);
  throw raised('KeyError', key);
}
