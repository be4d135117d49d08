/**
 * collections.deque: one atomic object, as in C.
 * Models: Modules/_collectionsmodule.c. `state` grows with every change, so that iterators notice it.
 */
import { notImplemented } from '../../objects/py-singletons.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/value.ts';
import {
  anyNumber,
  attribute,
  between,
  classMethod,
  constructor,
  exactly,
  method,
  methodSteps,
  named,
  native,
} from '../../builtins/define.ts';
import { compareSteps, richCompareSteps } from '../../vm/compare.ts';
import { iterateAll } from '../../vm/iterate-all.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import { raised } from '../../vm/raise.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { reprSteps } from '../../vm/repr.ts';
import { plainState } from '../../builtins/reduce-methods.ts';
import { aliasOf } from '../../builtins/generic-alias.ts';
import { nativeClass } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';

export class Deque extends PyInstance {
  /** The items are `items[first]` to the end; the slots before `first` are free. */
  private items: (Value | undefined)[] = [];
  private first = 0;
  limit: number | null = null;
  state = 0;

  get length(): number {
    return this.items.length - this.first;
  }

  at(index: number): Value {
    return this.items[this.first + index] as Value;
  }

  put(index: number, value: Value): void {
    this.items[this.first + index] = value;
  }

  toArray(): Value[] {
    return this.items.slice(this.first) as Value[];
  }

  replaceAll(items: readonly Value[]): void {
    this.items = [...items];
    this.first = 0;
    this.state += 1;
  }

  push(value: Value): void {
    this.items.push(value);
    this.state += 1;
    if (this.limit !== null && this.length > this.limit) this.shift();
  }

  unshift(value: Value): void {
    if (this.first === 0) this.makeRoom();
    this.first -= 1;
    this.items[this.first] = value;
    this.state += 1;
    if (this.limit !== null && this.length > this.limit) this.pop();
  }

  private makeRoom(): void {
    const room = Math.max(16, this.items.length);
    this.items = [...Array.from({ length: room }, () => undefined), ...this.items];
    this.first = room;
  }

  pop(): Value | undefined {
    if (this.length === 0) return undefined;
    this.state += 1;
    return this.items.pop();
  }

  shift(): Value | undefined {
    if (this.length === 0) return undefined;
    this.state += 1;
    const value = this.items[this.first];
    this.items[this.first] = undefined;
    this.first += 1;
    if (this.first > 64 && this.first * 2 > this.items.length) {
      this.items = this.items.slice(this.first);
      this.first = 0;
    }
    return value;
  }
}

class DequeIterator extends PyInstance {
  readonly deque: Deque;
  readonly state: number;
  readonly isReversed: boolean;
  position: number;

  constructor(deque: Deque, isReversed: boolean) {
    super(isReversed ? reverseIteratorType : iteratorType);
    this.deque = deque;
    this.state = deque.state;
    this.isReversed = isReversed;
    this.position = isReversed ? deque.length - 1 : 0;
  }

  next(): Value | undefined {
    if (this.position < 0 || this.position >= this.deque.length) return undefined;
    if (this.state !== this.deque.state) throw raised('RuntimeError', 'deque mutated during iteration');
    const value = this.deque.at(this.position);
    this.position += this.isReversed ? -1 : 1;
    return value;
  }
}

export const dequeType = nativeClass('collections', 'deque');
const iteratorType = nativeClass('_collections', '_deque_iterator');
const reverseIteratorType = nativeClass('_collections', '_deque_reverse_iterator');
for (const type of [iteratorType, reverseIteratorType]) {
  method(type, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
  method(type, '__next__', exactly(0), (_thread, args) => {
    const value = (args[0] as DequeIterator).next();
    if (value === undefined) throw raised('StopIteration');
    return value;
  });
  method(type, '__length_hint__', exactly(0), (_thread, args) =>
    Math.max(0, (args[0] as DequeIterator).deque.length - (args[0] as DequeIterator).position),
  );
}

const own = (value: Value | undefined): Deque => value as Deque;

constructor(dequeType, anyNumber(true), (_thread, args) => new Deque(args[0] as PyType));

methodSteps(dequeType, '__init__', named(0, 'iterable', 'maxlen'), function* init(thread, args) {
  const self = own(args[0]);
  self.limit = limitOf(args[2] ?? null);
  self.replaceAll([]);
  if (args[1] !== undefined) yield* extend(thread, self, args[1], false);
  return null;
});

function limitOf(given: Value): number | null {
  if (given === null) return null;
  const limit = plainIndex(given);
  if (limit < 0) throw raised('ValueError', 'maxlen must be non-negative');
  return limit;
}

function* extend(thread: PyThread, self: Deque, iterable: Value, isLeft: boolean): Generator<undefined, Value, Value> {
  const items =
    iterable instanceof Deque
      ? iterable.toArray()
      : yield* iterateAll(thread, iterable, (type) => `'${type}' object is not iterable`);
  for (const item of items) {
    if (isLeft) self.unshift(item);
    else self.push(item);
  }
  return null;
}

method(dequeType, 'append', exactly(1), (_thread, args) => {
  own(args[0]).push(args[1] as Value);
  return null;
});
method(dequeType, 'appendleft', exactly(1), (_thread, args) => {
  own(args[0]).unshift(args[1] as Value);
  return null;
});
method(dequeType, 'pop', exactly(0), (_thread, args) => {
  const value = own(args[0]).pop();
  if (value === undefined) throw raised('IndexError', 'pop from an empty deque');
  return value;
});
method(dequeType, 'popleft', exactly(0), (_thread, args) => {
  const value = own(args[0]).shift();
  if (value === undefined) throw raised('IndexError', 'pop from an empty deque');
  return value;
});
methodSteps(dequeType, 'extend', exactly(1), function* extendRight(thread, args) {
  return yield* extend(thread, own(args[0]), args[1] as Value, false);
});
methodSteps(dequeType, 'extendleft', exactly(1), function* extendLeft(thread, args) {
  return yield* extend(thread, own(args[0]), args[1] as Value, true);
});
method(dequeType, 'clear', exactly(0), (_thread, args) => {
  own(args[0]).replaceAll([]);
  return null;
});
for (const name of ['copy', '__copy__']) method(dequeType, name, exactly(0), (_thread, args) => copied(own(args[0])));

function copied(self: Deque): Deque {
  const twin = new Deque(self.type);
  twin.limit = self.limit;
  twin.replaceAll(self.toArray());
  return twin;
}

method(dequeType, 'rotate', between(0, 1), (_thread, args) => {
  const self = own(args[0]);
  const count = args[1] === undefined ? 1 : plainIndex(args[1]);
  const length = self.length;
  if (length <= 1) return null;
  const cut = ((-count % length) + length) % length;
  const items = self.toArray();
  self.replaceAll([...items.slice(cut), ...items.slice(0, cut)]);
  return null;
});
method(dequeType, 'reverse', exactly(0), (_thread, args) => {
  const self = own(args[0]);
  self.replaceAll(self.toArray().reverse());
  return null;
});
methodSteps(dequeType, 'count', exactly(1), function* count(thread, args) {
  const self = own(args[0]);
  const { state } = self;
  let found = 0;
  for (const item of self.toArray()) {
    if (item === args[1] || (yield* compareSteps(thread, 2, item, args[1] as Value))) found += 1;
    if (self.state !== state) throw raised('RuntimeError', 'deque mutated during iteration');
  }
  return found;
});

function* positionOf(
  thread: PyThread,
  self: Deque,
  wanted: Value,
  changed: string,
): Generator<undefined, number, Value> {
  const { state } = self;
  for (const [i, item] of self.toArray().entries()) {
    const isFound = item === wanted || (yield* compareSteps(thread, 2, item, wanted));
    if (self.state !== state)
      throw raised(changed === 'deque mutated during remove().' ? 'IndexError' : 'RuntimeError', changed);
    if (isFound) return i;
  }
  return -1;
}

methodSteps(dequeType, '__contains__', exactly(1), function* contains(thread, args) {
  return (yield* positionOf(thread, own(args[0]), args[1] as Value, 'deque mutated during iteration')) >= 0;
});
methodSteps(dequeType, 'index', between(1, 3), function* index(thread, args) {
  const self = own(args[0]);
  const bound = (given: Value | undefined, fallback: number): number => {
    if (given === undefined) return fallback;
    const at = plainIndex(given);
    return Math.min(Math.max(at < 0 ? at + self.length : at, 0), self.length);
  };
  const start = bound(args[2], 0);
  const stop = bound(args[3], self.length);
  for (const [i, item] of self.toArray().entries()) {
    if (i < start || i >= stop) continue;
    if (item === args[1] || (yield* compareSteps(thread, 2, item, args[1] as Value))) return i;
  }
  throw raised('ValueError', `${yield* reprSteps(thread, args[1] as Value)} is not in deque`);
});
methodSteps(dequeType, 'remove', exactly(1), function* remove(thread, args) {
  const self = own(args[0]);
  const at = yield* positionOf(thread, self, args[1] as Value, 'deque mutated during remove().');
  if (at < 0) throw raised('ValueError', 'deque.remove(x): x not in deque');
  self.replaceAll(self.toArray().toSpliced(at, 1));
  return null;
});
method(dequeType, 'insert', exactly(2), (_thread, args) => {
  const self = own(args[0]);
  const index = plainIndex(args[1] as Value);
  if (self.limit !== null && self.length >= self.limit) throw raised('IndexError', 'deque already at its maximum size');
  const items = self.toArray();
  items.splice(index < 0 ? Math.max(0, index + items.length) : index, 0, args[2] as Value);
  self.replaceAll(items);
  return null;
});

function placeOf(self: Deque, key: Value): number {
  const index = sequenceIndex(key);
  const at = index < 0 ? index + self.length : index;
  if (at < 0 || at >= self.length) throw raised('IndexError', 'deque index out of range');
  return at;
}

function sequenceIndex(key: Value): number {
  if (typeof key === 'number') return key;
  if (typeof key === 'boolean') return Number(key);
  throw raised('TypeError', `sequence index must be integer, not '${typeOf(key).title}'`);
}

method(dequeType, '__getitem__', exactly(1), (_thread, args) =>
  own(args[0]).at(placeOf(own(args[0]), args[1] as Value)),
);
method(dequeType, '__setitem__', exactly(2), (_thread, args) => {
  own(args[0]).put(placeOf(own(args[0]), args[1] as Value), args[2] as Value);
  return null;
});
method(dequeType, '__delitem__', exactly(1), (_thread, args) => {
  const self = own(args[0]);
  self.replaceAll(self.toArray().toSpliced(placeOf(self, args[1] as Value), 1));
  return null;
});
method(dequeType, '__len__', exactly(0), (_thread, args) => own(args[0]).length);
method(dequeType, '__bool__', exactly(0), (_thread, args) => own(args[0]).length > 0);
method(dequeType, '__iter__', exactly(0), (_thread, args) => new DequeIterator(own(args[0]), false));
method(dequeType, '__reversed__', exactly(0), (_thread, args) => new DequeIterator(own(args[0]), true));
methodSteps(dequeType, '__repr__', exactly(0), function* repr(thread, args) {
  const self = own(args[0]);
  if (thread.reprsInProgress.includes(self)) return '[...]';
  thread.reprsInProgress.push(self);
  try {
    const items = yield* reprSteps(thread, new PyList(self.toArray()));
    return `${self.type.name}(${items}${self.limit === null ? '' : `, maxlen=${self.limit}`})`;
  } finally {
    thread.reprsInProgress.splice(thread.reprsInProgress.indexOf(self), 1);
  }
});
for (const [op, name] of ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'].entries()) {
  method(dequeType, name, exactly(1), (thread, args) => {
    if (!(args[1] instanceof Deque)) return notImplemented;
    const pair = [new PyList(own(args[0]).toArray()), new PyList(args[1].toArray())] as const;
    return pushSteps(thread, name, richCompareSteps(thread, op, pair[0], pair[1]));
  });
}
dequeType.namespace.set('__hash__', null);
method(dequeType, '__add__', exactly(1), (_thread, args) => {
  if (!(args[1] instanceof Deque))
    throw raised('TypeError', `can only concatenate deque (not "${typeOf(args[1] as Value).title}") to deque`);
  const sum = copied(own(args[0]));
  for (const item of args[1].toArray()) sum.push(item);
  return sum;
});
methodSteps(dequeType, '__iadd__', exactly(1), function* addTo(thread, args) {
  yield* extend(thread, own(args[0]), args[1] as Value, false);
  return args[0] as Value;
});
for (const name of ['__mul__', '__rmul__', '__imul__']) {
  method(dequeType, name, exactly(1), (_thread, args) => {
    const count = plainIndex(args[1] as Value);
    const self = name === '__imul__' ? own(args[0]) : copied(own(args[0]));
    const items = self.toArray();
    self.replaceAll([]);
    for (let i = 0; i < count; i += 1) for (const item of items) self.push(item);
    return self;
  });
}
attribute(dequeType, 'maxlen', (self) => own(self).limit);
methodSteps(dequeType, '__reduce__', exactly(0), function* reduce(thread, args) {
  const self = own(args[0]);
  const given = new PyTuple(self.limit === null ? [] : [new PyTuple([]), self.limit]);
  return new PyTuple([self.type, given, yield* plainState(thread, self, false), new DequeIterator(self, false)]);
});
classMethod(
  dequeType,
  native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
);
