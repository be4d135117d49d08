/** list. Models: Objects/listobject.c. */
import { listType, typeOf } from '../../objects/builtin-types.ts';
import type { KeywordArguments, NativeArguments, NativeSteps } from '../../objects/native-function.ts';
import { NativeIterator, ReversedIterator } from '../../objects/py-iterators.ts';
import { PyList } from '../../objects/py-list.ts';
import { PySlice } from '../../objects/py-slice.ts';
import type { Value } from '../../objects/value.ts';
import { clampInt } from '../../values/slice-indices.ts';
import { deleteItemQuickly, storeItemQuickly, storeItemSteps } from '../../vm/items.ts';
import { iteratorSteps, nextSteps, plainItems } from '../../vm/iterate-all.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps } from '../../vm/repr.ts';
import { truthSteps } from '../../vm/truth.ts';
import { spendWork } from '../../vm/work-costs.ts';
import { anyNumber, between, constructor, exactly, method, methodSteps } from '../define.ts';
import { checkCount, classArgument, refuseKeywords } from './argument-count.ts';
import { indexSteps, intArgument, intOf } from './int-argument.ts';
import { comparisonMethods, makeUnhashable, reprMethod } from './operator-methods.ts';
import { sequenceMethods } from './sequence-methods.ts';
import { sequenceOperators } from './sequence-operators.ts';
import { countSteps, positionSteps } from './sequence-search.ts';
import { plainSortNs, sortedPlainly, sortedSteps } from './sort.ts';

const self = (value: Value | undefined): PyList => value as PyList;

constructor(listType, anyNumber(true), (_thread, args) => {
  const list = new PyList([]);
  list.type = classArgument(args, listType);
  return list;
});
method(listType, '__init__', anyNumber(true), (thread, args, keywords) => {
  refuseKeywords('list', keywords);
  checkCount('list', args, 0, 1);
  const list = self(args[0]);
  list.items = [];
  return args[1] === undefined ? null : extend(thread, list, args[1]);
});

function extend(thread: PyThread, list: PyList, iterable: Value): Value | undefined {
  const items = iterable instanceof NativeIterator ? null : plainItems(iterable);
  if (items === null) return pushSteps(thread, 'extend', extendSteps(thread, list, iterable));
  for (const item of items === list.items ? [...items] : items) list.items.push(item);
  return null;
}

/** Item by item, as CPython does: whoever looks meanwhile sees the list grow. */
function* extendSteps(thread: PyThread, list: PyList, iterable: Value): NativeSteps {
  const iterator = yield* iteratorSteps(thread, iterable);
  for (;;) {
    const item = yield* nextSteps(thread, iterator);
    if (item === undefined) return null;
    list.items.push(item);
  }
}

sequenceMethods(listType);
sequenceOperators(listType);
comparisonMethods(listType);
makeUnhashable(listType);
reprMethod(listType);

method(listType, '__iadd__', exactly(1), (thread, args) =>
  pushSteps(thread, '__iadd__', inPlaceAdd(thread, self(args[0]), args[1] as Value)),
);
function* inPlaceAdd(thread: PyThread, list: PyList, iterable: Value): NativeSteps {
  const items = plainItems(iterable);
  if (items === null) yield* extendSteps(thread, list, iterable);
  else for (const item of items === list.items ? [...items] : items) list.items.push(item);
  return list;
}
methodSteps(listType, '__imul__', exactly(1), function* inPlaceMultiply(thread, args) {
  const list = self(args[0]);
  if (intOf(args[1]) === null && typeOf(args[1] as Value).lookup('__index__') === undefined) {
    throw raised('TypeError', `can't multiply sequence by non-int of type '${typeOf(args[1] as Value).title}'`);
  }
  const times = yield* indexSteps(thread, args[1] as Value);
  const once = list.items;
  list.items = [];
  for (let i = 0; i < times; i += 1) for (const item of once) list.items.push(item);
  return list;
});
method(listType, '__setitem__', exactly(2), (thread, args) => {
  const twin = new PyList(self(args[0]).items);
  if (storeItemQuickly(twin, args[1] as Value, args[2] as Value)) return null;
  return pushSteps(
    thread,
    '__setitem__',
    changeThroughTwin(self(args[0]), twin, storeItemSteps(thread, twin, args[1] as Value, args[2] as Value)),
  );
});
methodSteps(listType, '__delitem__', exactly(1), function* deleteItem(thread, args) {
  const [list, key] = [self(args[0]), args[1] as Value];
  if (!(key instanceof PySlice) && intOf(key) === null && typeOf(key).lookup('__index__') === undefined) {
    throw raised('TypeError', `list indices must be integers or slices, not ${typeOf(key).title}`);
  }
  const twin = new PyList(list.items);
  deleteItemQuickly(twin, key instanceof PySlice ? key : yield* indexSteps(thread, key));
  list.items = twin.items;
  return null;
});

/** A slice assignment gives the twin new items; the list gets them. */
function* changeThroughTwin(list: PyList, twin: PyList, steps: NativeSteps): NativeSteps {
  yield* steps;
  list.items = twin.items;
  return null;
}

method(listType, 'append', exactly(1), (_thread, args) => {
  self(args[0]).items.push(args[1] as Value);
  return null;
});
method(listType, 'extend', exactly(1), (thread, args) => extend(thread, self(args[0]), args[1] as Value));
method(listType, 'insert', exactly(2), (thread, args) => {
  const index = intOf(args[1]);
  if (index === null) return pushSteps(thread, 'insert', insertSteps(thread, args));
  insertAt(self(args[0]), clampInt(index), args[2] as Value);
  return null;
});
function* insertSteps(thread: PyThread, args: NativeArguments): NativeSteps {
  insertAt(self(args[0]), clampInt(yield* indexSteps(thread, args[1] as Value)), args[2] as Value);
  return null;
}
function insertAt(list: PyList, index: number, value: Value): void {
  const at = index < 0 ? Math.max(0, index + list.items.length) : index;
  list.items.splice(at, 0, value);
}
method(listType, 'pop', between(0, 1), (_thread, args) => {
  const { items } = self(args[0]);
  const index = args[1] === undefined ? -1 : clampInt(intArgument(args[1]));
  if (items.length === 0) throw raised('IndexError', 'pop from empty list');
  const at = index < 0 ? index + items.length : index;
  if (at < 0 || at >= items.length) throw raised('IndexError', 'pop index out of range');
  return (at === items.length - 1 ? items.pop() : items.splice(at, 1)[0]) as Value;
});
methodSteps(listType, 'remove', exactly(1), function* remove(thread, args) {
  const at = yield* positionSteps(thread, self(args[0]), args[1] as Value);
  if (at < 0) throw raised('ValueError', 'list.remove(x): x not in list');
  self(args[0]).items.splice(at, 1);
  return null;
});
method(listType, 'clear', exactly(0), (_thread, args) => {
  self(args[0]).items.length = 0;
  return null;
});
method(listType, 'copy', exactly(0), (_thread, args) => new PyList([...self(args[0]).items]));
method(listType, 'reverse', exactly(0), (_thread, args) => {
  self(args[0]).items.reverse();
  return null;
});
methodSteps(listType, 'index', between(1, 3), function* index(thread, args) {
  const list = self(args[0]);
  const found = yield* positionSteps(thread, list, args[1] as Value, [
    boundOf(args[2], 0, list),
    boundOf(args[3], Infinity, list),
  ]);
  if (found < 0) throw raised('ValueError', `${yield* reprSteps(thread, args[1] as Value)} is not in list`);
  return found;
});
function boundOf(value: Value | undefined, otherwise: number, list: PyList): number {
  if (value === undefined) return otherwise;
  const int = intOf(value);
  if (int === null) throw raised('TypeError', 'slice indices must be integers or have an __index__ method');
  const bound = clampInt(int);
  return bound < 0 ? Math.max(0, bound + list.items.length) : bound;
}
methodSteps(listType, 'count', exactly(1), function* count(thread, args) {
  return yield* countSteps(thread, self(args[0]), args[1] as Value);
});
function checkSortArguments(args: NativeArguments, keywords: KeywordArguments | null): void {
  if (args.length > 1) throw raised('TypeError', 'sort() takes no positional arguments');
  for (const name of keywords?.keys() ?? []) {
    if (name !== 'key' && name !== 'reverse')
      throw raised('TypeError', `sort() got an unexpected keyword argument '${name}'`);
  }
}

methodSteps(listType, 'sort', anyNumber(true), function* sort(thread, args, keywords) {
  const list = self(args[0]);
  checkSortArguments(args, keywords);
  const key = keywords?.get('key') ?? null;
  const isReversed = yield* truthSteps(thread, keywords?.get('reverse') ?? false);
  const { items } = list;
  const plain = key === null ? sortedPlainly(items, isReversed) : null;
  if (plain !== null) {
    spendWork(thread, plainSortNs(items));
    for (const [i, item] of plain.entries()) items[i] = item;
    return null;
  }
  // While it is being sorted the list is empty for everyone else.
  list.items = [];
  try {
    const sorted = yield* sortedSteps(thread, items, { key, isReversed });
    if (list.items.length > 0) throw raised('ValueError', 'list modified during sort');
    list.items = sorted;
  } catch (error) {
    list.items = items;
    throw error;
  }
  return null;
});
method(listType, '__reversed__', exactly(0), (_thread, args) => new ReversedIterator(self(args[0]).items));
method(listType, '__sizeof__', exactly(0), (_thread, args) => 40 + 8 * self(args[0]).items.length);
