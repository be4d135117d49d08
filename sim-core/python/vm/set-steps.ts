/**
 * Sets whose members only Python code can compare (their class defines __hash__ or __eq__): unions, intersections, differences and
 * comparisons step by step. Models: Objects/setobject.c, and the dict views of Objects/dictobject.c.
 */
import type { NativeSteps } from '../objects/native-function.ts';
import type { PyDict } from '../objects/py-dict.ts';
import { PyDictView } from '../objects/py-iterators.ts';
import { PyFrozenSet, PySet } from '../objects/py-set.ts';
import { difference, intersection, symmetricDifference } from '../objects/set-algebra.ts';
import { SetMembers } from '../objects/set-members.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { setAddSteps } from './collections.ts';
import { compareSteps } from './compare.ts';
import { findEntrySteps, needsPython } from './dict-access.ts';
import { iterateAll } from './iterate-all.ts';
import type { PyThread } from './py-thread.ts';

export type AnySet = PySet | PyFrozenSet;

export function isSet(value: Value): value is AnySet {
  return value instanceof PySet || value instanceof PyFrozenSet;
}

/** A set, or a view of a dict that is one: its keys or its items. */
export function isSetLike(value: Value): value is AnySet | PyDictView {
  return isSet(value) || (value instanceof PyDictView && value.view !== 'values');
}

/** True if the keys can be compared without Python code. */
export function isPlain(keys: PyDict): boolean {
  return keys.buckets === null || !keys.entries.some((entry) => entry !== null && needsPython(entry.key));
}

/** For generator bodies: adds all members of all iterables; answers `result`. */
export function* updateSteps(
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
export function* membersSteps(thread: PyThread, iterable: Value): Generator<undefined, SetMembers, Value> {
  if (isSet(iterable)) return iterable.dict;
  const members = new SetMembers();
  yield* updateSteps(thread, { dict: members }, [iterable], null);
  return members;
}

/** The value as a key to look for in a set: a set is found by a frozenset equal to it. */
export function soughtKey(value: Value): Value {
  return value instanceof PySet && value.type.lookup('__hash__') === null ? new PyFrozenSet(value.dict) : value;
}

/** For generator bodies: whether the value is among the keys. */
export function* hasMember(thread: PyThread, members: PyDict, value: Value): Generator<undefined, boolean, Value> {
  return (yield* findEntrySteps(thread, members, value)) !== undefined;
}

/** For generator bodies: the members that are (or are not) in each of the iterables. */
export function* keptSteps(
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
      if ((yield* hasMember(thread, others, member)) === keepsShared)
        yield* setAddSteps(thread, { dict: kept }, member);
    members = kept;
  }
  return members;
}

/** For generator bodies: the members of one of the two only. */
export function* symmetricDifferenceSteps(
  thread: PyThread,
  set: AnySet,
  iterable: Value,
): Generator<undefined, SetMembers, Value> {
  const others = yield* membersSteps(thread, iterable);
  if (isPlain(set.dict) && isPlain(others)) return symmetricDifference(set.dict, others);
  const result = new SetMembers();
  for (const member of set.dict.keys())
    if (!(yield* hasMember(thread, others, member))) yield* setAddSteps(thread, { dict: result }, member);
  for (const member of others.keys())
    if (!(yield* hasMember(thread, set.dict, member))) yield* setAddSteps(thread, { dict: result }, member);
  return result;
}

/** For generator bodies: whether every member of the first is in the second. */
export function* isWithin(
  thread: PyThread,
  members: SetMembers,
  others: SetMembers,
): Generator<undefined, boolean, Value> {
  if (members.size > others.size) return false;
  for (const member of members.keys()) if (!(yield* hasMember(thread, others, member))) return false;
  return true;
}

/** For generator bodies: `a op b` of two sets or set-like views, by COMPARE_OP's number. */
export function* compareSets(
  thread: PyThread,
  op: number,
  a: AnySet | PyDictView,
  b: AnySet | PyDictView,
): Generator<undefined, boolean, Value> {
  const [x, y] = [a.dict.size, b.dict.size];
  switch (op) {
    case 0:
      return x < y && (yield* isInside(thread, a, b));
    case 1:
      return x <= y && (yield* isInside(thread, a, b));
    case 2:
      return x === y && (yield* isInside(thread, a, b));
    case 3:
      return !(x === y && (yield* isInside(thread, a, b)));
    case 4:
      return y < x && (yield* isInside(thread, b, a));
    default:
      return y <= x && (yield* isInside(thread, b, a));
  }
}

function* isInside(
  thread: PyThread,
  a: AnySet | PyDictView,
  b: AnySet | PyDictView,
): Generator<undefined, boolean, Value> {
  const areItems = a instanceof PyDictView && a.view === 'items';
  for (const entry of a.dict.entries.slice()) {
    if (entry === null) continue;
    const member = areItems ? new PyTuple([entry.key, entry.value as Value]) : entry.key;
    if (!(yield* isIn(thread, member, b))) return false;
  }
  return true;
}

function* isIn(thread: PyThread, member: Value, set: AnySet | PyDictView): Generator<undefined, boolean, Value> {
  if (!(set instanceof PyDictView && set.view === 'items')) return yield* hasMember(thread, set.dict, member);
  if (!(member instanceof PyTuple) || member.items.length !== 2) return false;
  const entry = yield* findEntrySteps(thread, set.dict, member.items[0] as Value);
  return entry !== undefined && (yield* compareSteps(thread, 2, entry.value as Value, member.items[1] as Value));
}
