/**
 * Python's unbounded integers.
 * Models: CPython 3.13, Objects/longobject.c.
 * Leaves out: integers over 2^20 bits, which not every browser's bigint can hold; they raise MemoryError here.
 */
import { ValueFault } from '../value-fault.ts';

/** A `number` while it is a safe integer (and never -0), else a `bigint`. */
export type Int = number | bigint;

/** Firefox and Safari refuse a bigint with more bits; Chrome's limit is higher, but a run may not depend on the browser. */
export const maximumIntBits = 1 << 20;

const safeLimit = BigInt(Number.MAX_SAFE_INTEGER);
const memoryLimit = 1n << BigInt(maximumIntBits - 1);

/** The normal form of a bigint. */
export function normalInt(value: bigint): Int {
  if (value <= safeLimit && value >= -safeLimit) return Number(value);
  if (value >= memoryLimit || value <= -memoryLimit) throw outOfMemory();
  return value;
}

/** The fault of an integer that would be too long for the machine. */
export function outOfMemory(): ValueFault {
  return new ValueFault('MemoryError', '');
}

export function compareInts(a: Int, b: Int): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function absoluteInt(value: Int): Int {
  if (typeof value === 'number') return Math.abs(value);
  return value < 0n ? -value : value;
}
