/** set and frozenset. Models: Objects/setobject.c. */
import { frozensetType, setType, typeOf } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { NativeIterator } from '../../objects/py-iterators.ts';
import { PyFrozenSet, PySet } from '../../objects/py-set.ts';
import type { PyType } from '../../objects/py-type.ts';
import { difference, intersection, removeAll, symmetricDifference, turnOver } from '../../objects/set-algebra.ts';
import { SetMembers } from '../../objects/set-members.ts';
import type { Value } from '../../objects/value.ts';
import { setAddSteps } from '../../vm/collections.ts';
import { containerOperation } from '../../vm/container-operators.ts';
import { findEntrySteps, needsPython } from '../../vm/dict-access.ts';
import { iterateAll, plainItems } from '../../vm/iterate-all.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
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
  const set = new PySet(new SetMembers());
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
  const set = new PyFrozenSet(new SetMembers());
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
  for (const [place, items] of plain.entries()) {
    const iterable = iterables[place] ?? null;
    if (isSet(iterable)) set.dict.merge(iterable.dict);
    else for (const item of items ?? []) if (!set.dict.has(item)) set.dict.set(item, null);
  }
  return result;
}

function isSet(value: Value): value is AnySet {
  return value instanceof PySet || value instanceof PyFrozenSet;
}

/** True if the members can be compared without Python code. */
function isPlain(members: SetMembers): boolean {
  return members.buckets === null || !members.keys().some(needsPython);
}

function* updateSteps(
  thread: PyThread,
  set: { readonly dict: SetMembers },
  iterables: readonly Value[],
  result: Value,
): NativeSteps {
  for (const iterable of iterables) {
    for (const item of yield* iterateAll(thread, iterable)) yield* setAddSteps(thread, set, item);
  }
  return result;
}

/** For generator bodies: the members of any iterable as the keys of a dict. */
function* membersSteps(thread: PyThread, iterable: Value): Generator<undefined, SetMembers, Value> {
  if (isSet(iterable)) return iterable.dict;
  const members = new SetMembers();
  yield* updateSteps(thread, { dict: members }, [iterable], null);
  return members;
}

function* has(thread: PyThread, members: SetMembers, value: Value): Generator<undefined, boolean, Value> {
  return (yield* findEntrySteps(thread, members, value)) !== undefined;
}

/** A set of the same kind; subclasses give the built-in kind's for operators, and CPython's methods give the same. */
function madeLike(set: AnySet, members: SetMembers): AnySet {
  return set instanceof PyFrozenSet ? new PyFrozenSet(members) : new PySet(members);
}

function* combined(
  thread: PyThread,
  set: AnySet,
  iterables: readonly Value[],
  keepsShared: boolean,
): Generator<undefined, SetMembers, Value> {
  let members = iterables.length === 0 ? set.dict.copy() : set.dict;
  for (const iterable of iterables) {
    const others = yield* membersSteps(thread, iterable);
    if (isPlain(members) && isPlain(others)) {
      members = keepsShared ? intersection(members, others) : difference(members, others);
      continue;
    }
    const kept = new SetMembers();
    for (const member of members.keys())
      if ((yield* has(thread, others, member)) === keepsShared) yield* setAddSteps(thread, { dict: kept }, member);
    members = kept;
  }
  return members;
}

function* symmetricDifferenceSteps(
  thread: PyThread,
  set: AnySet,
  iterable: Value,
): Generator<undefined, SetMembers, Value> {
  const others = yield* membersSteps(thread, iterable);
  if (isPlain(set.dict) && isPlain(others)) return symmetricDifference(set.dict, others);
  const result = new SetMembers();
  for (const member of set.dict.keys())
    if (!(yield* has(thread, others, member))) yield* setAddSteps(thread, { dict: result }, member);
  for (const member of others.keys())
    if (!(yield* has(thread, set.dict, member))) yield* setAddSteps(thread, { dict: result }, member);
  return result;
}

function* isWithin(thread: PyThread, members: SetMembers, others: SetMembers): Generator<undefined, boolean, Value> {
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
    return madeLike(self(args[0]), yield* symmetricDifferenceSteps(thread, self(args[0]), args[1] as Value));
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
  const first = self(args[0]).dict.popped();
  if (first === undefined) throw raised('KeyError', 'pop from an empty set');
  yield* removedSteps(thread, self(args[0]), first);
  return first;
});
method(setType, 'clear', exactly(0), (_thread, args) => {
  self(args[0]).dict.clear();
  return null;
});
method(setType, 'update', anyNumber(), (thread, args) => update(thread, self(args[0]), args.slice(1) as Value[]));

function* replaceMembers(thread: PyThread, set: AnySet, members: SetMembers): NativeSteps {
  if (isPlain(members)) {
    if (members !== set.dict) set.dict.become(members);
    return null;
  }
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
  const own = self(args[0]).dict;
  if (args.slice(1).every((other) => isSet(other ?? null) && isPlain((other as AnySet).dict)) && isPlain(own)) {
    for (const other of args.slice(1)) removeAll(own, (other as AnySet).dict);
    return null;
  }
  return yield* replaceMembers(
    thread,
    self(args[0]),
    yield* combined(thread, self(args[0]), args.slice(1) as Value[], false),
  );
});
methodSteps(setType, 'symmetric_difference_update', exactly(1), function* symmetricUpdate(thread, args) {
  const others = yield* membersSteps(thread, args[1] as Value);
  if (isPlain(self(args[0]).dict) && isPlain(others)) {
    turnOver(self(args[0]).dict, others);
    return null;
  }
  return yield* replaceMembers(
    thread,
    self(args[0]),
    yield* symmetricDifferenceSteps(thread, self(args[0]), args[1] as Value),
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
