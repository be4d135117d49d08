/** Shifts and bitwise operations of Python ints, which are of two's complement without end. */
import { ValueFault } from '../value-fault.ts';
import { boundedInt, maximumIntBits, normalInt, outOfMemory, type Int } from './int.ts';

/** 2^0 to 2^53, exactly: `**` is not exact in every engine. */
const powersOfTwo = Array.from({ length: 54 }, (_, exponent) => Number(1n << BigInt(exponent)));

export function shiftLeft(value: Int, count: Int): Int {
  if (count < 0) throw new ValueFault('ValueError', 'negative shift count');
  if (value === 0) return 0;
  if (typeof count === 'bigint') throw new ValueFault('OverflowError', 'too many digits in integer');
  if (typeof value === 'number' && count <= 53) {
    const shifted = value * (powersOfTwo[count] as number);
    if (Number.isSafeInteger(shifted)) return shifted;
  }
  if (count > maximumIntBits) throw outOfMemory();
  return boundedInt(() => BigInt(value) << BigInt(count));
}

export function shiftRight(value: Int, count: Int): Int {
  if (count < 0) throw new ValueFault('ValueError', 'negative shift count');
  if (typeof value === 'number') {
    if (count > 53) return value < 0 ? -1 : 0;
    return Math.floor(value / (powersOfTwo[Number(count)] as number));
  }
  if (count > maximumIntBits) return value < 0 ? -1 : 0;
  return normalInt(BigInt(value) >> BigInt(count));
}

export function andInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a & b;
    if (a >= 0 && b >= 0) return combineHalves(a, b, (x, y) => x & y);
  }
  return normalInt(BigInt(a) & BigInt(b));
}

export function orInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a | b;
    if (a >= 0 && b >= 0) return combineHalves(a, b, (x, y) => x | y);
  }
  return normalInt(BigInt(a) | BigInt(b));
}

export function xorInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a ^ b;
    if (a >= 0 && b >= 0) return combineHalves(a, b, (x, y) => x ^ y);
  }
  return normalInt(BigInt(a) ^ BigInt(b));
}

export function invertInt(value: Int): Int {
  if (typeof value === 'number' && value < Number.MAX_SAFE_INTEGER) return -1 - value;
  return normalInt(~BigInt(value));
}

/** Safe integers have up to 53 bits, JavaScript's operators 32: the high and the low part go apart. */
function combineHalves(a: number, b: number, combine: (x: number, y: number) => number): number {
  const high = combine(Math.floor(a / 0x100000000), Math.floor(b / 0x100000000));
  return high * 0x100000000 + (combine(a | 0, b | 0) >>> 0);
}

export function bitLength(value: Int): number {
  if (typeof value === 'number') {
    const magnitude = Math.abs(value);
    if (magnitude < 0x100000000) return 32 - Math.clz32(magnitude);
    return 64 - Math.clz32(Math.floor(magnitude / 0x100000000));
  }
  const digits = (value < 0n ? -value : value).toString(16);
  return digits.length * 4 - (Math.clz32(Number.parseInt(digits.charAt(0), 16)) - 28);
}

/** The number of ones in the binary form of the absolute value. */
export function bitCount(value: Int): number {
  const digits = (value < 0 ? -value : value).toString(16);
  let count = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number.parseInt(digits.charAt(index), 16);
    count += (digit & 1) + ((digit >> 1) & 1) + ((digit >> 2) & 1) + (digit >> 3);
  }
  return count;
}
