/**
 * Python's unbounded integers.
 * Models: CPython 3.13, Objects/longobject.c.
 * Leaves out: integers of about 2^20 bits and more, which not every browser's bigint can hold; they raise MemoryError here.
 */
import { ValueFault } from '../value-fault.ts';

/** A `number` while it is a safe integer (and never -0), else a `bigint`. */
export type Int = number | bigint;

/** Firefox and Safari refuse bigints of more bits; Chrome's limit is higher, but a run may not depend on the browser. */
export const maximumIntBits = (1 << 20) - 64;

const highestSafe = BigInt(Number.MAX_SAFE_INTEGER);
const lowestSafe = -highestSafe;
const tooHigh = 1n << BigInt(maximumIntBits);
const tooLow = -tooHigh;

/** The normal form of a bigint. */
export function normalInt(value: bigint): Int {
  if (value <= highestSafe && value >= lowestSafe) return Number(value);
  if (value >= tooHigh || value <= tooLow) throw outOfMemory();
  return value;
}

/** The fault of an integer that would be too long for the machine. */
export function outOfMemory(): ValueFault {
  return new ValueFault('MemoryError', '');
}

export function absoluteInt(value: Int): Int {
  if (typeof value === 'number') return Math.abs(value);
  return value < 0n ? -value : value;
}

/** The normal form of what is computed; where the browser refuses a bigint of that length, the machine is out of memory. */
export function boundedInt(compute: () => bigint): Int {
  try {
    return normalInt(compute());
  } catch (error) {
    throw error instanceof RangeError ? outOfMemory() : error;
  }
}
