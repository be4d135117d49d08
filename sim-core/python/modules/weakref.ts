/**
 * The module `_weakref`. Models: Modules/_weakref.c, Objects/weakrefobject.c.
 * Leaves out: the end of an object. There are no reference counts here, so a weak reference never dies and callbacks are never called.
 */
import { PyDict } from '../objects/py-dict.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { notImplemented } from '../objects/py-singletons.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { PyType } from '../objects/py-type.ts';
import { typeOf } from '../objects/builtin-types.ts';
import type { PyObject, Value } from '../objects/value.ts';
import {
  anyNumber,
  attribute,
  between,
  classMethod,
  constructor,
  exactly,
  method,
  methodSteps,
  native,
} from '../builtins/define.ts';
import { aliasOf } from '../builtins/generic-alias.ts';
import { loadAttribute, storeAttribute } from '../vm/attributes.ts';
import { richCompareSteps } from '../vm/compare.ts';
import { hashValue } from '../vm/hash.ts';
import { pushSteps } from '../vm/native-steps.ts';
import { invoke } from '../vm/invoke.ts';
import { raised } from '../vm/raise.ts';
import { fillModule, nativeClass } from './native-class.ts';

class Reference extends PyInstance {
  target: Value = null;
  callback: Value = null;
}

export const referenceType = nativeClass('weakref', 'ReferenceType');
const proxyType = nativeClass('weakref', 'ProxyType');
const callableProxyType = nativeClass('weakref', 'CallableProxyType');

function checkTarget(target: Value): void {
  const isPlain =
    target === null ||
    typeof target !== 'object' ||
    target instanceof PyTuple ||
    target instanceof PyList ||
    target instanceof PyDict;
  if (isPlain && !typeOf(target).isHeap)
    throw raised('TypeError', `cannot create weak reference to '${typeOf(target).title}' object`);
}

constructor(referenceType, anyNumber(true, 1), (_thread, args) => {
  checkTarget(args[1] as Value);
  const self = new Reference(args[0] as PyType);
  self.target = args[1] as Value;
  self.callback = args[2] ?? null;
  return self;
});
method(referenceType, '__init__', anyNumber(true), () => null);
method(referenceType, '__call__', exactly(0), (_thread, args) => (args[0] as Reference).target);
method(referenceType, '__hash__', exactly(0), (_thread, args) => hashValue((args[0] as Reference).target));
for (const [op, name] of [
  [2, '__eq__'],
  [3, '__ne__'],
] as const) {
  method(referenceType, name, exactly(1), (thread, args) =>
    args[1] instanceof Reference
      ? pushSteps(thread, name, richCompareSteps(thread, op, (args[0] as Reference).target, args[1].target))
      : notImplemented,
  );
}
method(referenceType, '__repr__', exactly(0), (thread, args) => {
  const self = args[0] as Reference;
  const to = self.target as PyObject;
  return `<weakref at ${thread.addressText(self)}; to '${typeOf(to).title}' at ${thread.addressText(to)}>`;
});
attribute(referenceType, '__callback__', (self) => (self as Reference).callback);
classMethod(
  referenceType,
  native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
);

for (const type of [proxyType, callableProxyType]) {
  method(type, '__getattr__', exactly(1), (thread, args) =>
    loadAttribute(thread, (args[0] as Reference).target, args[1] as string),
  );
  methodSteps(type, '__setattr__', exactly(2), function* setAttribute(thread, args) {
    if (!storeAttribute(thread, (args[0] as Reference).target, args[1] as string, args[2] as Value)) yield;
    return null;
  });
  for (const name of [
    '__len__',
    '__iter__',
    '__next__',
    '__getitem__',
    '__contains__',
    '__bool__',
    '__str__',
    '__repr__',
    '__add__',
    '__eq__',
    '__lt__',
    '__call__',
    '__enter__',
    '__exit__',
  ]) {
    methodSteps(type, name, anyNumber(true), function* forward(thread, args) {
      const { target } = args[0] as Reference;
      const found = loadAttribute(thread, target, name);
      const bound: Value = found === undefined ? yield : found;
      const value = invoke(thread, bound, args.slice(1) as Value[], null);
      return value === undefined ? yield : value;
    });
  }
}

const functions = [
  native('proxy', between(1, 2), (_thread, args) => {
    checkTarget(args[0] as Value);
    const isCallable = args[0] instanceof PyFunction || typeOf(args[0] as Value).lookup('__call__') !== undefined;
    const self = new Reference(isCallable ? callableProxyType : proxyType);
    self.target = args[0] as Value;
    return self;
  }),
  native('getweakrefcount', exactly(1), () => 0),
  native('getweakrefs', exactly(1), () => new PyList([])),
  native('_remove_dead_weakref', exactly(2), () => null),
];

export function makeWeakrefModule(): PyModule {
  const module = fillModule(new PyModule('_weakref'), functions, [referenceType, proxyType, callableProxyType]);
  module.dict.set('ref', referenceType);
  return module;
}
