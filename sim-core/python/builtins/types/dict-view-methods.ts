/** keys(), values() and items() of a dict as objects. Models: Objects/dictobject.c, the dict views. */
import { dictItemsType, dictKeysType, dictValuesType } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { DictIterator } from '../../objects/py-iterators.ts';
import type { PyDictView } from '../../objects/py-iterators.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import { PySet } from '../../objects/py-set.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { compareSteps } from '../../vm/compare.ts';
import { findEntrySteps } from '../../vm/dict-access.ts';
import { isIterable } from '../../vm/iterate-all.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { membersSteps } from '../../vm/set-steps.ts';
import { attribute, exactly, method, methodSteps } from '../define.ts';
import { binaryOperators } from '../../vm/operators.ts';
import { comparisonMethods, makeUnhashable, operations, reprMethod } from './operator-methods.ts';
import { iterationMethod } from './sequence-methods.ts';
import { setOperationSteps } from './set-operators.ts';

const self = (value: Value | undefined): PyDictView => value as PyDictView;

for (const type of [dictKeysType, dictValuesType, dictItemsType]) {
  method(type, '__len__', exactly(0), (_thread, args) => self(args[0]).dict.size);
  iterationMethod(type);
  reprMethod(type);
  method(
    type,
    '__reversed__',
    exactly(0),
    (_thread, args) => new DictIterator(self(args[0]).dict, self(args[0]).view, true),
  );
  attribute(type, 'mapping', (view) => self(view).dict);
}

function* combined(thread: PyThread, op: number, a: Value, b: Value): NativeSteps {
  if (!isIterable(a) || !isIterable(b)) return notImplemented;
  const own = new PySet((yield* membersSteps(thread, a)).copy());
  return yield* setOperationSteps(thread, op, own, new PySet(yield* membersSteps(thread, b)));
}

/** Views of keys and of items are sets; the other operand may be any iterable. */
function setLike(type: PyType): void {
  comparisonMethods(type);
  makeUnhashable(type);
  for (const op of [operations.and, operations.or, operations.subtract, operations.xor]) {
    const [name, reflected] = binaryOperators[op] as readonly [string, string, string];
    methodSteps(type, name, exactly(1), function* operate(thread, args) {
      return yield* combined(thread, op, args[0] as Value, args[1] as Value);
    });
    methodSteps(type, reflected, exactly(1), function* operate(thread, args) {
      return yield* combined(thread, op, args[1] as Value, args[0] as Value);
    });
  }
  methodSteps(type, 'isdisjoint', exactly(1), function* isDisjoint(thread, args) {
    const shared = yield* combined(thread, operations.and, args[0] as Value, args[1] as Value);
    return shared instanceof PySet && shared.dict.size === 0;
  });
}
setLike(dictKeysType);
setLike(dictItemsType);

methodSteps(dictKeysType, '__contains__', exactly(1), function* contains(thread, args) {
  return (yield* findEntrySteps(thread, self(args[0]).dict, args[1] as Value)) !== undefined;
});
methodSteps(dictItemsType, '__contains__', exactly(1), function* contains(thread, args) {
  const pair = args[1];
  if (!(pair instanceof PyTuple) || pair.items.length !== 2) return false;
  const entry = yield* findEntrySteps(thread, self(args[0]).dict, pair.items[0] as Value);
  return entry !== undefined && (yield* compareSteps(thread, 2, entry.value as Value, pair.items[1] as Value));
});
