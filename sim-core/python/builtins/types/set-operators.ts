/** &, |, - and ^ of sets and frozensets, also in place. Models: the number methods of Objects/setobject.c. */
import { frozensetType, setType, typeOf } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyFrozenSet, PySet } from '../../objects/py-set.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import type { SetMembers } from '../../objects/set-members.ts';
import type { Value } from '../../objects/value.ts';
import { setAddSteps } from '../../vm/collections.ts';
import { containerOperation } from '../../vm/container-operators.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import { binaryOperators } from '../../vm/operators.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import type { AnySet } from '../../vm/set-steps.ts';
import { isPlain, isSet, keptSteps, symmetricDifferenceSteps, updateSteps } from '../../vm/set-steps.ts';
import { exactly, method } from '../define.ts';
import { operations } from './operator-methods.ts';

/** A set of the same kind; subclasses give the built-in kind's for operators, and CPython's methods give the same. */
export function madeLike(set: AnySet, members: SetMembers): AnySet {
  return set instanceof PyFrozenSet ? new PyFrozenSet(members) : new PySet(members);
}

/** For generator bodies: `a op b` of two sets. */
export function* setOperationSteps(thread: PyThread, op: number, a: AnySet, b: AnySet): NativeSteps {
  if (op === operations.or) {
    const result = madeLike(a, a.dict.copy());
    return yield* updateSteps(thread, result, [b], result);
  }
  const members =
    op === operations.xor
      ? yield* symmetricDifferenceSteps(thread, a, b)
      : yield* keptSteps(thread, a, [b], op === operations.and);
  return madeLike(a, members);
}

function operation(thread: PyThread, op: number, a: Value, b: Value): Value | undefined {
  if (!isSet(a) || !isSet(b)) return notImplemented;
  return containerOperation(thread, op, a, b) ?? pushSteps(thread, 'set', setOperationSteps(thread, op, a, b));
}

/** For generator bodies: these members take the place of the set's own. */
export function* replaceMembers(thread: PyThread, set: AnySet, members: SetMembers): NativeSteps {
  if (isPlain(members)) {
    if (members !== set.dict) set.dict.become(members);
    return set;
  }
  const kept = members === set.dict ? members.copy() : members;
  set.dict.clear();
  for (const member of kept.keys()) yield* setAddSteps(thread, set, member);
  return set;
}

function* inPlaceSteps(thread: PyThread, op: number, a: AnySet, b: AnySet): NativeSteps {
  if (op === operations.or) return yield* updateSteps(thread, a, [b], a);
  const result = (yield* setOperationSteps(thread, op, a, b)) as AnySet;
  return yield* replaceMembers(thread, a, result.dict);
}

for (const op of [operations.and, operations.or, operations.subtract, operations.xor]) {
  const [name, reflected] = binaryOperators[op] as readonly [string, string, string];
  for (const type of [setType, frozensetType]) {
    method(type, name, exactly(1), (thread, args) => operation(thread, op, args[0] as Value, args[1] as Value));
    method(type, reflected, exactly(1), (thread, args) => operation(thread, op, args[1] as Value, args[0] as Value));
  }
  method(setType, name.replace('__', '__i'), exactly(1), (thread, args) => {
    const [a, b] = [args[0] as AnySet, args[1] as Value];
    if (!isSet(b)) return notImplemented;
    const quick = typeOf(a) === setType ? containerOperation(thread, op + 13, a, b) : undefined;
    return quick ?? pushSteps(thread, 'set', inPlaceSteps(thread, op, a, b));
  });
}
