/**
 * `list[int]` and `int | str`. Models: Objects/genericaliasobject.c, Objects/unionobject.c.
 */
import {
  dictType,
  frozensetType,
  listType,
  noneType,
  objectType,
  setType,
  tupleType,
  typeOf,
  typeType,
} from '../objects/builtin-types.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { ListIterator } from '../objects/py-iterators.ts';
import { PyList } from '../objects/py-list.ts';
import { ellipsis, notImplemented } from '../objects/py-singletons.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { loadAttribute } from '../vm/attributes.ts';
import { compareSteps } from '../vm/compare.ts';
import { hashValue } from '../vm/hash.ts';
import { isInstanceSteps, isSubclassSteps } from '../vm/instance-check.ts';
import { callSteps } from '../vm/invoke.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { reprSteps } from '../vm/repr.ts';
import { anyNumber, attribute, classMethod, constructor, exactly, method, methodSteps, native } from './define.ts';

class GenericAlias extends PyInstance {
  readonly origin: Value;
  readonly args: PyTuple;
  /** `*tuple[int, str]` */
  isUnpacked = false;

  constructor(type: PyType, origin: Value, args: PyTuple) {
    super(type);
    this.origin = origin;
    this.args = args;
  }
}

class UnionType extends PyInstance {
  readonly args: PyTuple;

  constructor(args: PyTuple) {
    super(unionType);
    this.args = args;
  }
}

const genericAliasType = new PyType({
  name: 'GenericAlias',
  bases: [objectType],
  layout: 'object',
  metatype: typeType,
  moduleName: 'types',
});
const unionType = new PyType({
  name: 'UnionType',
  bases: [objectType],
  layout: 'object',
  metatype: typeType,
  moduleName: 'types',
});
const alias = (value: Value | undefined): GenericAlias => value as GenericAlias;
const union = (value: Value | undefined): UnionType => value as UnionType;

function asTuple(value: Value): PyTuple {
  return value instanceof PyTuple ? value : new PyTuple([value]);
}

constructor(
  genericAliasType,
  exactly(2),
  (_thread, args) => new GenericAlias(args[0] as PyType, args[1] as Value, asTuple(args[2] as Value)),
);

/** Type variables among the arguments, each once. */
function parametersOf(args: PyTuple): Value[] {
  const found: Value[] = [];
  const add = (value: Value): void => {
    if (!found.includes(value)) found.push(value);
  };
  for (const value of args.items) {
    if (isTypeVariable(value)) add(value);
    else if (value instanceof GenericAlias || value instanceof UnionType) parametersOf(value.args).forEach(add);
    else if (value instanceof PyInstance) {
      const inner = value.get('__parameters__');
      if (inner instanceof PyTuple) inner.items.forEach(add);
    }
  }
  return found;
}

function isTypeVariable(value: Value): boolean {
  return ['TypeVar', 'ParamSpec', 'TypeVarTuple'].includes(typeOf(value).name);
}

function substituted(args: PyTuple, replacements: ReadonlyMap<Value, Value>): PyTuple {
  return new PyTuple(
    args.items.map((value) => {
      const direct = replacements.get(value);
      if (direct !== undefined) return direct;
      if (value instanceof GenericAlias)
        return new GenericAlias(value.type, value.origin, substituted(value.args, replacements));
      return value instanceof UnionType ? unionOf(substituted(value.args, replacements).items) : value;
    }),
  );
}

attribute(genericAliasType, '__origin__', (self) => alias(self).origin);
attribute(genericAliasType, '__args__', (self) => alias(self).args);
attribute(genericAliasType, '__parameters__', (self) => new PyTuple(parametersOf(alias(self).args)));
attribute(genericAliasType, '__unpacked__', (self) => alias(self).isUnpacked);
method(genericAliasType, '__iter__', exactly(0), (_thread, args) => {
  const self = alias(args[0]);
  const unpacked = new GenericAlias(self.type, self.origin, self.args);
  unpacked.isUnpacked = true;
  return new ListIterator(new PyList([unpacked]));
});
methodSteps(genericAliasType, '__repr__', exactly(0), function* repr(thread, args) {
  const self = alias(args[0]);
  const parts: string[] = [];
  for (const item of self.args.items) parts.push(yield* nameSteps(thread, item));
  return `${self.isUnpacked ? '*' : ''}${yield* nameSteps(thread, self.origin)}[${parts.length === 0 ? '()' : parts.join(', ')}]`;
});

/** How a type shows inside an alias: by its name alone if it is a builtin. */
function* nameSteps(thread: PyThread, value: Value): Generator<undefined, string, Value> {
  if (value === ellipsis) return '...';
  if (value === null) return 'None';
  if (value instanceof PyList) {
    const parts: string[] = [];
    for (const item of value.items) parts.push(yield* nameSteps(thread, item));
    return `[${parts.join(', ')}]`;
  }
  if (!(value instanceof PyType)) return yield* reprSteps(thread, value);
  if (value === noneType) return 'None';
  const module = value.lookup('__module__');
  return typeof module === 'string' && module !== 'builtins' ? `${module}.${value.qualifiedName}` : value.qualifiedName;
}

methodSteps(genericAliasType, '__call__', anyNumber(true), function* call(thread, args, keywords) {
  const self = alias(args[0]);
  const made = yield* callSteps(thread, self.origin, [...args.slice(1), ...(keywords?.values() ?? [])] as Value[], [
    ...(keywords?.keys() ?? []),
  ]);
  if (made instanceof PyInstance && made.type.hasInstanceDict) made.set('__orig_class__', self);
  return made;
});
method(genericAliasType, '__getattr__', exactly(1), (thread, args) => {
  const name = args[1] as string;
  if (name.startsWith('__') && name.endsWith('__') && ['__copy__', '__deepcopy__', '__reduce__'].includes(name))
    throw raised('AttributeError', name);
  return loadAttribute(thread, alias(args[0]).origin, name);
});
method(genericAliasType, '__mro_entries__', exactly(1), (_thread, args) => new PyTuple([alias(args[0]).origin]));
method(genericAliasType, '__getitem__', exactly(1), (_thread, args) => {
  const self = alias(args[0]);
  const names = parametersOf(self.args);
  const given = asTuple(args[1] as Value).items;
  if (names.length === 0)
    throw raised(
      'TypeError',
      `${typeOf(self.origin) === typeType ? (self.origin as PyType).name : '?'} is not a generic class`,
    );
  if (names.length !== given.length)
    throw raised(
      'TypeError',
      `Too ${names.length < given.length ? 'many' : 'few'} arguments for alias; actual ${given.length}, expected ${names.length}`,
    );
  return new GenericAlias(
    self.type,
    self.origin,
    substituted(self.args, new Map(names.map((name, i) => [name, given[i] as Value]))),
  );
});
for (const name of ['__instancecheck__', '__subclasscheck__']) {
  method(genericAliasType, name, exactly(1), () => {
    throw raised(
      'TypeError',
      `${name === '__instancecheck__' ? 'isinstance' : 'issubclass'}() argument 2 cannot be a parameterized generic`,
    );
  });
}
methodSteps(genericAliasType, '__eq__', exactly(1), function* equals(thread, args) {
  const [self, other] = args;
  if (!(other instanceof GenericAlias)) return notImplemented;
  return alias(self).origin === other.origin && (yield* compareSteps(thread, 2, alias(self).args, other.args));
});
method(genericAliasType, '__hash__', exactly(0), (_thread, args) => hashValue(alias(args[0]).origin));

for (const type of [listType, dictType, tupleType, setType, frozensetType, typeType]) {
  if (type === typeType) continue;
  classMethod(
    type,
    native(
      '__class_getitem__',
      exactly(2),
      (_thread, args) => new GenericAlias(genericAliasType, args[0] as Value, asTuple(args[1] as Value)),
    ),
  );
}

/** For other native classes: what their `__class_getitem__` gives. */
export function aliasOf(origin: Value, args: Value): Value {
  return new GenericAlias(genericAliasType, origin, asTuple(args));
}

// Unions

function unionOf(items: readonly Value[]): Value {
  const flat: Value[] = [];
  for (const item of items) {
    for (const member of item instanceof UnionType ? item.args.items : [item === null ? noneType : item])
      if (!flat.includes(member)) flat.push(member);
  }
  return flat.length === 1 ? (flat[0] as Value) : new UnionType(new PyTuple(flat));
}

function isUnionable(value: Value): boolean {
  return (
    value === null ||
    value instanceof PyType ||
    value instanceof GenericAlias ||
    value instanceof UnionType ||
    isTypeVariable(value)
  );
}

for (const type of [typeType, genericAliasType, unionType]) {
  method(type, '__or__', exactly(1), (_thread, args) =>
    isUnionable(args[0] as Value) && isUnionable(args[1] as Value) ? unionOf(args as Value[]) : notImplemented,
  );
  method(type, '__ror__', exactly(1), (_thread, args) =>
    isUnionable(args[0] as Value) && isUnionable(args[1] as Value)
      ? unionOf([args[1] as Value, args[0] as Value])
      : notImplemented,
  );
}

attribute(unionType, '__args__', (self) => union(self).args);
attribute(unionType, '__parameters__', (self) => new PyTuple(parametersOf(union(self).args)));
methodSteps(unionType, '__repr__', exactly(0), function* repr(thread, args) {
  const parts: string[] = [];
  for (const item of union(args[0]).args.items) parts.push(yield* nameSteps(thread, item));
  return parts.join(' | ');
});
methodSteps(unionType, '__instancecheck__', exactly(1), function* check(thread, args) {
  return yield* isInstanceSteps(thread, args[1] as Value, union(args[0]).args);
});
methodSteps(unionType, '__subclasscheck__', exactly(1), function* check(thread, args) {
  return yield* isSubclassSteps(thread, args[1] as Value, union(args[0]).args);
});
method(unionType, '__eq__', exactly(1), (_thread, args) => {
  if (!(args[1] instanceof UnionType)) return notImplemented;
  const [a, b] = [union(args[0]).args.items, args[1].args.items];
  return a.length === b.length && a.every((item) => b.includes(item));
});
method(unionType, '__hash__', exactly(0), (_thread, args) => union(args[0]).args.items.length);
method(unionType, '__getitem__', exactly(1), (_thread, args) => {
  const self = union(args[0]);
  const names = parametersOf(self.args);
  const given = asTuple(args[1] as Value).items;
  return unionOf(substituted(self.args, new Map(names.map((name, i) => [name, given[i] ?? null]))).items);
});
