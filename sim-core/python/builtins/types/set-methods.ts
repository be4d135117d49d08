/** set and frozenset. Models: Objects/setobject.c. */
import { frozensetType, setType } from '../../objects/builtin-types.ts';
import { NativeIterator } from '../../objects/py-iterators.ts';
import { PyFrozenSet, PySet } from '../../objects/py-set.ts';
import type { PyType } from '../../objects/py-type.ts';
import { removeAll, turnOver } from '../../objects/set-algebra.ts';
import { SetMembers } from '../../objects/set-members.ts';
import type { Value } from '../../objects/value.ts';
import { setAddSteps } from '../../vm/collections.ts';
import { findEntrySteps, needsPython } from '../../vm/dict-access.ts';
import { plainItems } from '../../vm/iterate-all.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import type { AnySet } from '../../vm/set-steps.ts';
import {
  hasMember,
  isPlain,
  isSet,
  isWithin,
  keptSteps,
  membersSteps,
  soughtKey,
  symmetricDifferenceSteps,
  updateSteps,
} from '../../vm/set-steps.ts';
import { anyNumber, constructor, exactly, method, methodSteps } from '../define.ts';
import { checkCount, classArgument, refuseKeywords } from './argument-count.ts';
import { comparisonMethods, hashMethod, makeUnhashable, reprMethod } from './operator-methods.ts';
import { iterationMethod } from './sequence-methods.ts';
import { madeLike, replaceMembers } from './set-operators.ts';

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

function methodsOfBoth(type: PyType): void {
  method(type, '__len__', exactly(0), (_thread, args) => self(args[0]).dict.size);
  iterationMethod(type);
  comparisonMethods(type);
  reprMethod(type);
  methodSteps(type, '__contains__', exactly(1), function* contains(thread, args) {
    return yield* hasMember(thread, self(args[0]).dict, soughtKey(args[1] as Value));
  });
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
    return madeLike(self(args[0]), yield* keptSteps(thread, self(args[0]), args.slice(1) as Value[], true));
  });
  methodSteps(type, 'difference', anyNumber(), function* difference(thread, args) {
    return madeLike(self(args[0]), yield* keptSteps(thread, self(args[0]), args.slice(1) as Value[], false));
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
    for (const member of others.keys()) if (yield* hasMember(thread, self(args[0]).dict, member)) return false;
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
  const entry = yield* findEntrySteps(thread, set.dict, soughtKey(value));
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

methodSteps(setType, 'intersection_update', anyNumber(), function* intersectionUpdate(thread, args) {
  yield* replaceMembers(thread, self(args[0]), yield* keptSteps(thread, self(args[0]), args.slice(1) as Value[], true));
  return null;
});
methodSteps(setType, 'difference_update', anyNumber(), function* differenceUpdate(thread, args) {
  const own = self(args[0]).dict;
  if (args.slice(1).every((other) => isSet(other ?? null) && isPlain((other as AnySet).dict)) && isPlain(own)) {
    for (const other of args.slice(1)) removeAll(own, (other as AnySet).dict);
    return null;
  }
  yield* replaceMembers(
    thread,
    self(args[0]),
    yield* keptSteps(thread, self(args[0]), args.slice(1) as Value[], false),
  );
  return null;
});
methodSteps(setType, 'symmetric_difference_update', exactly(1), function* symmetricUpdate(thread, args) {
  const others = yield* membersSteps(thread, args[1] as Value);
  if (isPlain(self(args[0]).dict) && isPlain(others)) {
    turnOver(self(args[0]).dict, others);
    return null;
  }
  yield* replaceMembers(
    thread,
    self(args[0]),
    yield* symmetricDifferenceSteps(thread, self(args[0]), args[1] as Value),
  );
  return null;
});
