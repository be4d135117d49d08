/** bytearray: what changes it. Models: Objects/bytearrayobject.c. */
import { bytearrayType } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyByteArray } from '../../objects/py-bytes.ts';
import { PySlice } from '../../objects/py-slice.ts';
import type { Value } from '../../objects/value.ts';
import { clampInt, sliceIndices } from '../../values/slice-indices.ts';
import { boundsOf, storeItemQuickly } from '../../vm/items.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { between, constructorSteps, exactly, method, methodSteps, named, anyNumber } from '../define.ts';
import { classArgument } from './argument-count.ts';
import { bytesFrom, bytesLike, bytesOfItems } from './bytes-argument.ts';
import { indexSteps, intArgument, sizeArgument } from './int-argument.ts';
import { makeUnhashable } from './operator-methods.ts';

const self = (value: Value | undefined): PyByteArray => value as PyByteArray;

constructorSteps(bytearrayType, anyNumber(true), function* make(_thread, args): NativeSteps {
  yield* [];
  const made = new PyByteArray(new Uint8Array());
  made.type = classArgument(args, bytearrayType);
  return made;
});
methodSteps(bytearrayType, '__init__', named(0, 'source', 'encoding', 'errors'), function* initialize(thread, args) {
  self(args[0]).buffer = yield* bytesFrom(thread, 'bytearray', { source: args[1], encoding: args[2], errors: args[3] });
  return null;
});
makeUnhashable(bytearrayType);

function replaceBetween(array: PyByteArray, [start, end]: readonly [number, number], bytes: ArrayLike<number>): void {
  const old = array.buffer;
  const next = new Uint8Array(old.length - (end - start) + bytes.length);
  next.set(old.subarray(0, start));
  next.set(bytes, start);
  next.set(old.subarray(end), start + bytes.length);
  array.buffer = next;
}

function byteArgument(value: Value | undefined): number {
  const byte = intArgument(value);
  if (byte < 0 || byte > 255) throw raised('ValueError', 'byte must be in range(0, 256)');
  return Number(byte);
}

function positionOf(array: PyByteArray, index: number, complaint: string): number {
  const at = index < 0 ? index + array.buffer.length : index;
  if (at < 0 || at >= array.buffer.length) throw raised('IndexError', complaint);
  return at;
}

function* bytesOfAny(thread: PyThread, value: Value): Generator<undefined, Uint8Array, Value> {
  const like = bytesLike(value);
  if (like !== null) return Uint8Array.from(like);
  return yield* bytesOfItems(thread, value, {
    typeName: 'bytearray',
    complaint: (type) => `can't extend bytearray with ${type}`,
  });
}

method(bytearrayType, 'append', exactly(1), (_thread, args) => {
  const array = self(args[0]);
  replaceBetween(array, [array.buffer.length, array.buffer.length], [byteArgument(args[1])]);
  return null;
});
methodSteps(bytearrayType, 'extend', exactly(1), function* extend(thread, args) {
  const bytes = yield* bytesOfAny(thread, args[1] as Value);
  const array = self(args[0]);
  replaceBetween(array, [array.buffer.length, array.buffer.length], bytes);
  return null;
});
method(bytearrayType, 'insert', exactly(2), (_thread, args) => {
  const array = self(args[0]);
  const index = clampInt(intArgument(args[1]));
  const at = Math.min(array.buffer.length, index < 0 ? Math.max(0, index + array.buffer.length) : index);
  replaceBetween(array, [at, at], [byteArgument(args[2])]);
  return null;
});
method(bytearrayType, 'pop', between(0, 1), (_thread, args) => {
  const array = self(args[0]);
  if (array.buffer.length === 0) throw raised('IndexError', 'pop from empty bytearray');
  const at = positionOf(array, args[1] === undefined ? -1 : clampInt(intArgument(args[1])), 'pop index out of range');
  const byte = array.buffer[at] as number;
  replaceBetween(array, [at, at + 1], []);
  return byte;
});
method(bytearrayType, 'remove', exactly(1), (_thread, args) => {
  const array = self(args[0]);
  const at = array.buffer.indexOf(byteArgument(args[1]));
  if (at < 0) throw raised('ValueError', 'value not found in bytearray');
  replaceBetween(array, [at, at + 1], []);
  return null;
});
method(bytearrayType, 'clear', exactly(0), (_thread, args) => {
  self(args[0]).buffer = new Uint8Array();
  return null;
});
method(bytearrayType, 'copy', exactly(0), (_thread, args) => new PyByteArray(Uint8Array.from(self(args[0]).buffer)));
method(bytearrayType, 'reverse', exactly(0), (_thread, args) => {
  self(args[0]).buffer.reverse();
  return null;
});
methodSteps(bytearrayType, '__setitem__', exactly(2), function* setItem(thread, args) {
  const [array, key, value] = [self(args[0]), args[1] as Value, args[2] as Value];
  if (!(key instanceof PySlice)) {
    const index = yield* indexSteps(thread, key);
    const at = positionOf(array, clampInt(index), 'bytearray index out of range');
    if (!storeItemQuickly(new PyByteArray(array.buffer), at, byteArgument(value)))
      array.buffer[at] = byteArgument(value);
    return null;
  }
  const bytes = yield* bytesOfAny(thread, value);
  const { start, stop, step, count } = sliceIndices(boundsOf(key), array.buffer.length);
  if (step === 1) replaceBetween(array, [start, Math.max(start, stop)], bytes);
  else if (bytes.length !== count)
    throw raised('ValueError', `attempt to assign bytes of size ${bytes.length} to extended slice of size ${count}`);
  else for (let i = 0; i < count; i += 1) array.buffer[start + i * step] = bytes[i] as number;
  return null;
});
method(bytearrayType, '__delitem__', exactly(1), (_thread, args) => {
  const array = self(args[0]);
  if (args[1] instanceof PySlice) {
    const { start, step, count } = sliceIndices(boundsOf(args[1]), array.buffer.length);
    const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step));
    array.buffer = array.buffer.filter((_, i) => !gone.has(i));
  } else {
    const at = positionOf(array, sizeArgument(args[1]), 'bytearray index out of range');
    replaceBetween(array, [at, at + 1], []);
  }
  return null;
});
methodSteps(bytearrayType, '__iadd__', exactly(1), function* inPlaceAdd(thread, args) {
  const array = self(args[0]);
  replaceBetween(array, [array.buffer.length, array.buffer.length], yield* bytesOfAny(thread, args[1] as Value));
  return array;
});
