/** IEEE 754 half precision, for the format `e` (CPython: PyFloat_Pack2 in Objects/floatobject.c). */
import { floatParts } from '../float/float-bits.ts';
import { roundBitsHalfEven, scaleByPowerOfTwo } from '../int/int-division.ts';
import { ValueFault } from '../value-fault.ts';

/** The 16 bits of the nearest half float, ties to even. */
export function halfFloatBits(value: number): number {
  const { negative, mantissa, exponent } = floatParts(value);
  const sign = negative ? 0x8000 : 0;
  if (Number.isNaN(value)) return sign | 0x7e00;
  if (!Number.isFinite(value)) return sign | 0x7c00;
  // The last place of a half float is 2^-24 below 2^-13, else 2^10 below its first.
  const top = mantissa.toString(2).length + exponent;
  const place = Math.max(top - 11, -24);
  const rounded = Number(roundBitsHalfEven(mantissa, place - exponent));
  const bits = (place + 24) * 1024 + rounded;
  if (bits >= 0x7c00) throw new ValueFault('OverflowError', 'float too large to pack with e format');
  return sign | bits;
}

export function halfFloatOf(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  if (exponent === 0) return sign * scaleByPowerOfTwo(fraction, -24);
  return sign * scaleByPowerOfTwo(1024 + fraction, exponent - 25);
}
