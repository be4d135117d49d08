/** `type`: classes as objects. Models: type in Objects/typeobject.c. */
import { objectType, typeOf, typeType } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyList } from '../objects/py-list.ts';
import { PyFrozenSet, PySet } from '../objects/py-set.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { makeInstance } from '../vm/call-type.ts';
import { bestBase, makeClass, metatypeOf } from '../vm/make-class.ts';
import { resolutionOrder } from '../vm/method-resolution.ts';
import { raised } from '../vm/raise.ts';
import { reprOfType } from '../vm/repr.ts';
import { anyNumber, attribute, classMethod, constructorSteps, exactly, method, native } from './define.ts';

constructorSteps(typeType, anyNumber(true), function* make(thread, args, keywords) {
  const [metatype, name, bases, namespace] = args;
  if (args.length === 2) return typeOf(name as Value);
  if (args.length !== 4) throw raised('TypeError', 'type() takes 1 or 3 arguments');
  if (typeof name !== 'string')
    throw raised('TypeError', `type.__new__() argument 1 must be str, not ${typeOf(name as Value).title}`);
  if (!(bases instanceof PyTuple))
    throw raised('TypeError', `type.__new__() argument 2 must be tuple, not ${typeOf(bases as Value).title}`);
  if (!(namespace instanceof PyDict))
    throw raised('TypeError', `type.__new__() argument 3 must be dict, not ${typeOf(namespace as Value).title}`);
  const meta = metatypeOf(metatype as PyType, bases.items);
  const type = yield* makeClass(thread, {
    metatype: meta,
    name,
    bases: bases.items,
    namespace,
    keywords: keywords ?? new Map(),
  });
  if (!type.namespace.has('__module__')) type.namespace.set('__module__', callerModule(thread.frame?.back ?? null));
  return type;
});

function callerModule(frame: unknown): Value {
  const globals = (frame as { globals?: PyDict } | null)?.globals;
  return globals?.getText('__name__') ?? '__main__';
}

method(typeType, '__init__', anyNumber(true), () => null);
method(typeType, '__call__', anyNumber(true), (thread, args, keywords) => {
  const names = keywords === null ? null : [...keywords.keys()];
  return makeInstance(thread, args[0] as PyType, [...args.slice(1), ...(keywords?.values() ?? [])] as Value[], names);
});
method(typeType, '__repr__', exactly(0), (_thread, args) => reprOfType(args[0] as PyType));
method(typeType, 'mro', exactly(0), (_thread, args) => new PyList([...(args[0] as PyType).mro]));
method(typeType, '__subclasses__', exactly(0), (_thread, args) => new PyList([...(args[0] as PyType).subclasses]));
method(typeType, '__instancecheck__', exactly(1), (_thread, args) =>
  typeOf(args[1] as Value).isSubtypeOf(args[0] as PyType),
);
method(typeType, '__subclasscheck__', exactly(1), (_thread, args) => {
  if (!(args[1] instanceof PyType)) throw raised('TypeError', 'issubclass() arg 1 must be a class');
  return args[1].isSubtypeOf(args[0] as PyType);
});
classMethod(
  typeType,
  native('__prepare__', anyNumber(true), () => new PyDict()),
);
method(typeType, '__dir__', exactly(0), (_thread, args) => {
  const names = new Set<string>();
  for (const type of (args[0] as PyType).mro)
    for (const key of type.namespace.keys()) if (typeof key === 'string') names.add(key);
  return new PyList([...names].sort((a, b) => (a < b ? -1 : 1)));
});

attribute(
  typeType,
  '__name__',
  (self) => (self as PyType).name,
  (self, value) => {
    refuseDelete(self as PyType, '__name__', value);
    if (typeof value !== 'string')
      throw raised(
        'TypeError',
        `can only assign string to ${(self as PyType).name}.__name__, not '${typeOf(value ?? null).title}'`,
      );
    (self as PyType).name = value;
  },
);
attribute(
  typeType,
  '__qualname__',
  (self) => (self as PyType).qualifiedName,
  (self, value) => {
    refuseDelete(self as PyType, '__qualname__', value);
    if (typeof value !== 'string')
      throw raised(
        'TypeError',
        `can only assign string to ${(self as PyType).name}.__qualname__, not '${typeOf(value ?? null).title}'`,
      );
    (self as PyType).qualifiedName = value;
  },
);
attribute(
  typeType,
  '__module__',
  (self) => {
    const own = (self as PyType).namespace.getText('__module__');
    return own ?? 'builtins';
  },
  (self, value) => (self as PyType).setAttribute('__module__', value ?? null),
);
attribute(
  typeType,
  '__bases__',
  (self) => new PyTuple([...(self as PyType).bases]),
  (self, value) => changeBases(self as PyType, value),
);

function refuseDelete(type: PyType, name: string, value: Value | undefined): void {
  if (!type.isHeap) throw raised('TypeError', `cannot set '${name}' attribute of immutable type '${type.name}'`);
  if (value === undefined) throw raised('TypeError', `cannot delete '${name}' attribute of type '${type.name}'`);
}

function changeBases(type: PyType, value: Value | undefined): void {
  if (!type.isHeap) throw raised('TypeError', `cannot set '__bases__' attribute of immutable type '${type.name}'`);
  if (value === undefined) throw raised('TypeError', `cannot delete '__bases__' attribute of type '${type.name}'`);
  if (!(value instanceof PyTuple))
    throw raised('TypeError', `can only assign tuple to ${type.name}.__bases__, not ${typeOf(value).title}`);
  if (value.items.length === 0)
    throw raised('TypeError', `can only assign non-empty tuple to ${type.name}.__bases__, not ()`);
  const bases = value.items.map((base) => {
    if (!(base instanceof PyType))
      throw raised('TypeError', `${type.name}.__bases__ must be tuple of classes, not '${typeOf(base).title}'`);
    if (base.isSubtypeOf(type)) throw raised('TypeError', 'a __bases__ item causes an inheritance cycle');
    return base;
  });
  const best = bestBase(bases);
  if (best.layout !== type.layout || best.slotCount !== (type.bases[0]?.slotCount ?? 0))
    throw raised(
      'TypeError',
      `__bases__ assignment: '${best.name}' object layout differs from '${type.bases[0]?.name ?? 'object'}'`,
    );
  for (const base of type.bases) base.subclasses = base.subclasses.filter((subclass) => subclass !== type);
  for (const base of bases) if (base.isHeap) base.subclasses.push(type);
  type.bases = bases;
  reorder(type);
  type.changed();
}

function reorder(type: PyType): void {
  type.mro = resolutionOrder(type, type.bases);
  for (const subclass of type.subclasses) reorder(subclass);
}

attribute(typeType, '__base__', (self) => (self as PyType).bases[0] ?? null);
attribute(typeType, '__mro__', (self) => new PyTuple([...(self as PyType).mro]));
attribute(
  typeType,
  '__doc__',
  (self) => (self as PyType).namespace.getText('__doc__') ?? null,
  (self, value) => (self as PyType).setAttribute('__doc__', value ?? null),
);
attribute(
  typeType,
  '__annotations__',
  (self) => annotationsOf(self as PyType),
  (self, value) => (self as PyType).setAttribute('__annotations__', value ?? null),
);
attribute(typeType, '__basicsize__', () => 48);
attribute(
  typeType,
  '__abstractmethods__',
  (self) => {
    const own = (self as PyType).namespace.getText('__abstractmethods__');
    if (own === undefined) throw raised('AttributeError', '__abstractmethods__');
    return own;
  },
  (self, value) => {
    const type = self as PyType;
    type.setAttribute('__abstractmethods__', value ?? null);
    type.isAbstract = (value instanceof PyFrozenSet || value instanceof PySet) && value.dict.size > 0;
  },
);

function annotationsOf(type: PyType): Value {
  const own = type.namespace.getText('__annotations__');
  if (own !== undefined) return own;
  if (!type.isHeap) throw raised('AttributeError', `type object '${type.name}' has no attribute '__annotations__'`);
  const made = new PyDict();
  type.setAttribute('__annotations__', made);
  return made;
}

typeType.namespace.set('__doc__', "type(object) -> the object's type");
objectType.namespace.set('__module__', 'builtins');
