/**
 * The wrapper that functools.lru_cache makes.
 * Models: _lru_cache_wrapper in Modules/_functoolsmodule.c: the cache itself is atomic, the function is called in between.
 */
import { intType, strType, typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyMethod } from '../../objects/py-method.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { anyNumber, constructor, exactly, method, methodSteps } from '../../builtins/define.ts';
import { findEntrySteps, setItemSteps } from '../../vm/dict-access.ts';
import { callSteps } from '../../vm/invoke.ts';
import { nativeClass } from '../native-class.ts';

class LruCache extends PyInstance {
  fn: Value = null;
  limit: number | null = null;
  isTyped = false;
  makeInfo: Value = null;
  hits = 0;
  misses = 0;
  /** Least recently used first: a hit moves its entry to the end. */
  readonly cache = new PyDict();
}

export const lruCacheType = nativeClass('functools', '_lru_cache_wrapper');
lruCacheType.hasInstanceDict = true;
const keywordMark = new PyInstance(nativeClass('functools', '_kwd_mark'));

constructor(lruCacheType, exactly(4), (_thread, args) => {
  const self = new LruCache(args[0] as PyType);
  self.fn = args[1] as Value;
  self.limit = typeof args[2] === 'number' ? args[2] : null;
  self.isTyped = args[3] === true;
  self.makeInfo = args[4] as Value;
  return self;
});

function keyOf(self: LruCache, args: readonly Value[], keywords: ReadonlyMap<string, Value> | null): Value {
  const first = args[0];
  if (
    keywords === null &&
    !self.isTyped &&
    args.length === 1 &&
    first !== undefined &&
    [intType, strType].includes(typeOf(first))
  )
    return first;
  const parts = [...args];
  if (keywords !== null) {
    parts.push(keywordMark);
    for (const [name, value] of keywords) parts.push(name, value);
  }
  if (self.isTyped) for (const value of [...args, ...(keywords?.values() ?? [])]) parts.push(typeOf(value));
  return new PyTuple(parts);
}

methodSteps(lruCacheType, '__call__', anyNumber(true), function* call(thread, args, keywords) {
  const self = args[0] as LruCache;
  const own = args.slice(1) as Value[];
  const names = [...(keywords?.keys() ?? [])];
  const all = [...own, ...(keywords?.values() ?? [])];
  if (self.limit === 0) {
    self.misses += 1;
    return yield* callSteps(thread, self.fn, all, names);
  }
  const key = keyOf(self, own, keywords);
  const found = yield* findEntrySteps(thread, self.cache, key);
  if (found !== undefined) {
    self.hits += 1;
    const value = found.value as Value;
    if (self.limit !== null) {
      self.cache.removeEntry(found);
      yield* setItemSteps(thread, self.cache, key, value, false);
    }
    return value;
  }
  self.misses += 1;
  const value = yield* callSteps(thread, self.fn, all, names);
  const already = yield* findEntrySteps(thread, self.cache, key);
  if (already !== undefined) return value;
  if (self.limit !== null && self.cache.size >= self.limit) {
    const oldest = self.cache.items().next().value;
    if (oldest !== undefined) self.cache.removeEntry(oldest);
  }
  yield* setItemSteps(thread, self.cache, key, value, false);
  return value;
});
method(lruCacheType, '__get__', exactly(2), (_thread, args) =>
  args[1] === null ? (args[0] as Value) : new PyMethod(args[0] as Value, args[1] as Value),
);
methodSteps(lruCacheType, 'cache_info', exactly(0), function* info(thread, args) {
  const self = args[0] as LruCache;
  return yield* callSteps(thread, self.makeInfo, [self.hits, self.misses, self.limit, self.cache.size]);
});
method(lruCacheType, 'cache_clear', exactly(0), (_thread, args) => {
  const self = args[0] as LruCache;
  self.hits = 0;
  self.misses = 0;
  self.cache.clear();
  return null;
});
for (const name of ['__copy__', '__deepcopy__'])
  method(lruCacheType, name, anyNumber(), (_thread, args) => args[0] as Value);
