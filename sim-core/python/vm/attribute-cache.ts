/** What an attribute site remembers: valid for one shape (so one class) in one version of the class, or one module. */
import { typeOf } from '../objects/builtin-types.ts';
import { NativeMethod } from '../objects/native-function.ts';
import { PyClassMethod, PyGetSet, PyMember, PyProperty, PyStaticMethod, PySuper } from '../objects/py-descriptors.ts';
import type { DictEntry, PyDict } from '../objects/py-dict.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyType } from '../objects/py-type.ts';
import { Shape } from '../objects/shape.ts';
import type { Value } from '../objects/value.ts';
import { hasPlainGetAttribute, hasPlainSetAttribute, isDataDescriptor } from './descriptors.ts';

export const attributeCacheKinds = {
  /** In the instance's slot `index`. */
  slot: 0,
  /** A Python function of the class, not hidden by the instance. */
  method: 1,
  /** A native method of a built-in type whose instances have no attributes. */
  nativeMethod: 2,
  /** A module's variable. */
  module: 3,
  /** A name of __slots__: the instance's member `index`. */
  member: 4,
  /** A computed attribute of a built-in type. */
  computed: 5,
  /** A class's attribute that is the same when it is reached through an instance, which does not hide it. */
  classValue: 6,
  /** The same, reached through the class itself. */
  typeValue: 7,
  /** property(): its getter. */
  property: 8,
  /** classmethod(), called through the class: the function. */
  classMethod: 9,
} as const;

/** No instance has it. */
const noShape = new Shape([]);

export class AttributeCache {
  readonly kind: number;
  shape: Shape | null = null;
  tag: object | null = null;
  index = 0;
  value: Value | undefined = undefined;
  dict: PyDict | null = null;
  entry: DictEntry | undefined = undefined;
  /** For stores that add the attribute: the shape afterwards. */
  successor: Shape | null = null;
  /** Of the metaclass, or of the class of a value that might be a descriptor. */
  secondTag: object | null = null;

  constructor(kind: number) {
    this.kind = kind;
  }
}

/** What `cacheAttribute` remembers, in its parts. */
function remember(kind: number, parts: Partial<AttributeCache> & { readonly tag: object }): AttributeCache {
  return Object.assign(new AttributeCache(kind), parts);
}

/** What can be remembered of reading `owner.name`; null if nothing can. */
export function cacheAttribute(owner: Value, name: string): AttributeCache | null {
  if (owner instanceof PyInstance) return cacheOfInstance(owner, name);
  if (owner instanceof PyModule) return cacheOfModule(owner, name);
  if (owner instanceof PyType) return cacheOfType(owner, name);
  if (owner instanceof PySuper) return null;
  const type = typeOf(owner);
  if (type.isHeap || type.hasInstanceDict || type.interceptsAttributes) return null;
  const found = type.lookup(name);
  const tag = type.versionTag;
  if (found instanceof NativeMethod) return remember(attributeCacheKinds.nativeMethod, { tag, value: found });
  return found instanceof PyGetSet ? remember(attributeCacheKinds.computed, { tag, value: found }) : null;
}

function cacheOfInstance(owner: PyInstance, name: string): AttributeCache | null {
  const { shape, type } = owner;
  if (!hasPlainGetAttribute(type)) return null;
  const found = type.lookup(name);
  const tag = type.versionTag;
  if (found instanceof PyMember) return remember(attributeCacheKinds.member, { tag, index: found.index });
  if (found instanceof PyProperty && found.getter !== null)
    return remember(attributeCacheKinds.property, { tag, value: found.getter });
  if (shape === null) return null;
  const index = shape.indices.get(name);
  if (index !== undefined && (found === undefined || !isDataDescriptor(found)))
    return remember(attributeCacheKinds.slot, { tag, shape, index });
  if (index !== undefined || found === undefined) return null;
  if (found instanceof PyFunction || found instanceof NativeMethod)
    return remember(attributeCacheKinds.method, { tag, shape, value: found });
  const value = unbound(found);
  return value === undefined ? null : remember(attributeCacheKinds.classValue, { tag, shape, value });
}

/** What an attribute found in a class is in itself, if it is not bound to anything. */
function unbound(found: Value): Value | undefined {
  if (found instanceof PyStaticMethod) return found.callable;
  return isPlainValue(found) ? found : undefined;
}

/** No descriptor, and never one. */
function isPlainValue(value: Value): boolean {
  if (value === null || typeof value !== 'object') return true;
  const isDescriptor =
    value instanceof PyFunction ||
    value instanceof NativeMethod ||
    value instanceof PyClassMethod ||
    value instanceof PyStaticMethod ||
    value instanceof PyInstance ||
    isDataDescriptor(value);
  return !isDescriptor && isPlainType(value.type);
}

function isPlainType(type: PyType): boolean {
  return !type.isHeap && type.lookup('__get__') === undefined;
}

function cacheOfType(owner: PyType, name: string): AttributeCache | null {
  const meta = owner.type;
  if (!hasPlainGetAttribute(meta)) return null;
  const metaFound = meta.lookup(name);
  const found = owner.lookup(name);
  if (found === undefined || (metaFound !== undefined && isDataDescriptor(metaFound))) return null;
  const tags = { tag: owner.versionTag, secondTag: meta.versionTag };
  if (found instanceof PyClassMethod)
    return remember(attributeCacheKinds.classMethod, { ...tags, value: found.callable });
  const value = found instanceof PyFunction || found instanceof NativeMethod ? found : unbound(found);
  return value === undefined ? null : remember(attributeCacheKinds.typeValue, { ...tags, value });
}

function cacheOfModule(owner: PyModule, name: string): AttributeCache | null {
  const entry = owner.dict.entryOfText(name);
  if (entry === undefined) return null;
  const cache = new AttributeCache(attributeCacheKinds.module);
  cache.dict = owner.dict;
  cache.entry = entry;
  return cache;
}

/** What can be remembered of writing `owner.name`; null if nothing can. */
export function cacheStore(owner: Value, name: string): AttributeCache | null {
  if (!(owner instanceof PyInstance) || !hasPlainSetAttribute(owner.type)) return null;
  const { shape, type } = owner;
  const found = type.lookup(name);
  const tag = type.versionTag;
  if (found instanceof PyMember)
    return remember(attributeCacheKinds.member, { tag, shape: noShape, index: found.index });
  if (shape === null || !type.hasInstanceDict || (found !== undefined && isDataDescriptor(found))) return null;
  const index = shape.indices.get(name);
  if (index !== undefined) return remember(attributeCacheKinds.slot, { tag, shape, index });
  const added = shape.names.length;
  type.usualSlots = Math.max(type.usualSlots, added + 1);
  return remember(attributeCacheKinds.slot, { tag, shape, index: added, successor: shape.with(name) });
}
