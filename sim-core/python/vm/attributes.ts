/**
 * Reading, writing and deleting attributes. Models: PyObject_GenericGetAttr (Objects/object.c), type_getattro (typeobject.c), module_getattro.
 * Each function answers at once, or gives undefined (false) after it has pushed a frame that will.
 */
import { typeOf } from '../objects/builtin-types.ts';
import { NativeFunction, NativeMethod } from '../objects/native-function.ts';
import { PyClassMethod, PyGetSet, PyMember, PyProperty, PyStaticMethod, PySuper } from '../objects/py-descriptors.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyMethod } from '../objects/py-method.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyType } from '../objects/py-type.ts';
import type { AttributeBag, Value } from '../objects/value.ts';
import { hasPlainGetAttribute, hasPlainSetAttribute, isDataDescriptor } from './descriptors.ts';
import { returnModes } from './frame.ts';
import { attributeError, missingModuleAttribute, readOnlyAttribute } from './attribute-errors.ts';
import { invoke, invokeWithMode } from './invoke.ts';
import { pushSteps } from './native-steps.ts';
import type { PyThread } from './py-thread.ts';
import { raised, PyRaise } from './raise.ts';
import { superLookup } from './super-attribute.ts';

/** Where the object keeps attributes of its own; null if it cannot have any yet. */
export function bagOf(owner: Value): AttributeBag | null {
  if (owner instanceof PyInstance) return owner;
  if (owner === null || typeof owner !== 'object') return null;
  return (owner as { attributes?: AttributeBag | null }).attributes ?? null;
}

/** The bag, made if the object's class allows attributes. */
export function ensureBag(owner: Value): AttributeBag | null {
  const bag = bagOf(owner);
  if (bag !== null) return bag;
  if (owner === null || typeof owner !== 'object' || !('attributes' in owner)) return null;
  if (!owner.type.hasInstanceDict && !(owner instanceof PyFunction)) return null;
  const made = new PyInstance(owner.type);
  (owner as { attributes: AttributeBag | null }).attributes = made;
  return made;
}

export function loadAttribute(thread: PyThread, owner: Value, name: string): Value | undefined {
  const type = typeOf(owner);
  if (!hasPlainGetAttribute(type)) return loadThroughGetAttribute(thread, owner, name);
  const found = lookupAttribute(thread, owner, name);
  if (found !== undefined) return found === pendingLookup ? undefined : found;
  return attributeMissing(thread, owner, name);
}

/** A marker of `lookupAttribute`: a frame has been pushed that will give the value. */
export const pendingLookup = new PyInstance(new PyType({ name: 'pending', bases: [] }));

/** The attribute; undefined if there is none; `pendingLookup` if a frame has been pushed. */
export function lookupAttribute(thread: PyThread, owner: Value, name: string): Value | undefined {
  if (owner instanceof PyType) return lookupOfType(thread, owner, name);
  if (owner instanceof PySuper) return superLookup(thread, owner, name);
  const type = typeOf(owner);
  const found = type.lookup(name);
  if (found !== undefined && isDataDescriptor(found)) return bind(thread, found, owner, type);
  if (owner instanceof PyModule) {
    const value = owner.dict.getText(name);
    if (value !== undefined) return value;
  } else {
    const value = bagOf(owner)?.get(name);
    if (value !== undefined) return value;
  }
  return found === undefined ? undefined : bind(thread, found, owner, type);
}

function lookupOfType(thread: PyThread, owner: PyType, name: string): Value | undefined {
  const meta = owner.type;
  const metaFound = meta.lookup(name);
  if (metaFound !== undefined && isDataDescriptor(metaFound)) return bind(thread, metaFound, owner, meta);
  const found = owner.lookup(name);
  if (found !== undefined) return bind(thread, found, null, owner, true);
  return metaFound === undefined ? undefined : bind(thread, metaFound, owner, meta);
}

/** Applies the descriptor protocol to a class attribute. */
export function bind(
  thread: PyThread,
  found: Value,
  owner: Value,
  type: PyType,
  isClassAccess = false,
): Value | undefined {
  if (found instanceof PyFunction) return isClassAccess ? found : new PyMethod(found, owner);
  if (found instanceof NativeMethod) return isClassAccess ? found : new PyMethod(found, owner);
  if (found instanceof NativeFunction) return found;
  if (found instanceof PyStaticMethod) return found.callable;
  if (found instanceof PyClassMethod) return new PyMethod(found.callable, isClassAccess ? type : typeOf(owner));
  if (found instanceof PyProperty) return isClassAccess ? found : readProperty(thread, found, owner);
  if (found instanceof PyMember) return isClassAccess ? found : readMember(found, owner);
  if (found instanceof PyGetSet) return isClassAccess ? found : found.read(owner);
  const get = found instanceof PyInstance || typeOf(found).isHeap ? typeOf(found).lookup('__get__') : undefined;
  if (get === undefined) return found;
  return pendingOr(invoke(thread, get, [found, isClassAccess ? null : owner, type], null));
}

function pendingOr(value: Value | undefined): Value {
  return value === undefined ? pendingLookup : value;
}

function readProperty(thread: PyThread, property: PyProperty, owner: Value): Value {
  if (property.getter === null) {
    throw raised(
      'AttributeError',
      `property${property.name === null ? '' : ` '${property.name}'`} of '${typeOf(owner).qualifiedName}' object has no getter`,
    );
  }
  return pendingOr(invoke(thread, property.getter, [owner], null));
}

function readMember(member: PyMember, owner: Value): Value | undefined {
  const value = owner instanceof PyInstance ? owner.members?.[member.index] : undefined;
  if (value === undefined) throw attributeError(owner, member.name);
  return value;
}

function attributeMissing(thread: PyThread, owner: Value, name: string): Value | undefined {
  const type = typeOf(owner);
  const fallback = type.lookup('__getattr__');
  if (fallback !== undefined) return invoke(thread, fallback, [owner, name], null);
  if (owner instanceof PyModule) {
    const moduleFallback = owner.dict.getText('__getattr__');
    if (moduleFallback !== undefined) return invoke(thread, moduleFallback, [name], null);
    throw missingModuleAttribute(owner, name);
  }
  throw attributeError(owner, name);
}

/** A __getattribute__ written in Python, then __getattr__ if that raises AttributeError. */
function loadThroughGetAttribute(thread: PyThread, owner: Value, name: string): Value | undefined {
  return pushSteps(thread, '__getattribute__', getAttributeSteps(thread, owner, name));
}

function* getAttributeSteps(thread: PyThread, owner: Value, name: string): Generator<undefined, Value, Value> {
  const type = typeOf(owner);
  try {
    const value = invoke(thread, type.lookup('__getattribute__') as Value, [owner, name], null);
    return value === undefined ? yield : value;
  } catch (error) {
    const fallback = type.lookup('__getattr__');
    if (!(error instanceof PyRaise) || error.exception.type.name !== 'AttributeError' || fallback === undefined)
      throw error;
    const value = invoke(thread, fallback, [owner, name], null);
    return value === undefined ? yield : value;
  }
}

/** A special method, looked up on the type alone and bound to `self`; undefined if there is none. */
export function loadSpecial(type: PyType, self: Value, name: string): Value | undefined {
  const found = type.lookup(name);
  if (found === undefined || found === null) return undefined;
  if (found instanceof PyFunction || found instanceof NativeMethod) return new PyMethod(found, self);
  if (found instanceof PyStaticMethod) return found.callable;
  if (found instanceof PyClassMethod) return new PyMethod(found.callable, type);
  return found;
}

/** Writes an attribute. False: a frame was pushed that does it. */
export function storeAttribute(thread: PyThread, owner: Value, name: string, value: Value): boolean {
  const type = typeOf(owner);
  if (!hasPlainSetAttribute(type)) {
    return invokeWithMode(thread, type.lookup('__setattr__') as Value, [owner, name, value], returnModes.discard);
  }
  return storePlain(thread, owner, name, value);
}

/** object.__setattr__ */
export function storePlain(thread: PyThread, owner: Value, name: string, value: Value): boolean {
  const type = typeOf(owner);
  const found = type.lookup(name);
  if (found !== undefined && isDataDescriptor(found)) return storeThrough(thread, found, owner, value);
  if (owner instanceof PyType) {
    if (!owner.isHeap) throw raised('TypeError', `cannot set '${name}' attribute of immutable type '${owner.name}'`);
    owner.setAttribute(name, value);
    return true;
  }
  if (owner instanceof PyModule) {
    owner.dict.set(name, value);
    return true;
  }
  const bag = type.hasInstanceDict || owner instanceof PyFunction ? ensureBag(owner) : null;
  if (bag === null) throw found === undefined ? attributeError(owner, name, true) : readOnlyAttribute(owner, name);
  bag.set(name, value);
  return true;
}

function storeThrough(thread: PyThread, descriptor: Value, owner: Value, value: Value): boolean {
  if (descriptor instanceof PyProperty) {
    if (descriptor.isTupleField) throw raised('AttributeError', "can't set attribute");
    if (descriptor.setter === null) {
      throw raised(
        'AttributeError',
        `property${descriptor.name === null ? '' : ` '${descriptor.name}'`} of '${typeOf(owner).qualifiedName}' object has no setter`,
      );
    }
    return invokeWithMode(thread, descriptor.setter, [owner, value], returnModes.discard);
  }
  if (descriptor instanceof PyMember) {
    const instance = owner as PyInstance;
    instance.members ??= [];
    instance.members[descriptor.index] = value;
    return true;
  }
  if (descriptor instanceof PyGetSet) {
    if (descriptor.write === null) throw readOnlyAttribute(owner, descriptor.name);
    descriptor.write(owner, value);
    return true;
  }
  const set = typeOf(descriptor).lookup('__set__');
  if (set === undefined) throw raised('AttributeError', '__set__');
  return invokeWithMode(thread, set, [descriptor, owner, value], returnModes.discard);
}

/** Deletes an attribute. False: a frame was pushed that does it. */
export function deleteAttribute(thread: PyThread, owner: Value, name: string): boolean {
  const type = typeOf(owner);
  const custom = type.isHeap || type.interceptsAttributes ? type.lookup('__delattr__') : undefined;
  if (custom !== undefined && (custom instanceof PyFunction || type.interceptsAttributes))
    return invokeWithMode(thread, custom, [owner, name], returnModes.discard);
  return deletePlain(thread, owner, name);
}

/** object.__delattr__ */
export function deletePlain(thread: PyThread, owner: Value, name: string): boolean {
  const found = typeOf(owner).lookup(name);
  if (found instanceof PyProperty) {
    if (found.isTupleField) throw raised('AttributeError', "can't delete attribute");
    if (found.deleter === null)
      throw raised(
        'AttributeError',
        `property${found.name === null ? '' : ` '${found.name}'`} of '${typeOf(owner).qualifiedName}' object has no deleter`,
      );
    return invokeWithMode(thread, found.deleter, [owner], returnModes.discard);
  }
  if (found instanceof PyMember && owner instanceof PyInstance) {
    if (owner.members?.[found.index] === undefined) throw raised('AttributeError', name);
    owner.members[found.index] = undefined;
    return true;
  }
  if (found instanceof PyGetSet && found.write !== null) {
    found.write(owner, undefined);
    return true;
  }
  const custom = found !== undefined && typeOf(found).isHeap ? typeOf(found).lookup('__delete__') : undefined;
  if (custom === undefined && found !== undefined && isDataDescriptor(found) && typeOf(found).isHeap)
    throw raised('AttributeError', '__delete__');
  if (custom !== undefined) return invokeWithMode(thread, custom, [found as Value, owner], returnModes.discard);
  if (!removeOwn(owner, name)) throw attributeError(owner, name, true);
  return true;
}

function removeOwn(owner: Value, name: string): boolean {
  if (owner instanceof PyModule) return owner.dict.remove(name) !== undefined;
  if (owner instanceof PyType) {
    if (!owner.isHeap) throw raised('TypeError', `cannot set '${name}' attribute of immutable type '${owner.name}'`);
    if (owner.namespace.remove(name) === undefined) return false;
    owner.changed();
    return true;
  }
  return bagOf(owner)?.remove(name) ?? false;
}
