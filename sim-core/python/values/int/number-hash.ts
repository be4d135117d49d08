/**
 * The hashes of Python's numbers: equal numbers of any type have equal hashes.
 * Models: CPython 3.13, Python/pyhash.c, on a 64-bit machine: the value modulo the prime 2^61 - 1.
 */
import { normalInt, type Int } from './int.ts';

const prime = (1n << 61n) - 1n;

export function hashInt(value: Int): Int {
  if (typeof value === 'number') return value === -1 ? -2 : value;
  return signedHash(value < 0n ? -value : value, value < 0n);
}

/** The hash of a float that is a number; that of nan comes from the identity of its object. */
export function hashFloat(value: number): Int {
  if (value === Infinity) return 314159;
  if (value === -Infinity) return -314159;
  if (Number.isSafeInteger(value)) return value === -1 ? -2 : value + 0;
  let numerator = Math.abs(value);
  let halvings = 0;
  while (!Number.isInteger(numerator)) {
    // Both steps are exact: the fraction has at most 1074 binary places.
    numerator *= 2;
    halvings++;
  }
  return signedHash(BigInt(numerator) << BigInt((61 - (halvings % 61)) % 61), value < 0);
}

function signedHash(magnitude: bigint, negative: boolean): Int {
  const reduced = magnitude % prime;
  const hash = negative ? -reduced : reduced;
  return normalInt(hash === -1n ? -2n : hash);
}

/** The hash of a complex number. */
export function hashComplex(real: number, imaginary: number): Int {
  const hash = BigInt.asIntN(64, BigInt(hashFloat(real)) + 1000003n * BigInt(hashFloat(imaginary)));
  return normalInt(hash === -1n ? -2n : hash);
}
