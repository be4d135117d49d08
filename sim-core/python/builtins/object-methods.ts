/** The methods every object has. Models: object in Objects/typeobject.c. */
import { functionType, objectType, typeOf } from '../objects/builtin-types.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import { PyGetSet } from '../objects/py-descriptors.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyList } from '../objects/py-list.ts';
import { PyMappingProxy } from '../objects/py-mapping-proxy.ts';
import { PyModule } from '../objects/py-module.ts';
import { notImplemented } from '../objects/py-singletons.ts';
import { PyType } from '../objects/py-type.ts';
import type { PyObject, Value } from '../objects/value.ts';
import { bagOf, deletePlain, ensureBag, lookupAttribute, pendingLookup, storePlain } from '../vm/attributes.ts';
import { attributeError } from '../vm/attribute-errors.ts';
import { newObject } from '../vm/call-type.ts';
import { textOf } from '../vm/compare.ts';
import { formatSteps } from '../vm/format-value.ts';
import { defaultRepr, strSteps, reprSteps } from '../vm/repr.ts';
import { raised } from '../vm/raise.ts';
import { anyNumber, attribute, classMethod, constructor, exactly, method, methodSteps, native } from './define.ts';

constructor(objectType, anyNumber(true), (thread, args) => {
  const type = args[0];
  if (!(type instanceof PyType)) throw raised('TypeError', 'object.__new__(X): X is not a type object');
  if (type.layout !== 'object')
    throw raised('TypeError', `object.__new__(${type.name}) is not safe, use ${type.name}.__new__()`);
  const isInitInherited = type.lookup('__init__') === objectType.namespace.getText('__init__');
  return newObject(thread, type, isInitInherited ? args.length - 1 : 0);
});

method(objectType, '__init__', anyNumber(true), (_thread, args, keywords) => {
  const type = typeOf(args[0] as Value);
  const excess = args.length - 1 + (keywords?.size ?? 0);
  if (excess > 0 && type.lookup('__init__') !== objectType.namespace.getText('__init__')) {
    throw raised('TypeError', 'object.__init__() takes exactly one argument (the instance to initialize)');
  }
  return null;
});
method(objectType, '__repr__', exactly(0), (thread, args) => defaultRepr(thread, args[0] as PyObject));
methodSteps(objectType, '__str__', exactly(0), function* str(thread, args) {
  return yield* reprSteps(thread, args[0] as Value);
});
methodSteps(objectType, '__format__', exactly(1), function* format(thread, args) {
  const spec = textOf(args[1] as Value);
  if (spec === '') return yield* strSteps(thread, args[0] as Value);
  return yield* formatSteps(thread, args[0] as Value, spec ?? '');
});
method(objectType, '__eq__', exactly(1), (_thread, args) => (args[0] === args[1] ? true : notImplemented));
method(objectType, '__ne__', exactly(1), (_thread, args) => (args[0] === args[1] ? false : notImplemented));
method(objectType, '__hash__', exactly(0), (thread, args) =>
  Math.floor(thread.interpreter.addresses.of(args[0] as PyObject) / 16),
);
method(objectType, '__getattribute__', exactly(1), (thread, args) => {
  const found = lookupAttribute(thread, args[0] as Value, args[1] as string);
  if (found === undefined) throw attributeError(args[0] as Value, args[1] as string);
  return found === pendingLookup ? undefined : found;
});
methodSteps(objectType, '__setattr__', exactly(2), function* setAttribute(thread, args) {
  if (!storePlain(thread, args[0] as Value, args[1] as string, args[2] as Value)) yield;
  return null;
});
methodSteps(objectType, '__delattr__', exactly(1), function* deleteAttribute(thread, args) {
  if (!deletePlain(thread, args[0] as Value, args[1] as string)) yield;
  return null;
});
method(objectType, '__dir__', exactly(0), (_thread, args) => new PyList(attributeNames(args[0] as Value)));
method(objectType, '__sizeof__', exactly(0), () => 48);
classMethod(
  objectType,
  native('__init_subclass__', anyNumber(true), (_thread, args, keywords) => {
    if (keywords !== null && keywords.size > 0) {
      throw raised('TypeError', `${(args[0] as PyType).name}.__init_subclass__() takes no keyword arguments`);
    }
    return null;
  }),
);
classMethod(
  objectType,
  native('__subclasshook__', anyNumber(), () => notImplemented),
);
attribute(
  objectType,
  '__class__',
  (self) => typeOf(self),
  (self, value) => {
    if (!(value instanceof PyType) || !(self instanceof PyInstance))
      throw raised('TypeError', '__class__ assignment only supported for mutable types or ModuleType subclasses');
    const attributes = self.asDict();
    self.type = value;
    self.useDict(attributes);
  },
);
objectType.namespace.set('__doc__', 'The base class of the class hierarchy.');

/** `__dict__`: made real when asked for. */
export function dictOf(self: Value): PyDict | null {
  if (self instanceof PyModule) return self.dict;
  if (self instanceof PyInstance) return self.type.hasInstanceDict ? self.asDict() : null;
  const bag = bagOf(self) ?? ensureBag(self);
  return bag instanceof PyInstance ? bag.asDict() : null;
}

attribute(
  objectType,
  '__dict__',
  (self) => {
    if (self instanceof PyType) return new PyMappingProxy(self.namespace);
    const dict = dictOf(self);
    if (dict === null) throw attributeError(self, '__dict__');
    return dict;
  },
  (self, value) => {
    if (self instanceof PyType)
      throw raised('AttributeError', "attribute '__dict__' of 'type' objects is not writable");
    if (!(value instanceof PyDict))
      throw raised('TypeError', `__dict__ must be set to a dictionary, not a '${typeOf(value ?? null).title}'`);
    const bag = self instanceof PyInstance ? self : ensureBag(self);
    if (bag instanceof PyInstance) bag.useDict(value);
  },
);

const access = objectType.namespace.getText('__dict__') as PyGetSet;
for (const type of [exceptionNamed('BaseException'), functionType])
  type.namespace.set('__dict__', new PyGetSet('__dict__', type, { read: access.read, write: access.write as never }));

/** Names for dir(), sorted. */
function attributeNames(value: Value): string[] {
  const names = new Set<string>();
  const own = value instanceof PyType ? null : dictOf(value);
  const types = value instanceof PyType ? value.mro : value instanceof PyModule ? [] : typeOf(value).mro;
  for (const dict of [...(own === null ? [] : [own]), ...types.map((type) => type.namespace)]) {
    // In CPython it is each class' own, not object's.
    for (const key of dict.keys())
      if (typeof key === 'string' && !(key === '__dict__' && dict === objectType.namespace)) names.add(key);
  }
  return [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
