/** Built-in functions about iteration and order. Models: Python/bltinmodule.c. */
import { typeOf } from '../objects/builtin-types.ts';
import { NativeFunction } from '../objects/native-function.ts';
import type { NativeSteps } from '../objects/native-function.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import { NativeIterator } from '../objects/py-iterators.ts';
import { PyList } from '../objects/py-list.ts';
import { PyMethod } from '../objects/py-method.ts';
import { PyRange } from '../objects/py-range.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { textLength } from '../values/text/code-points.ts';
import { loadSpecial } from '../vm/attributes.ts';
import { iteratorOf } from '../vm/collections.ts';
import { returnModes } from '../vm/frame.ts';
import { resumeGenerator } from '../vm/generators.ts';
import { callSteps, invoke } from '../vm/invoke.ts';
import { iterateAll, iteratorSteps, nextSteps, plainItems } from '../vm/iterate-all.ts';
import { pushSteps } from '../vm/native-steps.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { sizeOf, truthQuickly, truthSteps } from '../vm/truth.ts';
import { itemsIn, spendWork, workCosts } from '../vm/work-costs.ts';
import { anyNumber, between, exactly, native, nativeSteps } from './define.ts';
import { type Work, withWork } from './native-work.ts';
import { AnextAwaitable } from './types/anext-awaitable.ts';
import { CallableIterator } from './types/callable-iterator.ts';
import { extreme } from './types/extreme.ts';
import { indexSteps } from './types/int-argument.ts';
import { nativeNext } from './types/native-next.ts';
import { plainSortNs, sortedPlainly, sortedSteps } from './types/sort.ts';
import { checkSumStart, sumQuickly, sumSteps } from './types/sum.ts';

function lengthOf(thread: PyThread, value: Value): Value | undefined {
  if (typeof value === 'string') return textLength(value);
  const type = typeOf(value);
  const size = type.isHeap ? null : sizeOf(value);
  if (size !== null) return size;
  const own = loadSpecial(type, value, '__len__');
  if (own === undefined) throw raised('TypeError', `object of type '${type.title}' has no len()`);
  return pushSteps(thread, 'len', lengthSteps(thread, own));
}

function* lengthSteps(thread: PyThread, method: Value): NativeSteps {
  const length = yield* indexSteps(thread, yield* callSteps(thread, method, []));
  if (length < 0) throw raised('ValueError', '__len__() should return >= 0');
  if (typeof length === 'bigint') throw raised('OverflowError', "cannot fit 'int' into an index-sized integer");
  return length;
}

function nextOf(thread: PyThread, iterator: Value, fallback: Value | undefined): Value | undefined {
  if (iterator instanceof NativeIterator) {
    const next = nativeNext(iterator);
    const item = next === undefined ? fallback : next;
    if (item === undefined) throw raised('StopIteration');
    return item;
  }
  const isGenerator = iterator instanceof PyGenerator && iterator.kind === 'generator';
  if (!isGenerator && loadSpecial(typeOf(iterator), iterator, '__next__') === undefined) {
    throw raised('TypeError', `'${typeOf(iterator).title}' object is not an iterator`);
  }
  if (fallback !== undefined) return pushSteps(thread, 'next', nextOrElse(thread, iterator, fallback));
  if (isGenerator) {
    resumeGenerator(thread, iterator, null, returnModes.generatorMethod, null);
    return undefined;
  }
  return invoke(thread, loadSpecial(typeOf(iterator), iterator, '__next__') as Value, [], null);
}

function* nextOrElse(thread: PyThread, iterator: Value, fallback: Value): NativeSteps {
  const item = yield* nextSteps(thread, iterator);
  return item === undefined ? fallback : item;
}

/** any() ends at the first true item, all() at the first false one. */
function untilTruth(name: string, wanted: boolean): NativeFunction {
  return native(name, exactly(1), (thread, args) => {
    const iterable = args[0] as Value;
    const items = iterable instanceof NativeIterator ? null : plainItems(iterable);
    if (items !== null) {
      const truths = items.map((item) => truthQuickly(item));
      const found = truths.findIndex((truth) => truth === undefined || truth === wanted);
      spendWork(thread, (found < 0 ? truths.length : found) * workCosts.addedItemNs);
      if (found < 0) return !wanted;
      if (truths[found] === wanted) return wanted;
    }
    return pushSteps(thread, name, untilTruthSteps(thread, iterable, wanted));
  });
}

function* untilTruthSteps(thread: PyThread, iterable: Value, wanted: boolean): NativeSteps {
  const iterator = yield* iteratorSteps(thread, iterable);
  for (;;) {
    const item = yield* nextSteps(thread, iterator);
    if (item === undefined) return !wanted;
    if ((yield* truthSteps(thread, item)) === wanted) return wanted;
  }
}

function isCallable(value: Value): boolean {
  if (
    value instanceof PyFunction ||
    value instanceof NativeFunction ||
    value instanceof PyMethod ||
    value instanceof PyType
  )
    return true;
  return typeOf(value).lookup('__call__') !== undefined;
}

/** sum, min and max go through all; a range has to make its ints first. */
const addUp: Work = ([items]) =>
  itemsIn(items) * (items instanceof PyRange ? workCosts.rangeItemNs : workCosts.addedItemNs);

export const iterationFunctions: readonly NativeFunction[] = [
  native('len', exactly(1), (thread, args) => lengthOf(thread, args[0] as Value), { isPollFreeWhenWarm: true }),
  native('iter', between(1, 2), (thread, args) => {
    if (args[1] === undefined) return iteratorOf(thread, args[0] as Value);
    if (!isCallable(args[0] as Value)) throw raised('TypeError', 'iter(v, w): v must be callable');
    return new CallableIterator(args[0] as Value, args[1]);
  }),
  native('next', between(1, 2), (thread, args) => nextOf(thread, args[0] as Value, args[1])),
  nativeSteps('aiter', exactly(1), function* aiter(thread, args) {
    const own = loadSpecial(typeOf(args[0] as Value), args[0] as Value, '__aiter__');
    if (own === undefined)
      throw raised('TypeError', `'${typeOf(args[0] as Value).title}' object is not an async iterable`);
    return yield* callSteps(thread, own, []);
  }),
  nativeSteps('anext', between(1, 2), function* anext(thread, args) {
    const own = loadSpecial(typeOf(args[0] as Value), args[0] as Value, '__anext__');
    if (own === undefined)
      throw raised('TypeError', `'${typeOf(args[0] as Value).title}' object is not an async iterator`);
    const next = yield* callSteps(thread, own, []);
    return args[1] === undefined ? next : new AnextAwaitable(next, args[1]);
  }),
  nativeSteps(
    'sorted',
    { least: 1, most: 1, names: ['', 'key', 'reverse'], takesAnyKeyword: true },
    function* sorted(thread, args, keywords) {
      for (const name of keywords?.keys() ?? [])
        throw raised('TypeError', `sort() got an unexpected keyword argument '${name}'`);
      const items = yield* iterateAll(thread, args[0] as Value);
      const key = args[1] ?? null;
      const isReversed = args[2] === undefined ? false : yield* truthSteps(thread, args[2]);
      const plain = key === null ? sortedPlainly(items, isReversed) : null;
      if (plain !== null) spendWork(thread, plainSortNs(items));
      return new PyList(plain ?? (yield* sortedSteps(thread, items, { key, isReversed })));
    },
  ),
  withWork(
    native('sum', { least: 1, most: 2, names: ['', 'start'] }, (thread, args) => {
      const start = args[1] ?? 0;
      checkSumStart(start);
      return sumQuickly(args[0] as Value, start) ?? pushSteps(thread, 'sum', sumSteps(thread, args[0] as Value, start));
    }),
    addUp,
  ),
  withWork(
    native('min', anyNumber(true), (thread, args, keywords) => extreme(thread, { name: 'min', op: 0 }, args, keywords)),
    addUp,
  ),
  withWork(
    native('max', anyNumber(true), (thread, args, keywords) => extreme(thread, { name: 'max', op: 4 }, args, keywords)),
    addUp,
  ),
  untilTruth('all', false),
  untilTruth('any', true),
];
