/** What an attribute site remembers: valid for one shape (so one class) in one version of the class, or one module. */
import { typeOf } from '../objects/builtin-types.ts';
import { NativeMethod } from '../objects/native-function.ts';
import { PyMember, PySuper } from '../objects/py-descriptors.ts';
import type { DictEntry, PyDict } from '../objects/py-dict.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyType } from '../objects/py-type.ts';
import type { Shape } from '../objects/shape.ts';
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
} as const;

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

  constructor(kind: number) {
    this.kind = kind;
  }
}

/** What can be remembered of reading `owner.name`; null if nothing can. */
export function cacheAttribute(owner: Value, name: string): AttributeCache | null {
  if (owner instanceof PyInstance) return cacheOfInstance(owner, name);
  if (owner instanceof PyModule) return cacheOfModule(owner, name);
  if (owner instanceof PyType || owner instanceof PySuper) return null;
  const type = typeOf(owner);
  if (type.isHeap || type.hasInstanceDict) return null;
  const found = type.lookup(name);
  if (!(found instanceof NativeMethod)) return null;
  const cache = new AttributeCache(attributeCacheKinds.nativeMethod);
  cache.tag = type.versionTag;
  cache.value = found;
  return cache;
}

function cacheOfInstance(owner: PyInstance, name: string): AttributeCache | null {
  const shape = owner.shape;
  if (shape === null || !hasPlainGetAttribute(owner.type)) return null;
  const found = owner.type.lookup(name);
  const index = shape.indices.get(name);
  if (index !== undefined && (found === undefined || !isDataDescriptor(found))) {
    const cache = new AttributeCache(attributeCacheKinds.slot);
    cache.shape = shape;
    cache.tag = owner.type.versionTag;
    cache.index = index;
    return cache;
  }
  if (index !== undefined || !(found instanceof PyFunction)) return null;
  const cache = new AttributeCache(attributeCacheKinds.method);
  cache.shape = shape;
  cache.tag = owner.type.versionTag;
  cache.value = found;
  return cache;
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
  if (!(owner instanceof PyInstance) || owner.shape === null || !owner.type.hasInstanceDict) return null;
  if (!hasPlainSetAttribute(owner.type)) return null;
  const found = owner.type.lookup(name);
  if (found !== undefined && (isDataDescriptor(found) || found instanceof PyMember)) return null;
  const cache = new AttributeCache(attributeCacheKinds.slot);
  cache.shape = owner.shape;
  cache.tag = owner.type.versionTag;
  const index = owner.shape.indices.get(name);
  if (index === undefined) cache.successor = owner.shape.with(name);
  else cache.index = index;
  return cache;
}
