/** type(name, bases, namespace): making a class. Models: type_new in Objects/typeobject.c. */
import { objectType, typeOf, typeType } from '../objects/builtin-types.ts';
import { PyCell } from '../objects/py-cell.ts';
import { PyClassMethod, PyGetSet, PyMember, PyStaticMethod } from '../objects/py-descriptors.ts';
import type { PyDict } from '../objects/py-dict.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyList } from '../objects/py-list.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { loadSpecial } from './attributes.ts';
import { callSteps } from './invoke.ts';
import { resolutionOrder } from './method-resolution.ts';
import type { PyThread } from './py-thread.ts';
import { iterateAll } from './iterate-all.ts';
import { PyRaise, raised } from './raise.ts';
import { reprSteps } from './repr.ts';
import { makeSuper, superLookup } from './super-attribute.ts';

export interface ClassParts {
  readonly metatype: PyType;
  readonly name: string;
  readonly bases: readonly Value[];
  readonly namespace: PyDict;
  readonly keywords: ReadonlyMap<string, Value>;
}

/** For generator bodies: type.__new__ */
export function* makeClass(thread: PyThread, parts: ClassParts): Generator<undefined, PyType, Value> {
  const bases = checkedBases(parts.bases);
  const best = bestBase(bases);
  const type = new PyType({ name: parts.name, bases, layout: best.layout, metatype: parts.metatype, isHeap: true });
  type.mro = resolutionOrder(type, bases);
  fillNamespace(type, parts.namespace);
  yield* addSlots(thread, type, best);
  addOwnDescriptors(type);
  wrapSpecials(type);
  const cell = type.namespace.remove('__classcell__');
  if (cell instanceof PyCell) cell.content = type;
  type.changed();
  yield* nameDescriptors(thread, type);
  yield* initSubclass(thread, type, parts.keywords);
  return type;
}

function checkedBases(bases: readonly Value[]): PyType[] {
  if (bases.length === 0) return [objectType];
  return bases.map((base) => {
    if (!(base instanceof PyType)) throw raised('TypeError', 'bases must be types');
    if (!base.isHeap && !base.canBeSubclassed)
      throw raised('TypeError', `type '${base.name}' is not an acceptable base type`);
    return base;
  });
}

/** The class in a class's order that last added slots; null if none did. */
function slottedBase(type: PyType): PyType | null {
  return type.mro.find((base) => base.slotNames?.some((name) => name !== '__dict__' && name !== '__weakref__')) ?? null;
}

/** The base whose layout instances must have. */
export function bestBase(bases: readonly PyType[]): PyType {
  const slotted = bases.map(slottedBase).filter((base) => base !== null);
  for (const a of slotted)
    for (const b of slotted)
      if (!a.isSubtypeOf(b) && !b.isSubtypeOf(a))
        throw raised('TypeError', 'multiple bases have instance lay-out conflict');
  let best = bases[0] as PyType;
  for (const base of bases) {
    if (base.layout === best.layout || base.layout === 'object') continue;
    if (best.layout === 'object') best = base;
    else throw raised('TypeError', 'multiple bases have instance lay-out conflict');
  }
  return best;
}

function fillNamespace(type: PyType, namespace: PyDict): void {
  type.namespace.update(namespace);
  const qualified = type.namespace.remove('__qualname__');
  if (typeof qualified === 'string') type.qualifiedName = qualified;
  if (!type.namespace.has('__doc__')) type.namespace.set('__doc__', null);
  if (type.namespace.has('__eq__') && !type.namespace.has('__hash__')) type.namespace.set('__hash__', null);
}

/** `__dict__` and `__weakref__` of the first class in a line that has them; what CPython adds comes last. */
function addOwnDescriptors(type: PyType): void {
  const { namespace } = type;
  if (type.layout === 'type' || type.layout === 'module' || type.layout === 'native') return;
  const hasSlot = (name: string): boolean => type.slotNames === null || type.slotNames.includes(name);
  const access = objectType.namespace.getText('__dict__');
  const isFirst = !type.bases.some((base) => base.hasInstanceDict);
  if (type.hasInstanceDict && isFirst && access instanceof PyGetSet && !namespace.has('__dict__'))
    namespace.set('__dict__', new PyGetSet('__dict__', type, { read: access.read, write: access.write ?? noWrite }));
  const canBeWeak = !unevenLayouts.has(type.layout) && type.layout !== 'set' && type.layout !== 'frozenset';
  const isWeakBefore = type.bases.some((base) => base.lookup('__weakref__') !== undefined);
  if (canBeWeak && !isWeakBefore && hasSlot('__weakref__') && !namespace.has('__weakref__'))
    namespace.set('__weakref__', new PyGetSet('__weakref__', type, { read: noReference }));
  for (const name of ['__doc__', '__hash__'])
    if (namespace.getText(name) === null) {
      namespace.remove(name);
      namespace.set(name, null);
    }
}

function noReference(): Value {
  return null;
}

function noWrite(): void {
  return undefined;
}

/** `__slots__` and whether instances have a `__dict__`. */
function* addSlots(thread: PyThread, type: PyType, best: PyType): Generator<undefined, null, Value> {
  type.slotCount = Math.max(...type.bases.map((base) => base.slotCount), best.slotCount);
  const declared = type.namespace.getText('__slots__');
  if (declared === undefined) {
    type.hasInstanceDict = true;
    return null;
  }
  const given = typeof declared === 'string' ? [declared] : yield* iterateAll(thread, declared);
  if (given.length > 0 && unevenLayouts.has(best.layout))
    throw raised('TypeError', `nonempty __slots__ not supported for subtype of '${(type.bases[0] as PyType).name}'`);
  const names = given.map((name) => mangled(type.name, slotName(name)));
  if (names.includes('__dict__') && type.bases.some((base) => base.hasInstanceDict))
    throw raised('TypeError', '__dict__ slot disallowed: we already got one');
  type.hasInstanceDict = names.includes('__dict__') || type.bases.some((base) => base.hasInstanceDict);
  type.slotNames = names;
  for (const name of names) {
    if (name === '__dict__' || name === '__weakref__') continue;
    if (type.namespace.has(name)) throw raised('ValueError', `'${name}' in __slots__ conflicts with class variable`);
    type.namespace.set(name, new PyMember(name, type, type.slotCount));
    type.slotCount += 1;
  }
  return null;
}

/** Instances of these have no room for slots: their size depends on their value. */
const unevenLayouts: ReadonlySet<string> = new Set(['int', 'tuple', 'bytes']);

function slotName(item: Value): string {
  if (typeof item !== 'string')
    throw raised('TypeError', `__slots__ items must be strings, not '${typeOf(item).title}'`);
  if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(item)) throw raised('TypeError', '__slots__ must be identifiers');
  return item;
}

function mangled(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** `__new__` is a static method, `__init_subclass__` and `__class_getitem__` are class methods, without saying so. */
function wrapSpecials(type: PyType): void {
  const make = type.namespace.getText('__new__');
  if (make instanceof PyFunction) type.namespace.set('__new__', new PyStaticMethod(make));
  for (const name of ['__init_subclass__', '__class_getitem__']) {
    const fn = type.namespace.getText(name);
    if (fn instanceof PyFunction) type.namespace.set(name, new PyClassMethod(fn));
  }
}

/** `__set_name__` of everything in the class body that has one. */
function* nameDescriptors(thread: PyThread, type: PyType): Generator<undefined, null, Value> {
  for (const entry of Array.from(type.namespace.items())) {
    const value = entry.value as Value;
    const setName = loadSpecial(typeOf(value), value, '__set_name__');
    if (setName === undefined) continue;
    try {
      yield* callSteps(thread, setName, [type, entry.key]);
    } catch (error) {
      if (error instanceof PyRaise) {
        const what = `'${typeOf(value).title}' instance ${yield* reprSteps(thread, entry.key)}`;
        addNote(error.exception, `Error calling __set_name__ on ${what} in '${type.name}'`);
      }
      throw error;
    }
  }
  return null;
}

function addNote(exception: PyException, note: string): void {
  const notes = exception.get('__notes__');
  if (notes instanceof PyList) notes.items.push(note);
  else exception.set('__notes__', new PyList([note]));
}

function* initSubclass(
  thread: PyThread,
  type: PyType,
  keywords: ReadonlyMap<string, Value>,
): Generator<undefined, null, Value> {
  const init = superLookup(thread, makeSuper(type, type), '__init_subclass__') as Value;
  yield* callSteps(thread, init, [...keywords.values()], [...keywords.keys()]);
  return null;
}

/** The metaclass that all bases agree on. */
export function metatypeOf(metatype: PyType, bases: readonly Value[]): PyType {
  let winner = metatype;
  for (const base of bases) {
    const candidate = typeOf(base);
    if (winner.isSubtypeOf(candidate)) continue;
    if (!candidate.isSubtypeOf(winner)) {
      throw raised(
        'TypeError',
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
    }
    winner = candidate;
  }
  return winner === undefined ? typeType : winner;
}
