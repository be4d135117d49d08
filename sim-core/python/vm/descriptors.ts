/** What a class attribute does when it is reached through an instance. Models: the descriptor protocol of Objects/typeobject.c and object.c. */
import { typeOf } from '../objects/builtin-types.ts';
import { NativeFunction } from '../objects/native-function.ts';
import { PyClassMethod, PyGetSet, PyMember, PyProperty, PyStaticMethod } from '../objects/py-descriptors.ts';
import { PyFunction } from '../objects/py-function.ts';
import type { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';

/** A descriptor that goes before the instance's own attributes. */
export function isDataDescriptor(value: Value): boolean {
  if (value instanceof PyFunction || value instanceof NativeFunction) return false;
  if (value instanceof PyProperty || value instanceof PyMember || value instanceof PyGetSet) return true;
  if (value instanceof PyStaticMethod || value instanceof PyClassMethod) return false;
  const type = typeOf(value);
  return type.isHeap && (type.lookup('__set__') !== undefined || type.lookup('__delete__') !== undefined);
}

/** True if attributes are looked up as object does it. */
export function hasPlainGetAttribute(type: PyType): boolean {
  return !type.interceptsAttributes && !(type.isHeap && type.lookup('__getattribute__') instanceof PyFunction);
}

/** True if attributes are set as object does it. */
export function hasPlainSetAttribute(type: PyType): boolean {
  return !type.interceptsAttributes && !(type.isHeap && type.lookup('__setattr__') instanceof PyFunction);
}
