/** `type`: classes as objects. Models: type in Objects/typeobject.c. */
import { objectType, typeOf, typeType } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyList } from '../objects/py-list.ts';
import { PyFrozenSet, PySet } from '../objects/py-set.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { makeInstance } from '../vm/call-type.ts';
import { makeClass, metatypeOf } from '../vm/make-class.ts';
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
    (self as PyType).qualifiedName = value as string;
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
attribute(typeType, '__bases__', (self) => new PyTuple([...(self as PyType).bases]));
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
