/** collections.defaultdict. Models: Modules/_collectionsmodule.c. */
import { dictType, typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import {
  anyNumber,
  attribute,
  classMethod,
  constructor,
  exactly,
  method,
  methodSteps,
  native,
} from '../../builtins/define.ts';
import { loadAttribute } from '../../vm/attributes.ts';
import { setItemSteps } from '../../vm/dict-access.ts';
import { callSteps } from '../../vm/invoke.ts';
import { iteratorSteps } from '../../vm/iterate-all.ts';
import { raised } from '../../vm/raise.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { reprOfContainer, reprSteps } from '../../vm/repr.ts';
import { aliasOf } from '../../builtins/generic-alias.ts';
import { nativeClass } from '../native-class.ts';

class DefaultDict extends PyDict {
  factory: Value = null;

  override copy(): DefaultDict {
    const twin = new DefaultDict();
    twin.type = this.type;
    twin.factory = this.factory;
    twin.update(this);
    return twin;
  }
}

export const defaultDictType = nativeClass('collections', 'defaultdict', dictType);
const own = (value: Value | undefined): DefaultDict => value as DefaultDict;

constructor(defaultDictType, anyNumber(true), (_thread, args) => {
  const made = new DefaultDict();
  made.type = args[0] as PyType;
  return made;
});
methodSteps(defaultDictType, '__init__', anyNumber(true), function* init(thread, args, keywords) {
  const self = own(args[0]);
  const factory = args[1] ?? null;
  if (factory !== null && typeOf(factory).lookup('__call__') === undefined && !isCallableBuiltin(factory))
    throw raised('TypeError', 'first argument must be callable or None');
  self.factory = factory;
  const update = dictType.lookup('update') as Value;
  yield* callSteps(
    thread,
    update,
    [self, ...(args.slice(2) as Value[]), ...(keywords?.values() ?? [])],
    [...(keywords?.keys() ?? [])],
  );
  return null;
});

function isCallableBuiltin(value: Value): boolean {
  return (
    ['function', 'method', 'builtin_function_or_method', 'method_descriptor', 'type'].includes(typeOf(value).name) ||
    typeOf(value).layout === 'type'
  );
}

methodSteps(defaultDictType, '__missing__', exactly(1), function* missing(thread, args) {
  const self = own(args[0]);
  if (self.factory === null) throw raised('KeyError', args[1] as Value);
  const value = yield* callSteps(thread, self.factory, []);
  yield* setItemSteps(thread, self, args[1] as Value, value, false);
  return value;
});
methodSteps(defaultDictType, '__repr__', exactly(0), function* repr(thread, args) {
  const self = own(args[0]);
  const content = yield* reprOfContainer(thread, self);
  return `${self.type.name}(${yield* factoryText(thread, self.factory)}, ${content ?? ''})`;
});

/** A factory that shows the dict is a bound method of it, say. */
function* factoryText(thread: PyThread, factory: Value): Generator<undefined, string, Value> {
  const isObject = factory !== null && typeof factory === 'object';
  if (isObject && thread.reprsInProgress.includes(factory)) return '...';
  if (isObject) thread.reprsInProgress.push(factory);
  try {
    return yield* reprSteps(thread, factory);
  } finally {
    if (isObject) thread.reprsInProgress.splice(thread.reprsInProgress.indexOf(factory), 1);
  }
}
for (const name of ['copy', '__copy__'])
  method(defaultDictType, name, exactly(0), (_thread, args) => own(args[0]).copy());
attribute(
  defaultDictType,
  'default_factory',
  (self) => own(self).factory,
  (self, value) => {
    own(self).factory = value ?? null;
  },
);
methodSteps(defaultDictType, '__reduce__', exactly(0), function* reduce(thread, args) {
  const self = own(args[0]);
  const given = new PyTuple(self.factory === null ? [] : [self.factory]);
  const items = loadAttribute(thread, self, 'items');
  const pairs = yield* callSteps(thread, items === undefined ? yield : items, []);
  return new PyTuple([self.type, given, null, null, yield* iteratorSteps(thread, pairs)]);
});
classMethod(
  defaultDictType,
  native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
);
