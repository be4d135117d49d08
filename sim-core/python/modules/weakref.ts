/**
 * The module `_weakref`. Models: Modules/_weakref.c, Objects/weakrefobject.c. How objects die is in vm/mortals.ts: those with a callback are
 * watched, others are looked for when their reference is used.
 */
import { PyDict } from '../objects/py-dict.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { notImplemented } from '../objects/py-singletons.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { PyType } from '../objects/py-type.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { PyWeakReference } from '../objects/py-weak-reference.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { PyThread } from '../vm/py-thread.ts';
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
import { collect } from '../vm/death-steps.ts';
import { deathName } from '../vm/reachability.ts';
import { hashValue } from '../vm/hash.ts';
import { pushSteps } from '../vm/native-steps.ts';
import { invoke } from '../vm/invoke.ts';
import { raised } from '../vm/raise.ts';
import { fillModule, nativeClass } from './native-class.ts';

/** What a reference refers to; null once that is dead. */
function targetOf(thread: PyThread, reference: PyWeakReference): Value {
  const { target } = reference;
  if (typeof target !== 'object' || target === null) return target;
  const { mortals } = thread.interpreter;
  if (!mortals.isDead(thread, target)) return target;
  // Of what is watched the death itself comes in a moment.
  if (!mortals.isWatched(target)) for (const other of mortals.takeReferences(target)) other.target = null;
  return null;
}

/** What a proxy stands for. */
function proxied(thread: PyThread, proxy: PyWeakReference): Value {
  const target = targetOf(thread, proxy);
  if (target === null) throw raised('ReferenceError', 'weakly-referenced object no longer exists');
  return target;
}

const referenceType = nativeClass('weakref', 'ReferenceType');
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

constructor(referenceType, anyNumber(true, 1), (thread, args) => {
  checkTarget(args[1] as Value);
  const self = new PyWeakReference(args[0] as PyType);
  self.target = args[1] as Value;
  self.callback = args[2] ?? null;
  if (self.target instanceof PyObject) thread.interpreter.mortals.refer(self);
  return self;
});
method(referenceType, '__init__', anyNumber(true), () => null);
method(referenceType, '__call__', exactly(0), (thread, args) => targetOf(thread, args[0] as PyWeakReference));
method(referenceType, '__hash__', exactly(0), (thread, args) => {
  const self = args[0] as PyWeakReference;
  if (self.hashed !== null) return self.hashed;
  const target = targetOf(thread, self);
  if (target === null) throw raised('TypeError', 'weak object has gone away');
  const hash = hashValue(target);
  if (hash === undefined) return hash;
  self.hashed = hash;
  return hash;
});
for (const [op, name] of [
  [2, '__eq__'],
  [3, '__ne__'],
] as const) {
  method(referenceType, name, exactly(1), (thread, args) => {
    const [self, other] = args as [PyWeakReference, Value];
    if (!(other instanceof PyWeakReference)) return notImplemented;
    const [mine, theirs] = [targetOf(thread, self), targetOf(thread, other)];
    if (mine === null || theirs === null) return (self === other) === (op === 2);
    return pushSteps(thread, name, richCompareSteps(thread, op, mine, theirs));
  });
}
method(referenceType, '__repr__', exactly(0), (thread, args) => {
  const self = args[0] as PyWeakReference;
  const to = targetOf(thread, self) as PyObject | null;
  if (to === null) return `<weakref at ${thread.addressText(self)}; dead>`;
  return `<weakref at ${thread.addressText(self)}; to '${typeOf(to).title}' at ${thread.addressText(to)}>`;
});
attribute(referenceType, '__callback__', (self) => (self as PyWeakReference).callback);
classMethod(
  referenceType,
  native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
);

for (const type of [proxyType, callableProxyType]) {
  method(type, '__getattr__', exactly(1), (thread, args) =>
    loadAttribute(thread, proxied(thread, args[0] as PyWeakReference), args[1] as string),
  );
  methodSteps(type, '__setattr__', exactly(2), function* setAttribute(thread, args) {
    if (!storeAttribute(thread, proxied(thread, args[0] as PyWeakReference), args[1] as string, args[2] as Value))
      yield;
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
      const found = loadAttribute(thread, proxied(thread, args[0] as PyWeakReference), name);
      const bound: Value = found === undefined ? yield : found;
      const value = invoke(thread, bound, args.slice(1) as Value[], null);
      return value === undefined ? yield : value;
    });
  }
}

function referencesTo(thread: PyThread, object: Value): readonly PyWeakReference[] {
  return object instanceof PyObject ? thread.interpreter.mortals.referencesTo(object) : [];
}

const functions = [
  native('proxy', between(1, 2), (thread, args) => {
    checkTarget(args[0] as Value);
    const isCallable = args[0] instanceof PyFunction || typeOf(args[0] as Value).lookup('__call__') !== undefined;
    const self = new PyWeakReference(isCallable ? callableProxyType : proxyType);
    self.target = args[0] as Value;
    self.callback = args[1] ?? null;
    if (self.target instanceof PyObject) thread.interpreter.mortals.refer(self);
    return self;
  }),
  native('getweakrefcount', exactly(1), (thread, args) => referencesTo(thread, args[0] as Value).length),
  native('getweakrefs', exactly(1), (thread, args) => new PyList([...referencesTo(thread, args[0] as Value)])),
  native('_collect', exactly(0), (thread) => pushSteps(thread, deathName, collect(thread))),
  native('_remove_dead_weakref', exactly(2), (thread, args) => {
    const [dict, key] = args as [PyDict, Value];
    const reference = dict.get(key);
    if (reference instanceof PyWeakReference && targetOf(thread, reference) === null) dict.remove(key);
    return null;
  }),
];

export function makeWeakrefModule(): PyModule {
  const module = fillModule(new PyModule('_weakref'), functions, [referenceType, proxyType, callableProxyType]);
  module.dict.set('ref', referenceType);
  return module;
}
