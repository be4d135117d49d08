/** The types map, filter, zip and enumerate: objects with plain fields, so that they survive a checkpoint. Models: Python/bltinmodule.c, Objects/enumobject.c. */
import { objectType, typeType } from '../objects/builtin-types.ts';
import { NativeIterator } from '../objects/py-iterators.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { NativeArguments, NativeSteps } from '../objects/native-function.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { addInts } from '../values/int/int-arithmetic.ts';
import type { Int } from '../values/int/int.ts';
import { invoke } from '../vm/invoke.ts';
import { iteratorSteps, nextSteps } from '../vm/iterate-all.ts';
import { pushSteps } from '../vm/native-steps.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { truthQuickly, truthSteps } from '../vm/truth.ts';
import { anyNumber, constructorSteps, exactly, method } from './define.ts';
import { checkCount, refuseKeywords } from './types/argument-count.ts';
import { indexSteps } from './types/int-argument.ts';
import { memoryViewType } from './types/memory-view.ts';
import { nativeNext } from './types/native-next.ts';

function iterationType(name: string): PyType {
  const type = new PyType({ name, bases: [objectType], layout: 'native', metatype: typeType, moduleName: 'builtins' });
  method(type, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
  return type;
}

const mapType = iterationType('map');
const filterType = iterationType('filter');
const zipType = iterationType('zip');
const enumerateType = iterationType('enumerate');

/** An iterator over other iterators. */
abstract class Combined extends PyObject {
  override type: PyType;

  constructor(type: PyType) {
    super();
    this.type = type;
  }
}

class PyMap extends Combined {
  readonly callable: Value;
  readonly iterators: readonly Value[];

  constructor(type: PyType, callable: Value, iterators: readonly Value[]) {
    super(type);
    this.callable = callable;
    this.iterators = iterators;
  }
}

class PyFilter extends Combined {
  readonly callable: Value;
  readonly iterator: Value;

  constructor(type: PyType, callable: Value, iterator: Value) {
    super(type);
    this.callable = callable;
    this.iterator = iterator;
  }
}

class PyZip extends Combined {
  readonly iterators: readonly Value[];
  readonly isStrict: boolean;

  constructor(type: PyType, iterators: readonly Value[], isStrict: boolean) {
    super(type);
    this.iterators = iterators;
    this.isStrict = isStrict;
  }
}

/** zip() of iterators that need no Python code. */
class NativeZip extends NativeIterator {
  override type: PyType;
  readonly iterators: readonly NativeIterator[];

  constructor(type: PyType, iterators: readonly NativeIterator[]) {
    super();
    this.type = type;
    this.iterators = iterators;
  }

  next(): Value | undefined {
    const items: Value[] = [];
    for (const iterator of this.iterators) {
      const item = nativeNext(iterator);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items.length === 0 ? undefined : new PyTuple(items);
  }
}

class PyEnumerate extends Combined {
  readonly iterator: Value;
  count: Int;

  constructor(type: PyType, iterator: Value, count: Int) {
    super(type);
    this.iterator = iterator;
    this.count = count;
  }
}

/** enumerate() of an iterator that needs no Python code. */
class NativeEnumerate extends NativeIterator {
  override type: PyType;
  readonly iterator: NativeIterator;
  count: Int;

  constructor(type: PyType, iterator: NativeIterator, count: Int) {
    super();
    this.type = type;
    this.iterator = iterator;
    this.count = count;
  }

  next(): Value | undefined {
    const item = nativeNext(this.iterator);
    if (item === undefined) return undefined;
    const pair = new PyTuple([this.count, item]);
    this.count = addInts(this.count, 1);
    return pair;
  }
}

constructorSteps(mapType, anyNumber(true), function* make(thread, args, keywords): NativeSteps {
  refuseKeywords('map', keywords);
  if (args.length < 3) throw raised('TypeError', 'map() must have at least two arguments.');
  const iterators: Value[] = [];
  for (const iterable of args.slice(2)) iterators.push(yield* iteratorSteps(thread, iterable as Value));
  return new PyMap(args[0] as PyType, args[1] as Value, iterators);
});

/** One item of each iterator where that needs no Python code; undefined where it does, null at the end. */
function nextOfEach(iterators: readonly Value[]): Value[] | null | undefined {
  if (!iterators.every((iterator) => iterator instanceof NativeIterator)) return undefined;
  const items: Value[] = [];
  for (const iterator of iterators as readonly NativeIterator[]) {
    const item = nativeNext(iterator);
    if (item === undefined) return null;
    items.push(item);
  }
  return items;
}

method(mapType, '__next__', exactly(0), (thread, args) => {
  const self = args[0] as PyMap;
  const items = nextOfEach(self.iterators);
  if (items === null) throw raised('StopIteration');
  return items === undefined
    ? pushSteps(thread, '__next__', nextOfMap(thread, self))
    : invoke(thread, self.callable, items, null);
});

function* nextOfMap(thread: PyThread, self: PyMap): NativeSteps {
  const items: Value[] = [];
  for (const iterator of self.iterators) {
    const item = yield* nextSteps(thread, iterator);
    if (item === undefined) throw raised('StopIteration');
    items.push(item);
  }
  const value = invoke(thread, self.callable, items, null);
  return value === undefined ? yield : value;
}

constructorSteps(filterType, anyNumber(true), function* make(thread, args, keywords): NativeSteps {
  refuseKeywords('filter', keywords);
  checkCount('filter', args, 2, 2);
  return new PyFilter(args[0] as PyType, args[1] as Value, yield* iteratorSteps(thread, args[2] as Value));
});

method(filterType, '__next__', exactly(0), (thread, args) => {
  const self = args[0] as PyFilter;
  if (self.callable !== null || !(self.iterator instanceof NativeIterator))
    return pushSteps(thread, '__next__', nextOfFilter(thread, self, undefined));
  for (;;) {
    const item = nativeNext(self.iterator);
    if (item === undefined) throw raised('StopIteration');
    const truth = truthQuickly(item);
    if (truth === true) return item;
    if (truth === undefined) return pushSteps(thread, '__next__', nextOfFilter(thread, self, item));
  }
});

/** `pending`: an item already taken whose truth only Python code can tell. */
function* nextOfFilter(thread: PyThread, self: PyFilter, pending: Value | undefined): NativeSteps {
  let item = pending;
  for (;;) {
    if (item === undefined) item = yield* nextSteps(thread, self.iterator);
    if (item === undefined) throw raised('StopIteration');
    let kept = item;
    if (self.callable !== null) {
      const value = invoke(thread, self.callable, [item], null);
      kept = value === undefined ? yield : value;
    }
    if (yield* truthSteps(thread, kept)) return item;
    item = undefined;
  }
}

constructorSteps(zipType, anyNumber(true), function* make(thread, args, keywords): NativeSteps {
  for (const name of keywords?.keys() ?? []) {
    if (name !== 'strict') throw raised('TypeError', `zip() got an unexpected keyword argument '${name}'`);
  }
  const isStrict = yield* truthSteps(thread, keywords?.get('strict') ?? false);
  const iterators: Value[] = [];
  for (const iterable of args.slice(1) as Value[]) {
    iterators.push(yield* iteratorSteps(thread, iterable));
  }
  const type = args[0] as PyType;
  if (!isStrict && !type.isHeap && iterators.every((iterator) => iterator instanceof NativeIterator))
    return new NativeZip(type, iterators);
  return new PyZip(type, iterators, isStrict);
});

method(zipType, '__next__', exactly(0), (thread, args) => {
  const self = args[0];
  if (self instanceof NativeZip) {
    const item = self.next();
    if (item === undefined) throw raised('StopIteration');
    return item;
  }
  return pushSteps(thread, '__next__', nextOfZip(thread, self as PyZip));
});

function* nextOfZip(thread: PyThread, self: PyZip): NativeSteps {
  const items: Value[] = [];
  if (self.iterators.length === 0) throw raised('StopIteration');
  for (const [i, iterator] of self.iterators.entries()) {
    const item = yield* nextSteps(thread, iterator);
    if (item !== undefined) items.push(item);
    else if (!self.isStrict) throw raised('StopIteration');
    else if (i > 0) throw raised('ValueError', `zip() argument ${i + 1} is shorter than ${argumentsUpTo(i)}`);
    else return yield* checkAllEnded(thread, self);
  }
  return new PyTuple(items);
}

function argumentsUpTo(count: number): string {
  return count === 1 ? 'argument 1' : `arguments 1-${count}`;
}

/** zip(strict=True): the first iterator has ended, so must all others. */
function* checkAllEnded(thread: PyThread, self: PyZip): Generator<undefined, never, Value> {
  for (const [i, iterator] of self.iterators.entries()) {
    if (i === 0) continue;
    if ((yield* nextSteps(thread, iterator)) !== undefined)
      throw raised('ValueError', `zip() argument ${i + 1} is longer than ${argumentsUpTo(i)}`);
  }
  throw raised('StopIteration');
}

constructorSteps(
  enumerateType,
  { least: 0, most: 2, names: ['iterable', 'start'] },
  function* make(thread, args: NativeArguments): NativeSteps {
    const [type, iterable, start] = args;
    if (iterable === undefined) throw raised('TypeError', "enumerate() missing required argument 'iterable'");
    const iterator = yield* iteratorSteps(thread, iterable);
    const count = start === undefined ? 0 : yield* indexSteps(thread, start);
    if (iterator instanceof NativeIterator && !(type as PyType).isHeap)
      return new NativeEnumerate(type as PyType, iterator, count);
    return new PyEnumerate(type as PyType, iterator, count);
  },
);

method(enumerateType, '__next__', exactly(0), (thread, args) => {
  const self = args[0];
  if (self instanceof NativeEnumerate) {
    const item = self.next();
    if (item === undefined) throw raised('StopIteration');
    return item;
  }
  return pushSteps(thread, '__next__', nextOfEnumerate(thread, self as PyEnumerate));
});

function* nextOfEnumerate(thread: PyThread, self: PyEnumerate): NativeSteps {
  const item = yield* nextSteps(thread, self.iterator);
  if (item === undefined) throw raised('StopIteration');
  const pair = new PyTuple([self.count, item]);
  self.count = addInts(self.count, 1);
  return pair;
}

export const iterationTypes: readonly PyType[] = [mapType, filterType, zipType, enumerateType, memoryViewType];
