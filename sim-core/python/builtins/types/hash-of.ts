/** hash() as a program sees it. Models: Python/pyhash.c, tuplehash in Objects/tupleobject.c, frozenset_hash in Objects/setobject.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyBytes } from '../../objects/py-bytes.ts';
import { PyComplex } from '../../objects/py-complex.ts';
import { PyFrozenSet } from '../../objects/py-set.ts';
import { PyRange } from '../../objects/py-range.ts';
import { PySlice } from '../../objects/py-slice.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyFloatInstance, PyIntInstance, PyStrInstance } from '../../objects/value-instances.ts';
import type { PyObject, Value } from '../../objects/value.ts';
import { hashInt } from '../../values/int/number-hash.ts';
import { normalInt } from '../../values/int/int.ts';
import type { Int } from '../../values/int/int.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { callSteps } from '../../vm/invoke.ts';
import { unhashable } from '../../vm/dict-access.ts';
import { hashValue } from '../../vm/hash.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { intOf } from './int-argument.ts';

/** For generator bodies: hash(x). */
export function* hashSteps(thread: PyThread, value: Value): Generator<undefined, Int, Value> {
  const quick = hashOfAtom(value);
  if (quick !== undefined) return quick;
  const type = typeOf(value);
  const own = loadSpecial(type, value, '__hash__');
  if (own === undefined) throw unhashable(value);
  const result = intOf(yield* callSteps(thread, own, []));
  if (result === null) throw raised('TypeError', '__hash__ method should return an integer');
  return hashFitted(result);
}

/** What `__hash__` may give: a 64-bit number stays, a larger one is reduced as an int's hash is. */
function hashFitted(value: Int): Int {
  if (value === -1) return -2;
  if (typeof value === 'number') return value;
  return BigInt.asIntN(64, value) === value ? value : hashInt(value);
}

function hashOfAtom(value: Value): Int | undefined {
  if (value === null || typeof value !== 'object') return hashValue(value);
  if (value instanceof PyFloat || value instanceof PyBytes || value instanceof PyComplex)
    return value.type.isHeap ? undefined : hashValue(value);
  return undefined;
}

/** For generator bodies: the hash that the built-in type behind the value gives it, whatever its class overrides. */
export function* builtinHash(thread: PyThread, value: Value): Generator<undefined, Int, Value> {
  const quick = hashOfAtom(value);
  if (quick !== undefined) return quick;
  if (value instanceof PyTuple) return yield* hashOfItems(thread, value.items);
  if (value instanceof PyFrozenSet) return yield* hashOfMembers(thread, value.dict.keys());
  if (value instanceof PyRange) return yield* hashOfItems(thread, rangeParts(value));
  if (value instanceof PySlice) return yield* hashOfItems(thread, [value.start, value.stop, value.step]);
  if (
    value instanceof PyIntInstance ||
    value instanceof PyFloatInstance ||
    value instanceof PyStrInstance ||
    value instanceof PyBytes
  )
    return hashValue(value);
  return Math.floor(thread.interpreter.addresses.of(value as PyObject) / 16);
}

function rangeParts(range: PyRange): Value[] {
  if (range.length === 0) return [0, null, null];
  return [range.length, range.start, range.length === 1 ? null : range.step];
}

const prime1 = 11400714785074694791n;
const prime2 = 14029467366897019727n;
const prime5 = 2870177450012600261n;

function* hashOfItems(thread: PyThread, items: readonly Value[]): Generator<undefined, Int, Value> {
  let accumulated = prime5;
  for (const item of items) {
    const lane = BigInt.asUintN(64, BigInt(yield* hashSteps(thread, item)));
    accumulated = BigInt.asUintN(64, accumulated + lane * prime2);
    accumulated = BigInt.asUintN(64, (accumulated << 31n) | (accumulated >> 33n));
    accumulated = BigInt.asUintN(64, accumulated * prime1);
  }
  accumulated = BigInt.asUintN(64, accumulated + (BigInt(items.length) ^ (prime5 ^ 3527539n)));
  return normalInt(accumulated === 0xffff_ffff_ffff_ffffn ? 1546275796n : BigInt.asIntN(64, accumulated));
}

function* hashOfMembers(thread: PyThread, members: readonly Value[]): Generator<undefined, Int, Value> {
  let hash = 0n;
  for (const member of members) {
    const h = BigInt.asUintN(64, BigInt(yield* hashSteps(thread, member)));
    hash ^= BigInt.asUintN(64, (h ^ 89869747n ^ (h << 16n)) * 3644798167n);
  }
  hash = BigInt.asUintN(64, hash ^ (BigInt(members.length + 1) * 1927868237n));
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = BigInt.asUintN(64, hash * 69069n + 907133923n);
  return normalInt(hash === 0xffff_ffff_ffff_ffffn ? 590923713n : BigInt.asIntN(64, hash));
}
