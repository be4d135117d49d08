/** Addition, subtraction, multiplication and negation of Python ints. */
import { boundedInt, normalInt, type Int } from './int.ts';

const safe = Number.MAX_SAFE_INTEGER;

export function addInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum <= safe && sum >= -safe) return sum;
  }
  return normalInt(BigInt(a) + BigInt(b));
}

export function subtractInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (difference <= safe && difference >= -safe) return difference;
  }
  return normalInt(BigInt(a) - BigInt(b));
}

export function multiplyInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // The addition makes 0 of -0.
    if (product <= safe && product >= -safe) return product + 0;
  }
  return boundedInt(() => BigInt(a) * BigInt(b));
}

export function negateInt(value: Int): Int {
  return typeof value === 'number' ? 0 - value : normalInt(-value);
}
