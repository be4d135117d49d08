/** Floor division, remainder and true division of Python ints. */
import { ValueFault } from '../value-fault.ts';
import { bitLength } from './int-bits.ts';
import { normalInt, type Int } from './int.ts';

export function floorDivideInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if (b === 0) throw new ValueFault('ZeroDivisionError', 'integer division or modulo by zero');
    const remainder = a % b;
    const truncated = (a - remainder) / b;
    return (remainder !== 0 && remainder < 0 !== b < 0 ? truncated - 1 : truncated) + 0;
  }
  return normalInt(floorDivideBig(BigInt(a), BigInt(b)));
}

export function moduloInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if (b === 0) throw new ValueFault('ZeroDivisionError', 'integer modulo by zero');
    const remainder = a % b;
    return (remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder) + 0;
  }
  const divisor = BigInt(b);
  if (divisor === 0n) throw new ValueFault('ZeroDivisionError', 'integer modulo by zero');
  const remainder = BigInt(a) % divisor;
  return normalInt(remainder !== 0n && remainder < 0n !== divisor < 0n ? remainder + divisor : remainder);
}

export function divmodInts(a: Int, b: Int): readonly [Int, Int] {
  return [floorDivideInts(a, b), moduloInts(a, b)];
}

function floorDivideBig(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new ValueFault('ZeroDivisionError', 'integer division or modulo by zero');
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** `a / b` as the nearest float, ties to even, also where neither is a float itself. */
export function trueDivideInts(a: Int, b: Int): number {
  if (b === 0) throw new ValueFault('ZeroDivisionError', 'division by zero');
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  if (a === 0) return b < 0 ? -0 : 0;
  const negative = a < 0 !== b < 0;
  const magnitude = divideMagnitudes(BigInt(a < 0 ? -a : a), BigInt(b < 0 ? -b : b));
  if (magnitude === Infinity) throw new ValueFault('OverflowError', 'integer division result too large for a float');
  return negative ? -magnitude : magnitude;
}

/** The steps of CPython's long_true_divide: a quotient of 55 bits or more with a sticky bit, rounded once. */
function divideMagnitudes(a: bigint, b: bigint): number {
  const difference = bitLength(a) - bitLength(b);
  if (difference > 1025) return Infinity;
  if (difference < -1076) return 0;
  const shift = Math.max(difference, -1021) - 55;
  const numerator = shift <= 0 ? a << BigInt(-shift) : a;
  const denominator = shift <= 0 ? b : b << BigInt(shift);
  const exact = numerator % denominator === 0n;
  const quotient = (numerator / denominator) | (exact ? 0n : 1n);
  const extraBits = Math.max(bitLength(quotient), -1021 - shift) - 53;
  const rounded = roundBitsHalfEven(quotient, extraBits);
  return scaleByPowerOfTwo(Number(rounded), shift + extraBits);
}

/** Divides by 2^bits, rounding half to even. */
export function roundBitsHalfEven(value: bigint, bits: number): bigint {
  if (bits <= 0) return value << BigInt(-bits);
  const count = BigInt(bits);
  const floor = value >> count;
  const rest = value - (floor << count);
  const half = 1n << (count - 1n);
  return rest > half || (rest === half && (floor & 1n) === 1n) ? floor + 1n : floor;
}

/** `value * 2**exponent` where the result needs no rounding; exponents may lie far outside of a float's own. */
export function scaleByPowerOfTwo(value: number, exponent: number): number {
  let scaled = value;
  let rest = exponent;
  for (; rest > 1000; rest -= 1000) scaled *= powerOfTwo(1000);
  for (; rest < -1000; rest += 1000) scaled *= powerOfTwo(-1000);
  return scaled * powerOfTwo(rest);
}

const bits = new DataView(new ArrayBuffer(8));

/** 2^exponent for an exponent from -1022 to 1023, made from its bits: `**` is not exact in every engine. */
export function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}
