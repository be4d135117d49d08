/**
 * How a key is found in a dict or set: by a normal form that a JavaScript Map compares as Python's == would, or by structure.
 * Models: the hash/eq contract of Objects/dictobject.c for built-in types.
 */
import { PyBytes } from './py-bytes.ts';
import { PyFloat } from './py-float.ts';
import { PyFrozenSet } from './py-set.ts';
import { PyTuple } from './py-tuple.ts';
import { PyIntInstance, PyStrInstance, PyFloatInstance } from './value-instances.ts';
import { PyComplex } from './py-complex.ts';
import { PySlice } from './py-slice.ts';
import { PyRange } from './py-range.ts';
import type { Value } from './value.ts';

/** Marks keys that have no normal form: compare them with `structurallyEqual` within the bucket of their hash. */
export const structural: unique symbol = Symbol('structural');

/** The normal form under which a JavaScript Map finds the key, or `structural`. */
export function dictKeyOf(key: Value): unknown {
  switch (typeof key) {
    case 'string':
    case 'number':
    case 'bigint':
      return key;
    case 'boolean':
      return key ? 1 : 0;
    default:
      return key === null ? null : keyOfObject(key);
  }
}

function keyOfObject(key: object): unknown {
  if (key instanceof PyTuple || key instanceof PyBytes || key instanceof PyFrozenSet) return structural;
  if (key instanceof PyFloat) return keyOfFloat(key.value);
  if (key instanceof PyIntInstance || key instanceof PyStrInstance) return key.value;
  if (key instanceof PyFloatInstance) return keyOfFloat(key.value);
  if (key instanceof PyComplex) return key.imag === 0 ? keyOfFloat(key.real) : structural;
  if (key instanceof PySlice || key instanceof PyRange) return structural;
  return key;
}

/** Integral floats share the int's key; -0.0 is 0; other floats are numbers no int can be. */
function keyOfFloat(value: number): unknown {
  if (value === 0) return 0;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return BigInt(value);
  return value;
}

/** A 31-bit hash of a key compared by structure; equal keys have equal hashes. */
export function structuralHash(key: Value): number {
  if (key instanceof PyTuple) return combine(1, key.items);
  if (key instanceof PyFrozenSet)
    return key.dict.keys().reduce((sum: number, item) => (sum + atomHash(item)) & 0x3fffffff, 3) + 1;
  if (key instanceof PyBytes) return combine(2, [...key.bytes]);
  if (key instanceof PyComplex) return combine(5, [key.real, key.imag]);
  if (key instanceof PySlice) return combine(6, [key.start, key.stop, key.step]);
  if (key instanceof PyRange) return combine(7, [key.start, key.step]);
  return atomHash(key);
}

function combine(start: number, items: readonly Value[]): number {
  let hash = start;
  for (const item of items) hash = (Math.imul(hash, 31) + atomHash(item)) & 0x3fffffff;
  return hash + 1;
}

function atomHash(value: Value): number {
  const normal = dictKeyOf(value);
  if (normal === structural) return structuralHash(value);
  switch (typeof normal) {
    case 'string':
      return textHash(normal);
    case 'number':
      return Number.isInteger(normal) ? normal & 0x3fffffff : (normal * 1_000_003) & 0x3fffffff;
    case 'bigint':
      return Number(normal & 0x3fffffffn);
    default:
      return 7;
  }
}

function textHash(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash & 0x3fffffff;
}

/** Equality of keys of one bucket, where no Python code is needed. */
export function structurallyEqual(left: Value, right: Value): boolean {
  if (left === right) return true;
  const a = dictKeyOf(left);
  const b = dictKeyOf(right);
  if (a !== structural || b !== structural) return a === b;
  if (left instanceof PyTuple && right instanceof PyTuple) return sameItems(left.items, right.items);
  if (left instanceof PyBytes && right instanceof PyBytes) return sameItems([...left.bytes], [...right.bytes]);
  if (left instanceof PyFrozenSet && right instanceof PyFrozenSet) {
    return left.dict.size === right.dict.size && left.dict.keys().every((item) => right.dict.has(item));
  }
  if (left instanceof PyComplex && right instanceof PyComplex)
    return left.real === right.real && left.imag === right.imag;
  if (left instanceof PySlice && right instanceof PySlice)
    return sameItems([left.start, left.stop, left.step], [right.start, right.stop, right.step]);
  return (
    left instanceof PyRange &&
    right instanceof PyRange &&
    left.length === right.length &&
    left.start === right.start &&
    left.step === right.step
  );
}

function sameItems(left: readonly Value[], right: readonly Value[]): boolean {
  return left.length === right.length && left.every((item, i) => structurallyEqual(item, right[i] as Value));
}
