/** tuple. Models: Objects/tupleobject.c. */
import { tupleType } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { clampInt } from '../../values/slice-indices.ts';
import { iterateAll, plainItems } from '../../vm/iterate-all.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { anyNumber, between, constructor, exactly, method, methodSteps } from '../define.ts';
import { checkCount, classArgument, refuseKeywords } from './argument-count.ts';
import { intOf } from './int-argument.ts';
import { comparisonMethods, hashMethod, reprMethod } from './operator-methods.ts';
import { sequenceMethods } from './sequence-methods.ts';
import { sequenceOperators } from './sequence-operators.ts';
import { countSteps, positionSteps } from './sequence-search.ts';

const self = (value: Value | undefined): PyTuple => value as PyTuple;

constructor(tupleType, anyNumber(true), (thread, args, keywords) => {
  const type = classArgument(args, tupleType);
  if (type === tupleType) refuseKeywords('tuple', keywords);
  checkCount('tuple', args, 0, 1);
  const iterable = args[1];
  if (iterable === undefined) return madeTuple(type, []);
  if (type === tupleType && iterable instanceof PyTuple && iterable.type === tupleType) return iterable;
  const items = plainItems(iterable);
  return items === null ? pushSteps(thread, 'tuple', tupleSteps(thread, type, iterable)) : madeTuple(type, [...items]);
});

function madeTuple(type: PyType, items: readonly Value[]): PyTuple {
  const tuple = new PyTuple(items);
  tuple.type = type;
  return tuple;
}

function* tupleSteps(thread: PyThread, type: PyType, iterable: Value): NativeSteps {
  return madeTuple(type, yield* iterateAll(thread, iterable));
}

sequenceMethods(tupleType);
sequenceOperators(tupleType);
comparisonMethods(tupleType);
hashMethod(tupleType);
reprMethod(tupleType);

methodSteps(tupleType, 'index', between(1, 3), function* index(thread, args) {
  const tuple = self(args[0]);
  const found = yield* positionSteps(thread, tuple, args[1] as Value, [
    boundOf(args[2], 0, tuple),
    boundOf(args[3], Infinity, tuple),
  ]);
  if (found < 0) throw raised('ValueError', 'tuple.index(x): x not in tuple');
  return found;
});
function boundOf(value: Value | undefined, otherwise: number, tuple: PyTuple): number {
  if (value === undefined) return otherwise;
  const int = intOf(value);
  if (int === null) throw raised('TypeError', 'slice indices must be integers or have an __index__ method');
  const bound = clampInt(int);
  return bound < 0 ? Math.max(0, bound + tuple.items.length) : bound;
}
methodSteps(tupleType, 'count', exactly(1), function* count(thread, args) {
  return yield* countSteps(thread, self(args[0]), args[1] as Value);
});
method(tupleType, '__getnewargs__', exactly(0), (_thread, args) => new PyTuple([new PyTuple(self(args[0]).items)]));
