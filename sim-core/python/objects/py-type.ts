/**
 * Types: what `type` is in CPython (Objects/typeobject.c). Built-in types are made once and never change; classes belong to a run.
 */
import { PyDict } from './py-dict.ts';
import type { PyFunction } from './py-function.ts';
import { Shape } from './shape.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

/** How instances are held in JavaScript; a class inherits it from its base. */
export type Layout =
  | 'object'
  | 'int'
  | 'float'
  | 'complex'
  | 'str'
  | 'bytes'
  | 'bytearray'
  | 'tuple'
  | 'list'
  | 'dict'
  | 'set'
  | 'frozenset'
  | 'exception'
  | 'type'
  | 'module'
  | 'native';

export interface TypeIdentity {
  readonly name: string;
  readonly qualifiedName?: string;
  readonly moduleName?: string;
  readonly bases: readonly PyType[];
  readonly layout?: Layout;
  readonly metatype?: PyType;
  readonly isHeap?: boolean;
  readonly hasInstanceDict?: boolean;
  readonly canBeSubclassed?: boolean;
}

/** How instances are made, as long as class and metaclass have these versions. */
export interface Construction {
  readonly tag: object;
  readonly metaTag: object;
  /** A Python `__init__`, where `__new__` is object's; else null. */
  readonly init: PyFunction | null;
  /** It has `__del__`. */
  readonly isMortal: boolean;
}

export class PyType extends PyObject {
  override type: PyType;
  name: string;
  qualifiedName: string;
  bases: readonly PyType[];
  /** Method resolution order, this type first. */
  mro: readonly PyType[];
  namespace: PyDict;
  readonly layout: Layout;
  /** Made by a class statement or `type()`: belongs to the run and may change. */
  readonly isHeap: boolean;
  hasInstanceDict: boolean;
  readonly canBeSubclassed: boolean;
  /** Names of __slots__ this class adds; null if it has none. */
  slotNames: readonly string[] | null = null;
  /** How many slots (__slots__) its instances have in all. */
  slotCount = 0;
  /** How many attributes instances have come to have: room is made for so many at once. */
  usualSlots = 0;
  /** What the last call of the class found out. */
  construction: Construction | null = null;
  subclasses: PyType[] = [];
  rootShape = new Shape([]);
  /** A new object whenever a lookup in this type may give something else: inline caches compare it. */
  versionTag: object = {};
  lookupCache = new Map<string, Value | undefined>();
  /** A native __getattribute__ and __setattr__ of its own stand before every access (threading.local). */
  interceptsAttributes = false;
  /** __abstractmethods__ is not empty. */
  isAbstract = false;

  constructor(identity: TypeIdentity) {
    super();
    this.name = identity.name;
    this.qualifiedName = identity.qualifiedName ?? identity.name;
    this.bases = identity.bases;
    const first = identity.bases[0];
    this.type = identity.metatype ?? first?.type ?? this;
    this.layout = identity.layout ?? first?.layout ?? 'object';
    this.isHeap = identity.isHeap ?? false;
    this.hasInstanceDict = identity.hasInstanceDict ?? first?.hasInstanceDict ?? false;
    this.canBeSubclassed = identity.canBeSubclassed ?? true;
    this.slotCount = first?.slotCount ?? 0;
    this.interceptsAttributes = identity.bases.some((base) => base.interceptsAttributes);
    this.namespace = new PyDict();
    this.mro = [this, ...(first === undefined ? [] : linearize(identity.bases))];
    if (identity.moduleName !== undefined) this.namespace.set('__module__', identity.moduleName);
    if (this.isHeap) for (const base of identity.bases) if (base.isHeap) base.subclasses.push(this);
  }

  /** As C calls it in messages (tp_name): types of C's modules with the module. */
  get title(): string {
    if (this.isHeap) return this.name;
    const module = this.namespace.getText('__module__');
    return typeof module === 'string' && module !== 'builtins' ? `${module}.${this.name}` : this.name;
  }

  /** The attribute found along the method resolution order; undefined if there is none. */
  lookup(name: string): Value | undefined {
    const cached = this.lookupCache.get(name);
    if (cached !== undefined) return cached;
    if (this.lookupCache.has(name)) return undefined;
    let found: Value | undefined;
    for (const type of this.mro) {
      found = type.namespace.getText(name);
      if (found !== undefined) break;
    }
    this.lookupCache.set(name, found);
    return found;
  }

  isSubtypeOf(other: PyType): boolean {
    return this === other || this.mro.includes(other);
  }

  /** Must be called after every change of the namespace or the bases. */
  changed(): void {
    this.versionTag = {};
    this.lookupCache = new Map();
    for (const subclass of this.subclasses) subclass.changed();
  }

  setAttribute(name: string, value: Value): void {
    this.namespace.set(name, value);
    this.changed();
  }
}

/** For a single base, or bases that are plain: what C3 gives. General merging is in `method-resolution.ts`. */
function linearize(bases: readonly PyType[]): PyType[] {
  const order: PyType[] = [];
  for (const base of bases) for (const type of base.mro) if (!order.includes(type)) order.push(type);
  return order;
}
