/** Powers of Python ints; a negative exponent without modulus gives a float and is the caller's. */
import { ValueFault } from '../value-fault.ts';
import { bitLength } from './int-bits.ts';
import { boundedInt, maximumIntBits, outOfMemory, type Int } from './int.ts';

/** `base ** exponent` for an exponent of 0 or more. */
export function powerInts(base: Int, exponent: Int): Int {
  if (typeof base === 'number' && typeof exponent === 'number') {
    const small = smallPower(base, exponent);
    if (small !== null) return small;
  }
  if (base === 0 || base === 1) return exponent === 0 ? 1 : base;
  if (base === -1) return BigInt(exponent) % 2n === 0n ? 1 : -1;
  if ((bitLength(base) - 1) * Number(exponent) >= maximumIntBits) throw outOfMemory();
  return boundedInt(() => BigInt(base) ** BigInt(exponent));
}

/** The power by squaring while every step is a safe integer, else null. */
function smallPower(base: number, exponent: number): number | null {
  let result = 1;
  let square = base;
  let rest = exponent;
  if (rest > 64) return null;
  while (rest > 0) {
    if (rest % 2 === 1) {
      result *= square;
      if (!Number.isSafeInteger(result)) return null;
    }
    rest = Math.floor(rest / 2);
    if (rest > 0) square *= square;
    if (!Number.isSafeInteger(square)) return null;
  }
  return result + 0;
}

/** `pow(base, exponent, modulus)`; a negative exponent takes the inverse of the base. */
export function powerModulo(base: Int, exponent: Int, modulus: Int): Int {
  if (modulus === 0) throw new ValueFault('ValueError', 'pow() 3rd argument cannot be 0');
  return boundedInt(() => powerModuloBig(BigInt(base), BigInt(exponent), BigInt(modulus)));
}

function powerModuloBig(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const positive = modulus < 0n ? -modulus : modulus;
  const start = exponent < 0n ? inverseModulo(base, positive) : base;
  let result = 1n % positive;
  let square = ((start % positive) + positive) % positive;
  for (let rest = exponent < 0n ? -exponent : exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % positive;
    square = (square * square) % positive;
  }
  return modulus < 0n && result !== 0n ? result - positive : result;
}

function inverseModulo(value: bigint, modulus: bigint): bigint {
  let [oldRest, rest] = [((value % modulus) + modulus) % modulus, modulus];
  let [oldFactor, factor] = [1n, 0n];
  while (rest !== 0n) {
    const quotient = oldRest / rest;
    [oldRest, rest] = [rest, oldRest - quotient * rest];
    [oldFactor, factor] = [factor, oldFactor - quotient * factor];
  }
  if (oldRest !== 1n) throw new ValueFault('ValueError', 'base is not invertible for the given modulus');
  return oldFactor;
}
