/** `math.gcd`, `lcm`, `isqrt`, `comb`, `perm` and `factorial` (CPython: Modules/mathmodule.c). */
import { ValueFault } from '../value-fault.ts';
import { absoluteInt, boundedInt, maximumIntBits, normalInt, outOfMemory, type Int } from './int.ts';
import { bitLength } from './int-bits.ts';
import { floorDivideInts } from './int-division.ts';
import { multiplyInts, subtractInts } from './int-arithmetic.ts';

export function greatestCommonDivisor(a: Int, b: Int): Int {
  let [x, y] = [absoluteInt(a), absoluteInt(b)];
  while (typeof x === 'bigint' || typeof y === 'bigint') {
    if (y === 0) return x;
    [x, y] = [y, normalInt(BigInt(x) % BigInt(y))];
  }
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

export function leastCommonMultiple(a: Int, b: Int): Int {
  if (a === 0 || b === 0) return 0;
  return absoluteInt(multiplyInts(floorDivideInts(a, greatestCommonDivisor(a, b)), b));
}

/** The floor of the square root. */
export function integerSquareRoot(value: Int): Int {
  if (value < 0) throw new ValueFault('ValueError', 'isqrt() argument must be nonnegative');
  if (typeof value === 'number') return Math.floor(Math.sqrt(value));
  let root = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return normalInt(root);
    root = next;
  }
}

export function factorial(value: Int): Int {
  if (value < 0) throw new ValueFault('ValueError', 'factorial() not defined for negative values');
  if (value > 9223372036854775807n) {
    throw new ValueFault('OverflowError', 'factorial() argument should not exceed 9223372036854775807');
  }
  if (value > 100_000) throw outOfMemory();
  return boundedInt(() => productOfBigRange(1n, BigInt(value)));
}

export function permutations(n: Int, k: Int): Int {
  checkSelection(n, k);
  if (k > n) return 0;
  return fallingFactorial(n, smallCount(k, 'k'));
}

export function combinations(n: Int, k: Int): Int {
  checkSelection(n, k);
  if (k > n) return 0;
  const rest = subtractInts(n, k);
  const count = smallCount(rest < k ? rest : k, 'min(n - k, k)');
  return floorDivideInts(fallingFactorial(n, count), factorial(count));
}

function checkSelection(n: Int, k: Int): void {
  if (n < 0) throw new ValueFault('ValueError', 'n must be a non-negative integer');
  if (k < 0) throw new ValueFault('ValueError', 'k must be a non-negative integer');
}

function smallCount(count: Int, name: string): number {
  if (count > 9223372036854775807n) {
    throw new ValueFault('OverflowError', `${name} must not exceed 9223372036854775807`);
  }
  return Number(count);
}

function fallingFactorial(n: Int, count: number): Int {
  if (typeof n === 'number') {
    let product = 1;
    let factor = n;
    while (factor > n - count && product * factor <= Number.MAX_SAFE_INTEGER) product *= factor--;
    if (factor === n - count) return product;
  }
  if (count * (bitLength(subtractInts(n, count)) - 1) > maximumIntBits) throw outOfMemory();
  const top = BigInt(n);
  return boundedInt(() => productOfBigRange(top - BigInt(count) + 1n, top));
}

/** The product of first … last, halved again and again so that the factors stay of like length. */
function productOfBigRange(first: bigint, last: bigint): bigint {
  if (last - first < 16n) {
    let product = 1n;
    for (let factor = first; factor <= last; factor++) product *= factor;
    return product;
  }
  const middle = (first + last) >> 1n;
  return productOfBigRange(first, middle) * productOfBigRange(middle + 1n, last);
}
