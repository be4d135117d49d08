/** set and frozenset. Models: Objects/setobject.c. */
import { frozensetType, setType, typeOf } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { NativeIterator } from '../../objects/py-iterators.ts';
import { PyFrozenSet, PySet } from '../../objects/py-set.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { setAddSteps } from '../../vm/collections.ts';
import { containerOperation } from '../../vm/container-operators.ts';
import { findEntrySteps, needsPython } from '../../vm/dict-access.ts';
import { iterateAll, plainItems } from '../../vm/iterate-all.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { setOrder } from '../../vm/set-order.ts';
import { anyNumber, constructor, exactly, method, methodSteps } from '../define.ts';
import { checkCount, classArgument, refuseKeywords } from './argument-count.ts';
import {
  binaryMethods,
  comparisonMethods,
  hashMethod,
  makeUnhashable,
  operations,
  reprMethod,
} from './operator-methods.ts';
import { iterationMethod } from './sequence-methods.ts';

type AnySet = PySet | PyFrozenSet;

const self = (value: Value | undefined): AnySet => value as AnySet;

constructor(setType, anyNumber(true), (_thread, args) => {
  const set = new PySet(new PyDict());
  set.type = classArgument(args, setType);
  return set;
});
method(setType, '__init__', anyNumber(true), (thread, args, keywords) => {
  refuseKeywords('set', keywords);
  checkCount('set', args, 0, 1);
  self(args[0]).dict.clear();
  return args[1] === undefined ? null : update(thread, self(args[0]), [args[1]]);
});
constructor(frozensetType, anyNumber(true), (thread, args, keywords) => {
  const type = classArgument(args, frozensetType);
  if (type === frozensetType) refuseKeywords('frozenset', keywords);
  checkCount('frozenset', args, 0, 1);
  const iterable = args[1];
  if (type === frozensetType && iterable instanceof PyFrozenSet && iterable.type === frozensetType) return iterable;
  const set = new PyFrozenSet(new PyDict());
  set.type = type;
  if (iterable === undefined || update(thread, set, [iterable], set) !== undefined) return set;
  return undefined;
});

/** Adds all members of all iterables; answers `result`, at once where no Python code is needed. */
function update(thread: PyThread, set: AnySet, iterables: readonly Value[], result: Value = null): Value | undefined {
  const plain = iterables.map((iterable) => (iterable instanceof NativeIterator ? null : plainItems(iterable)));
  if (set.dict.buckets !== null || plain.some((items) => items === null || items.some(needsPython))) {
    return pushSteps(thread, 'update', updateSteps(thread, set, iterables, result));
  }
  for (const items of plain) for (const item of items ?? []) if (!set.dict.has(item)) set.dict.set(item, null);
  return result;
}

function* updateSteps(
  thread: PyThread,
  set: { readonly dict: PyDict },
  iterables: readonly Value[],
  result: Value,
): NativeSteps {
  for (const iterable of iterables) {
    for (const item of yield* iterateAll(thread, iterable)) yield* setAddSteps(thread, set, item);
  }
  return result;
}

/** For generator bodies: the members of any iterable as the keys of a dict. */
function* membersSteps(thread: PyThread, iterable: Value): Generator<undefined, PyDict, Value> {
  if (iterable instanceof PySet || iterable instanceof PyFrozenSet) return iterable.dict;
  const members = new PyDict();
  yield* updateSteps(thread, { dict: members }, [iterable], null);
  return members;
}

function* has(thread: PyThread, members: PyDict, value: Value): Generator<undefined, boolean, Value> {
  return (yield* findEntrySteps(thread, members, value)) !== undefined;
}

/** A set of the same kind; subclasses give the built-in kind's for operators, and CPython's methods give the same. */
function madeLike(set: AnySet, members: PyDict): AnySet {
  return set instanceof PyFrozenSet ? new PyFrozenSet(members) : new PySet(members);
}

function* combined(
  thread: PyThread,
  set: AnySet,
  iterables: readonly Value[],
  keepsShared: boolean,
): Generator<undefined, PyDict, Value> {
  let members = set.dict.copy();
  for (const iterable of iterables) {
    const others = yield* membersSteps(thread, iterable);
    const kept = new PyDict();
    for (const member of members.keys())
      if ((yield* has(thread, others, member)) === keepsShared) yield* setAddSteps(thread, { dict: kept }, member);
    members = kept;
  }
  return members;
}

function* symmetricDifference(thread: PyThread, set: AnySet, iterable: Value): Generator<undefined, PyDict, Value> {
  const others = yield* membersSteps(thread, iterable);
  const result = new PyDict();
  for (const member of set.dict.keys())
    if (!(yield* has(thread, others, member))) yield* setAddSteps(thread, { dict: result }, member);
  for (const member of others.keys())
    if (!(yield* has(thread, set.dict, member))) yield* setAddSteps(thread, { dict: result }, member);
  return result;
}

function* isWithin(thread: PyThread, members: PyDict, others: PyDict): Generator<undefined, boolean, Value> {
  if (members.size > others.size) return false;
  for (const member of members.keys()) if (!(yield* has(thread, others, member))) return false;
  return true;
}

function methodsOfBoth(type: PyType): void {
  method(type, '__len__', exactly(0), (_thread, args) => self(args[0]).dict.size);
  iterationMethod(type);
  comparisonMethods(type);
  reprMethod(type);
  methodSteps(type, '__contains__', exactly(1), function* contains(thread, args) {
    return yield* has(thread, self(args[0]).dict, args[1] as Value);
  });
  binaryMethods(type, [operations.and, operations.or, operations.subtract, operations.xor], (thread, op, a, b) =>
    containerOperation(thread, op, a, b),
  );
  method(type, 'copy', exactly(0), (_thread, args) =>
    args[0] instanceof PyFrozenSet && args[0].type === frozensetType
      ? args[0]
      : madeLike(self(args[0]), self(args[0]).dict.copy()),
  );
  method(type, 'union', anyNumber(), (thread, args) => {
    const result = madeLike(self(args[0]), self(args[0]).dict.copy());
    return update(thread, result, args.slice(1) as Value[], result);
  });
  methodSteps(type, 'intersection', anyNumber(), function* intersection(thread, args) {
    return madeLike(self(args[0]), yield* combined(thread, self(args[0]), args.slice(1) as Value[], true));
  });
  methodSteps(type, 'difference', anyNumber(), function* difference(thread, args) {
    return madeLike(self(args[0]), yield* combined(thread, self(args[0]), args.slice(1) as Value[], false));
  });
  methodSteps(type, 'symmetric_difference', exactly(1), function* symmetric(thread, args) {
    return madeLike(self(args[0]), yield* symmetricDifference(thread, self(args[0]), args[1] as Value));
  });
  methodSteps(type, 'issubset', exactly(1), function* isSubset(thread, args) {
    return yield* isWithin(thread, self(args[0]).dict, yield* membersSteps(thread, args[1] as Value));
  });
  methodSteps(type, 'issuperset', exactly(1), function* isSuperset(thread, args) {
    return yield* isWithin(thread, yield* membersSteps(thread, args[1] as Value), self(args[0]).dict);
  });
  methodSteps(type, 'isdisjoint', exactly(1), function* isDisjoint(thread, args) {
    const others = yield* membersSteps(thread, args[1] as Value);
    for (const member of others.keys()) if (yield* has(thread, self(args[0]).dict, member)) return false;
    return true;
  });
}
methodsOfBoth(setType);
methodsOfBoth(frozensetType);
hashMethod(frozensetType);
makeUnhashable(setType);

method(setType, 'add', exactly(1), (thread, args) => {
  const { dict } = self(args[0]);
  const value = args[1] as Value;
  if (needsPython(value) || (dict.buckets !== null && typeof value === 'object'))
    return pushSteps(thread, 'add', setAddSteps(thread, self(args[0]), value));
  if (!dict.has(value)) dict.set(value, null);
  return null;
});
function* removedSteps(thread: PyThread, set: AnySet, value: Value): Generator<undefined, boolean, Value> {
  const entry = yield* findEntrySteps(thread, set.dict, value);
  if (entry !== undefined) set.dict.removeEntry(entry);
  return entry !== undefined;
}
methodSteps(setType, 'discard', exactly(1), function* discard(thread, args) {
  yield* removedSteps(thread, self(args[0]), args[1] as Value);
  return null;
});
methodSteps(setType, 'remove', exactly(1), function* remove(thread, args) {
  if (!(yield* removedSteps(thread, self(args[0]), args[1] as Value))) throw raised('KeyError', args[1] as Value);
  return null;
});
methodSteps(setType, 'pop', exactly(0), function* pop(thread, args) {
  const [first] = setOrder(self(args[0]).dict);
  if (first === undefined) throw raised('KeyError', 'pop from an empty set');
  yield* removedSteps(thread, self(args[0]), first);
  return first;
});
method(setType, 'clear', exactly(0), (_thread, args) => {
  self(args[0]).dict.clear();
  return null;
});
method(setType, 'update', anyNumber(), (thread, args) => update(thread, self(args[0]), args.slice(1) as Value[]));

function* replaceMembers(thread: PyThread, set: AnySet, members: PyDict): NativeSteps {
  const kept = members === set.dict ? members.copy() : members;
  set.dict.clear();
  for (const member of kept.keys()) yield* setAddSteps(thread, set, member);
  return null;
}
methodSteps(setType, 'intersection_update', anyNumber(), function* intersectionUpdate(thread, args) {
  return yield* replaceMembers(
    thread,
    self(args[0]),
    yield* combined(thread, self(args[0]), args.slice(1) as Value[], true),
  );
});
methodSteps(setType, 'difference_update', anyNumber(), function* differenceUpdate(thread, args) {
  return yield* replaceMembers(
    thread,
    self(args[0]),
    yield* combined(thread, self(args[0]), args.slice(1) as Value[], false),
  );
});
methodSteps(setType, 'symmetric_difference_update', exactly(1), function* symmetricUpdate(thread, args) {
  return yield* replaceMembers(
    thread,
    self(args[0]),
    yield* symmetricDifference(thread, self(args[0]), args[1] as Value),
  );
});
for (const [name, op] of [
  ['__iand__', operations.and],
  ['__ior__', operations.or],
  ['__isub__', operations.subtract],
  ['__ixor__', operations.xor],
] as const) {
  method(setType, name, exactly(1), (thread, args) => {
    const result = containerOperation(thread, op + 13, args[0] as Value, args[1] as Value);
    if (result !== undefined) return result;
    throw raised(
      'TypeError',
      `unsupported operand type(s) for ${symbolOf(op)}: '${typeOf(args[0] as Value).title}' and '${typeOf(args[1] as Value).title}'`,
    );
  });
}
function symbolOf(op: number): string {
  return op === operations.and ? '&=' : op === operations.or ? '|=' : op === operations.subtract ? '-=' : '^=';
}
