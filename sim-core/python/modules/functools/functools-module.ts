/** The module `_functools`: what is C of `functools`. */
import { notImplemented } from '../../objects/py-singletons.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyModule } from '../../objects/py-module.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import {
  attribute,
  constructor,
  exactly,
  method,
  methodSteps,
  named,
  native,
  nativeSteps,
} from '../../builtins/define.ts';
import { richCompareSteps } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { iteratorSteps, nextSteps } from '../../vm/iterate-all.ts';
import { raised } from '../../vm/raise.ts';
import { fillModule, nativeClass } from '../native-class.ts';
import { lruCacheType } from './lru-cache.ts';
import { partialType } from './partial.ts';

const reduce = nativeSteps('reduce', { least: 2, most: 3 }, function* reduceSteps(thread, args) {
  const [fn, iterable, initial] = args;
  const iterator = yield* iteratorSteps(thread, iterable as Value, () => 'reduce() arg 2 must support iteration');
  let result = initial === undefined ? yield* nextSteps(thread, iterator) : initial;
  if (result === undefined) throw raised('TypeError', 'reduce() of empty iterable with no initial value');
  for (;;) {
    const item = yield* nextSteps(thread, iterator);
    if (item === undefined) return result;
    result = yield* callSteps(thread, fn as Value, [result, item]);
  }
});

class ComparisonKey extends PyInstance {
  compare: Value = null;
  object: Value = null;
}

const keyType = nativeClass('functools', 'KeyWrapper');
constructor(keyType, exactly(0), (_thread, args) => new ComparisonKey(args[0] as PyType));
for (const [op, name] of ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'].entries()) {
  methodSteps(keyType, name, exactly(1), function* compare(thread, args) {
    const self = args[0] as ComparisonKey;
    if (!(args[1] instanceof ComparisonKey)) return notImplemented;
    const order = yield* callSteps(thread, self.compare, [self.object, args[1].object]);
    return yield* richCompareSteps(thread, op, order, 0);
  });
}
keyType.namespace.set('__hash__', null);
method(keyType, '__call__', named(1, 'obj'), (_thread, args) => {
  const made = new ComparisonKey(keyType);
  made.compare = (args[0] as ComparisonKey).compare;
  made.object = args[1] as Value;
  return made;
});
attribute(keyType, 'obj', (self) => (self as ComparisonKey).object);

const compareToKey = native('cmp_to_key', named(1, 'mycmp'), (_thread, args) => {
  const made = new ComparisonKey(keyType);
  made.compare = args[0] as Value;
  return made;
});

export function makeFunctoolsModule(): PyModule {
  return fillModule(new PyModule('_functools'), [reduce, compareToKey], [partialType, lruCacheType]);
}
