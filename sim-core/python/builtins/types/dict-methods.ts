/** dict. Models: Objects/dictobject.c. */
import { dictItemsType, dictKeysType, dictType, dictValuesType, typeOf } from '../../objects/builtin-types.ts';
import type { KeywordArguments, NativeSteps } from '../../objects/native-function.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { DictIterator, PyDictView } from '../../objects/py-iterators.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { lookupAttribute, pendingLookup } from '../../vm/attributes.ts';
import { isReadAsDict, updateDictSteps } from '../../vm/collections.ts';
import { findEntrySteps, getItemSteps, needsPython, setItemSteps } from '../../vm/dict-access.ts';
import { callSteps } from '../../vm/invoke.ts';
import { isIterable, iterateAll, iteratorSteps, nextSteps } from '../../vm/iterate-all.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import { storeItem } from '../../vm/operators.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { anyNumber, between, classMethod, constructor, exactly, method, methodSteps, nativeSteps } from '../define.ts';
import { checkCount, classArgument } from './argument-count.ts';
import { comparisonMethods, makeUnhashable, reprMethod } from './operator-methods.ts';
import { iterationMethod } from './sequence-methods.ts';

const self = (value: Value | undefined): PyDict => value as PyDict;

/** True if the key can be looked for without asking Python code. */
function isQuick(dict: PyDict, key: Value): boolean {
  return !needsPython(key) && (dict.buckets === null || typeof key !== 'object');
}

constructor(dictType, anyNumber(true), (_thread, args) => {
  const dict = new PyDict();
  dict.type = classArgument(args, dictType);
  return dict;
});
method(dictType, '__init__', anyNumber(true), (thread, args, keywords) => {
  checkCount('dict', args, 0, 1);
  return update(thread, self(args[0]), args[1], keywords);
});
method(dictType, 'update', anyNumber(true), (thread, args, keywords) => {
  checkCount('update', args, 0, 1);
  return update(thread, self(args[0]), args[1], keywords);
});

function update(
  thread: PyThread,
  dict: PyDict,
  other: Value | undefined,
  keywords: KeywordArguments | null,
): Value | undefined {
  if (other !== undefined) {
    if (!isReadAsDict(other) || dict.buckets !== null || other.buckets !== null)
      return pushSteps(thread, 'update', updateSteps(thread, dict, other, keywords));
    dict.update(other);
  }
  for (const [name, value] of keywords ?? []) dict.set(name, value);
  return null;
}

function* updateSteps(thread: PyThread, dict: PyDict, other: Value, keywords: KeywordArguments | null): NativeSteps {
  if (isReadAsDict(other)) {
    for (const entry of other.entries.filter((candidate) => candidate !== null))
      yield* setItemSteps(thread, dict, entry.key, entry.value as Value, false);
  } else {
    const keys = lookupAttribute(thread, other, 'keys');
    if (keys === pendingLookup) yield;
    if (keys === undefined) yield* updateFromPairs(thread, dict, other);
    else if (other instanceof PyDict) yield* updateFromKeys(thread, dict, other);
    else yield* updateDictSteps(thread, dict, other);
  }
  for (const [name, value] of keywords ?? []) dict.set(name, value);
  return null;
}

/** A subclass of dict with a `keys` of its own. */
function* updateFromKeys(thread: PyThread, dict: PyDict, other: PyDict): NativeSteps {
  const keys = yield* callSteps(thread, lookupAttribute(thread, other, 'keys') as Value, []);
  for (const key of yield* iterateAll(thread, keys)) {
    yield* setItemSteps(
      thread,
      dict,
      key,
      yield* callSteps(thread, lookupAttribute(thread, other, '__getitem__') as Value, [key]),
      false,
    );
  }
  return null;
}

function* updateFromPairs(thread: PyThread, dict: PyDict, pairs: Value): NativeSteps {
  const iterator = yield* iteratorSteps(thread, pairs);
  for (let i = 0; ; i += 1) {
    const pair = yield* nextSteps(thread, iterator);
    if (pair === undefined) return null;
    if (!isIterable(pair))
      throw raised('TypeError', `cannot convert dictionary update sequence element #${i} to a sequence`);
    const items = yield* iterateAll(thread, pair);
    if (items.length !== 2)
      throw raised('ValueError', `dictionary update sequence element #${i} has length ${items.length}; 2 is required`);
    yield* setItemSteps(thread, dict, items[0] as Value, items[1] as Value, false);
  }
}

method(dictType, '__len__', exactly(0), (_thread, args) => self(args[0]).size);
iterationMethod(dictType);
comparisonMethods(dictType);
makeUnhashable(dictType);
reprMethod(dictType);
method(dictType, '__getitem__', exactly(1), (thread, args) => {
  const dict = self(args[0]);
  const value = isQuick(dict, args[1] as Value) ? dict.get(args[1] as Value) : undefined;
  return value === undefined ? pushSteps(thread, '__getitem__', getItemSteps(thread, dict, args[1] as Value)) : value;
});
method(dictType, '__setitem__', exactly(2), (thread, args) => {
  const [dict, key, value] = [self(args[0]), args[1] as Value, args[2] as Value];
  if (!isQuick(dict, key)) return pushSteps(thread, '__setitem__', setItemSteps(thread, dict, key, value, false));
  dict.set(key, value);
  return null;
});
methodSteps(dictType, '__delitem__', exactly(1), function* deleteItem(thread, args) {
  const entry = yield* findEntrySteps(thread, self(args[0]), args[1] as Value);
  if (entry === undefined) throw raised('KeyError', args[1] as Value);
  self(args[0]).removeEntry(entry);
  return null;
});
method(dictType, '__contains__', exactly(1), (thread, args) => {
  const [dict, key] = [self(args[0]), args[1] as Value];
  return isQuick(dict, key) ? dict.has(key) : pushSteps(thread, '__contains__', hasSteps(thread, dict, key));
});
function* hasSteps(thread: PyThread, dict: PyDict, key: Value): NativeSteps {
  return (yield* findEntrySteps(thread, dict, key)) !== undefined;
}
method(dictType, '__or__', exactly(1), (thread, args) => merged(thread, args[0] as Value, args[1] as Value));
method(dictType, '__ror__', exactly(1), (thread, args) => merged(thread, args[1] as Value, args[0] as Value));
function merged(thread: PyThread, a: Value, b: Value): Value | undefined {
  if (!(a instanceof PyDict) || !(b instanceof PyDict)) return notImplemented;
  const dict = a.copy();
  return pushSteps(thread, 'update', mergedSteps(thread, dict, b));
}
function* mergedSteps(thread: PyThread, dict: PyDict, other: PyDict): NativeSteps {
  yield* updateSteps(thread, dict, other, null);
  return dict;
}
methodSteps(dictType, '__ior__', exactly(1), function* inPlaceOr(thread, args) {
  yield* updateSteps(thread, self(args[0]), args[1] as Value, null);
  return args[0] as Value;
});
method(dictType, '__reversed__', exactly(0), (_thread, args) => new DictIterator(self(args[0]), 'keys', true));
method(dictType, '__sizeof__', exactly(0), (_thread, args) =>
  self(args[0]).size === 0 ? 48 : 168 + 16 * self(args[0]).size,
);

method(dictType, 'get', between(1, 2), (thread, args) => {
  const [dict, key] = [self(args[0]), args[1] as Value];
  if (isQuick(dict, key)) {
    const value = dict.get(key);
    return value === undefined ? (args[2] ?? null) : value;
  }
  return pushSteps(thread, 'get', getSteps(thread, dict, key, args[2] ?? null));
});
function* getSteps(thread: PyThread, dict: PyDict, key: Value, fallback: Value): NativeSteps {
  const entry = yield* findEntrySteps(thread, dict, key);
  return entry === undefined ? fallback : (entry.value as Value);
}
method(dictType, 'setdefault', between(1, 2), (thread, args) => {
  const [dict, key, value] = [self(args[0]), args[1] as Value, args[2] ?? null];
  if (!isQuick(dict, key)) return pushSteps(thread, 'setdefault', setDefaultSteps(thread, dict, key, value));
  const old = dict.get(key);
  if (old !== undefined) return old;
  dict.set(key, value);
  return value;
});
function* setDefaultSteps(thread: PyThread, dict: PyDict, key: Value, value: Value): NativeSteps {
  const entry = yield* findEntrySteps(thread, dict, key);
  if (entry !== undefined) return entry.value as Value;
  yield* setItemSteps(thread, dict, key, value, false);
  return value;
}
method(dictType, 'pop', between(1, 2), (thread, args) => {
  const [dict, key] = [self(args[0]), args[1] as Value];
  if (!isQuick(dict, key)) return pushSteps(thread, 'pop', popSteps(thread, dict, key, args[2]));
  const removed = dict.remove(key);
  const value = removed === undefined ? args[2] : removed;
  if (value === undefined) throw raised('KeyError', key);
  return value;
});
function* popSteps(thread: PyThread, dict: PyDict, key: Value, fallback: Value | undefined): NativeSteps {
  const entry = yield* findEntrySteps(thread, dict, key);
  if (entry === undefined) {
    if (fallback === undefined) throw raised('KeyError', key);
    return fallback;
  }
  const value = entry.value as Value;
  dict.removeEntry(entry);
  return value;
}
method(dictType, 'popitem', exactly(0), (_thread, args) => {
  const dict = self(args[0]);
  const entry = dict.entries.findLast((candidate) => candidate !== null);
  if (entry === undefined || entry === null) throw raised('KeyError', 'popitem(): dictionary is empty');
  const pair = new PyTuple([entry.key, entry.value as Value]);
  dict.removeEntry(entry);
  return pair;
});
method(dictType, 'clear', exactly(0), (_thread, args) => {
  self(args[0]).clear();
  return null;
});
method(dictType, 'copy', exactly(0), (_thread, args) => self(args[0]).copy());
method(dictType, 'keys', exactly(0), (_thread, args) => new PyDictView(self(args[0]), 'keys', dictKeysType));
method(dictType, 'values', exactly(0), (_thread, args) => new PyDictView(self(args[0]), 'values', dictValuesType));
method(dictType, 'items', exactly(0), (_thread, args) => new PyDictView(self(args[0]), 'items', dictItemsType));
classMethod(
  dictType,
  nativeSteps('fromkeys', between(2, 3), function* fromKeys(thread, args) {
    const made = yield* callSteps(thread, args[0] as Value, []);
    const value = args[2] ?? null;
    for (const key of yield* iterateAll(thread, args[1] as Value)) {
      if (made instanceof PyDict && typeOf(made) === dictType) yield* setItemSteps(thread, made, key, value, false);
      else if (!storeItem(thread, made, key, value)) yield;
    }
    return made;
  }),
);
