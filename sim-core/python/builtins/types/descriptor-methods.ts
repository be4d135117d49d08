/** property, staticmethod, classmethod and super. Models: Objects/descrobject.c, Objects/funcobject.c, super in Objects/typeobject.c. */
import {
  classMethodType,
  getSetDescriptorType,
  memberDescriptorType,
  propertyType,
  staticMethodType,
  superType,
  typeOf,
} from '../../objects/builtin-types.ts';
import { PyCell } from '../../objects/py-cell.ts';
import { PyClassMethod, PyProperty, PyStaticMethod } from '../../objects/py-descriptors.ts';
import { PySuper } from '../../objects/py-descriptors.ts';
import type { PyGetSet, PyMember } from '../../objects/py-descriptors.ts';
import { PyFunction } from '../../objects/py-function.ts';
import { PyMethod } from '../../objects/py-method.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { bind, deletePlain, loadAttribute, lookupAttribute, pendingLookup, storePlain } from '../../vm/attributes.ts';
import { PyFrame } from '../../vm/frame.ts';
import { invoke } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { makeSuper } from '../../vm/super-attribute.ts';
import { reprSteps } from '../../vm/repr.ts';
import { anyNumber, attribute, between, constructor, exactly, method, methodSteps } from '../define.ts';
import { checkCount, classArgument, refuseKeywords } from './argument-count.ts';

const property = (value: Value | undefined): PyProperty => value as PyProperty;

constructor(propertyType, anyNumber(true), (_thread, args) => {
  const made = new PyProperty();
  made.type = classArgument(args, propertyType);
  return made;
});
method(
  propertyType,
  '__init__',
  { least: 0, most: Infinity, names: ['fget', 'fset', 'fdel', 'doc'] },
  (_thread, args) => {
    if (args.length > 5) throw raised('TypeError', `property() takes at most 4 arguments (${args.length - 1} given)`);
    const self = property(args[0]);
    self.getter = args[1] ?? null;
    self.setter = args[2] ?? null;
    self.deleter = args[3] ?? null;
    self.documentation = args[4] ?? documentationOf(self.getter);
    return null;
  },
);

function documentationOf(getter: Value): Value {
  return getter instanceof PyFunction ? getter.documentation : null;
}

function changed(
  value: Value | undefined,
  change: Partial<Pick<PyProperty, 'getter' | 'setter' | 'deleter'>>,
): PyProperty {
  const old = property(value);
  const made = new PyProperty();
  made.type = old.type;
  made.getter = change.getter ?? old.getter;
  made.setter = change.setter ?? old.setter;
  made.deleter = change.deleter ?? old.deleter;
  made.documentation =
    change.getter === undefined ? old.documentation : (documentationOf(made.getter) ?? old.documentation);
  made.name = old.name;
  return made;
}
method(propertyType, 'getter', exactly(1), (_thread, args) => changed(args[0], { getter: args[1] as Value }));
method(propertyType, 'setter', exactly(1), (_thread, args) => changed(args[0], { setter: args[1] as Value }));
method(propertyType, 'deleter', exactly(1), (_thread, args) => changed(args[0], { deleter: args[1] as Value }));
method(propertyType, '__set_name__', exactly(2), (_thread, args) => {
  property(args[0]).name = args[2] as string;
  return null;
});
method(propertyType, '__get__', between(1, 2), (thread, args) => {
  const self = property(args[0]);
  const owner = args[1] as Value;
  if (owner === null) return self;
  const value = bind(thread, self, owner, typeOf(owner));
  return value === pendingLookup ? undefined : value;
});
method(propertyType, '__set__', exactly(2), (thread, args) => {
  const { setter, name } = property(args[0]);
  if (setter === null)
    throw raised(
      'AttributeError',
      `property${name === null ? '' : ` '${name}'`} of '${typeOf(args[1] as Value).title}' object has no setter`,
    );
  return invoke(thread, setter, [args[1] as Value, args[2] as Value], null);
});
method(propertyType, '__delete__', exactly(1), (thread, args) => {
  const { deleter, name } = property(args[0]);
  if (deleter === null)
    throw raised(
      'AttributeError',
      `property${name === null ? '' : ` '${name}'`} of '${typeOf(args[1] as Value).title}' object has no deleter`,
    );
  return invoke(thread, deleter, [args[1] as Value], null);
});
attribute(propertyType, 'fget', (self) => property(self).getter);
attribute(propertyType, 'fset', (self) => property(self).setter);
attribute(propertyType, 'fdel', (self) => property(self).deleter);
attribute(
  propertyType,
  '__name__',
  (self) =>
    property(self).name ??
    (property(self).getter instanceof PyFunction ? (property(self).getter as PyFunction).name : null),
);
attribute(
  propertyType,
  '__doc__',
  (self) => property(self).documentation,
  (self, value) => {
    property(self).documentation = value ?? null;
  },
);
attribute(propertyType, '__isabstractmethod__', (self) => {
  const { getter, setter, deleter } = property(self);
  return isAbstract(getter) || isAbstract(setter) || isAbstract(deleter);
});

function isAbstract(callable: Value): boolean {
  if (callable instanceof PyFunction) return callable.attributes?.get('__isabstractmethod__') === true;
  if (callable instanceof PyStaticMethod || callable instanceof PyClassMethod) return isAbstract(callable.callable);
  return (
    callable instanceof PyProperty &&
    (isAbstract(callable.getter) || isAbstract(callable.setter) || isAbstract(callable.deleter))
  );
}

type Wrapper = PyStaticMethod | PyClassMethod;
const wrapper = (value: Value | undefined): Wrapper => value as Wrapper;

function wrapperType(type: PyType, make: (callable: Value) => Wrapper): void {
  constructor(type, anyNumber(true), (_thread, args) => {
    const made = make(args[1] ?? null);
    made.type = classArgument(args, type);
    return made;
  });
  method(type, '__init__', anyNumber(true), (_thread, args, keywords) => {
    refuseKeywords(type.name, keywords);
    checkCount(type.name, args, 1, 1);
    wrapper(args[0]).callable = args[1] as Value;
    return null;
  });
  for (const name of ['__func__', '__wrapped__']) attribute(type, name, (self) => wrapper(self).callable);
  attribute(type, '__isabstractmethod__', (self) => isAbstract(wrapper(self).callable));
  for (const name of ['__name__', '__qualname__', '__doc__', '__module__', '__annotations__']) {
    attribute(type, name, (self) => {
      const { callable } = wrapper(self);
      const read = (typeOf(callable).lookup(name) as PyGetSet | undefined)?.read;
      if (read === undefined) throw raised('AttributeError', `'${type.name}' object has no attribute '${name}'`);
      return read(callable);
    });
  }
  methodSteps(type, '__repr__', exactly(0), function* repr(thread, args) {
    return `<${type.name}(${yield* reprSteps(thread, wrapper(args[0]).callable)})>`;
  });
}
wrapperType(staticMethodType, (callable) => new PyStaticMethod(callable));
wrapperType(classMethodType, (callable) => new PyClassMethod(callable));
method(staticMethodType, '__get__', between(1, 2), (_thread, args) => wrapper(args[0]).callable);
method(staticMethodType, '__call__', anyNumber(true), (thread, args, keywords) =>
  invoke(
    thread,
    wrapper(args[0]).callable,
    [...args.slice(1), ...(keywords?.values() ?? [])] as Value[],
    keywords === null ? null : [...keywords.keys()],
  ),
);
method(
  classMethodType,
  '__get__',
  between(1, 2),
  (_thread, args) => new PyMethod(wrapper(args[0]).callable, args[2] ?? typeOf(args[1] as Value)),
);

for (const type of [memberDescriptorType, getSetDescriptorType]) {
  method(type, '__get__', between(1, 2), (thread, args) => {
    const owner = args[1] as Value;
    if (owner === null) return args[0] as Value;
    const value = bind(thread, args[0] as Value, owner, typeOf(owner));
    return value === pendingLookup ? undefined : value;
  });
  method(type, '__set__', exactly(2), (thread, args) =>
    storePlain(thread, args[1] as Value, (args[0] as PyMember | PyGetSet).name, args[2] as Value) ? null : undefined,
  );
  method(type, '__delete__', exactly(1), (thread, args) =>
    deletePlain(thread, args[1] as Value, (args[0] as PyMember | PyGetSet).name) ? null : undefined,
  );
}
for (const [type, kind] of [
  [memberDescriptorType, 'member'],
  [getSetDescriptorType, 'attribute'],
] as const) {
  attribute(type, '__name__', (self) => (self as PyGetSet | PyMember).name);
  attribute(type, '__objclass__', (self) => (self as PyGetSet | PyMember).owner);
  attribute(type, '__qualname__', (self) => {
    const { name, owner } = self as PyGetSet | PyMember;
    return `${owner.qualifiedName}.${name}`;
  });
  method(type, '__repr__', exactly(0), (_thread, args) => {
    const { name, owner } = args[0] as PyGetSet | PyMember;
    return `<${kind} '${name}' of '${owner.name}' objects>`;
  });
}

constructor(superType, between(0, 2), (thread, args) => {
  if (args[1] === undefined) return superOfCaller(thread);
  if (args[2] !== undefined && args[2] !== null) return makeSuper(args[1], args[2]);
  if (!(args[1] instanceof PyType))
    throw raised('TypeError', `super() argument 1 must be a type, not ${typeOf(args[1]).title}`);
  return new PySuper(args[1], null, null);
});

/** super() without arguments: the class is in the caller's `__class__` cell, the object is its first argument. */
function superOfCaller(thread: PyThread): PySuper {
  const { frame } = thread;
  if (!(frame instanceof PyFrame)) throw raised('RuntimeError', 'super(): no current frame');
  const { source } = frame.code;
  if (source.argumentCount === 0) throw raised('RuntimeError', 'super(): no arguments');
  const first = frame.slots[0];
  const object =
    first instanceof PyCell && ((source.localsPlusKinds[0] as number) & 0x40) !== 0 ? first.content : first;
  if (object === undefined) throw raised('RuntimeError', 'super(): arg[0] deleted');
  const at = source.localsPlusNames.findIndex(
    (name, i) => name === '__class__' && ((source.localsPlusKinds[i] as number) & 0x80) !== 0,
  );
  if (at < 0) throw raised('RuntimeError', 'super(): __class__ cell not found');
  const after = frame.cell(at).content;
  if (after === undefined) throw raised('RuntimeError', 'super(): empty __class__ cell');
  return makeSuper(after, object);
}
attribute(superType, '__thisclass__', (self) => (self as PySuper).after);
attribute(superType, '__self__', (self) => (self as PySuper).self);
attribute(superType, '__self_class__', (self) => (self as PySuper).selfType);
method(superType, '__getattribute__', exactly(1), (thread, args) => {
  const found = lookupAttribute(thread, args[0] as Value, args[1] as string);
  if (found === pendingLookup) return undefined;
  return found === undefined ? loadAttribute(thread, args[0] as Value, args[1] as string) : found;
});
method(superType, '__repr__', exactly(0), (_thread, args) => {
  const { after, selfType } = args[0] as PySuper;
  return `<super: <class '${after.name}'>, ${selfType === null ? 'NULL' : `<${selfType.name} object>`}>`;
});
