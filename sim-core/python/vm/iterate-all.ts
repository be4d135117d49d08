/** Iteration by native code: quickly where no Python code is needed, step by step where it is. */
import { typeOf } from '../objects/builtin-types.ts';
import { DictIterator, NativeIterator, SetIterator } from '../objects/py-iterators.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyList } from '../objects/py-list.ts';
import { PyRange } from '../objects/py-range.ts';
import { PyFrozenSet, PySet } from '../objects/py-set.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { charactersOf } from '../values/text/code-points.ts';
import { endOfIteration } from './end-of-iteration.ts';
import { returnModes } from './frame.ts';
import { iterateNext, iteratorOf } from './collections.ts';
import { setOrder } from './set-order.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import { iterationNs, spendWork, workCosts } from './work-costs.ts';

/** All items of a container that is iterated without Python code, or null. Subclasses that override __iter__ are not. */
export function plainItems(value: Value): readonly Value[] | null {
  if (typeof value === 'string') return charactersOf(value);
  if (value === null || typeof value !== 'object') return null;
  if (value.type.isHeap && value.type.lookup('__iter__')?.constructor.name === 'PyFunction') return null;
  if (value instanceof PyList || value instanceof PyTuple) return value.items;
  if (value instanceof PyDict) return value.keys();
  if (value instanceof PySet || value instanceof PyFrozenSet) return setOrder(value.dict);
  if (value instanceof PyRange) return Array.from({ length: value.length }, (_, i) => value.start + i * value.step);
  if (value instanceof NativeIterator && !(value instanceof DictIterator) && !(value instanceof SetIterator))
    return drained(value);
  return null;
}

function drained(iterator: NativeIterator): Value[] {
  const items: Value[] = [];
  for (let next = iterator.next(); next !== undefined; next = iterator.next()) items.push(next);
  return items;
}

/** For generator bodies: every item, in order. `complaint` makes the TypeError's text of the type's name. */
export function* iterateAll(
  thread: PyThread,
  iterable: Value,
  complaint: ((typeName: string) => string) | null = null,
): Generator<undefined, Value[], Value> {
  const plain = plainItems(iterable);
  if (plain !== null) {
    spendWork(thread, iterationNs(iterable, plain.length));
    return [...plain];
  }
  const iterator = yield* iteratorSteps(thread, iterable, complaint);
  const items: Value[] = [];
  for (;;) {
    const next = yield* nextSteps(thread, iterator);
    if (next === undefined) return items;
    items.push(next);
  }
}

/** For generator bodies: iter(x). */
export function* iteratorSteps(
  thread: PyThread,
  iterable: Value,
  complaint: ((typeName: string) => string) | null = null,
): Generator<undefined, Value, Value> {
  if (complaint !== null && !isIterable(iterable)) throw raised('TypeError', complaint(typeOf(iterable).name));
  const iterator = iteratorOf(thread, iterable);
  return iterator === undefined ? yield : iterator;
}

export function isIterable(value: Value): boolean {
  const type = typeOf(value);
  return (
    plainTypeIterates(value) || (type.lookup('__iter__') ?? null) !== null || type.lookup('__getitem__') !== undefined
  );
}

function plainTypeIterates(value: Value): boolean {
  return typeof value === 'string' || value instanceof NativeIterator;
}

/** For generator bodies: the next item, undefined at the end. */
export function* nextSteps(thread: PyThread, iterator: Value): Generator<undefined, Value | undefined, Value> {
  if (iterator instanceof NativeIterator) {
    if (iterator instanceof DictIterator && iterator.sizeChanged)
      throw raised('RuntimeError', 'dictionary changed size during iteration');
    if (iterator instanceof SetIterator && iterator.sizeChanged)
      throw raised('RuntimeError', 'Set changed size during iteration');
    spendWork(thread, workCosts.iteratedItemNs);
    return iterator.next();
  }
  const next = iterateNext(thread, iterator, returnModes.nativeIteration, null);
  const value = next === undefined ? yield : next;
  return value === endOfIteration ? undefined : value;
}
