/** `int.to_bytes` and `int.from_bytes`. */
import { ValueFault } from '../value-fault.ts';
import { bitLength, invertInt } from './int-bits.ts';
import { maximumIntBits, normalInt, outOfMemory, type Int } from './int.ts';

export type ByteOrder = 'big' | 'little';

/** Checks the name of a byte order as the int methods do. */
export function byteOrderNamed(name: string): ByteOrder {
  if (name === 'big' || name === 'little') return name;
  throw new ValueFault('ValueError', "byteorder must be either 'little' or 'big'");
}

export function intToBytes(value: Int, length: number, order: ByteOrder, signed = false): Uint8Array {
  if (length < 0) throw new ValueFault('ValueError', 'length argument must be non-negative');
  if (value < 0 && !signed) throw new ValueFault('OverflowError', "can't convert negative int to unsigned");
  if (!fitsInBytes(value, length, signed)) throw new ValueFault('OverflowError', 'int too big to convert');
  if (length > maximumIntBits) throw outOfMemory();
  const wide = BigInt(value);
  const digits = (value < 0 ? wide + (1n << BigInt(8 * length)) : wide).toString(16).padStart(2 * length, '0');
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const byte = Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16);
    bytes[order === 'big' ? index : length - 1 - index] = byte;
  }
  return bytes;
}

function fitsInBytes(value: Int, length: number, signed: boolean): boolean {
  if (length === 0) return value === 0;
  // The ones' complement of a negative int has as many bits as its two's complement, but for the sign.
  const bits = value < 0 ? bitLength(invertInt(value)) : bitLength(value);
  return bits <= 8 * length - (signed ? 1 : 0);
}

export function intFromBytes(bytes: Uint8Array, order: ByteOrder, signed = false): Int {
  if (bytes.length === 0) return 0;
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  if (order === 'little') pairs.reverse();
  const value = BigInt(`0x${pairs.join('')}`);
  return normalInt(signed ? BigInt.asIntN(8 * bytes.length, value) : value);
}
