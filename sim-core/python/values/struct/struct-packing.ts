/** `struct.pack` and `unpack` (CPython: Modules/_struct.c). */
import { intFromBytes, intToBytes } from '../int/int-bytes.ts';
import type { Int } from '../int/int.ts';
import { ValueFault } from '../value-fault.ts';
import { halfFloatBits, halfFloatOf } from './half-float.ts';
import { structFault, type StructField, type StructLayout } from './struct-layout.ts';

/** A value as its field's kind says: an Int, a float, a bool or bytes. */
export type StructValue = Int | boolean | Uint8Array;

/** The values must be of the kinds of the fields; `wrongStructType` is the fault where they are not. */
export function packStruct(layout: StructLayout, values: readonly StructValue[]): Uint8Array {
  if (values.length !== layout.fields.length) {
    throw structFault(`pack expected ${layout.fields.length} items for packing (got ${values.length})`);
  }
  const bytes = new Uint8Array(layout.size);
  for (const [index, field] of layout.fields.entries()) {
    bytes.set(packField(layout, field, values[index] as StructValue), field.offset);
  }
  return bytes;
}

/** The fault of a value of a wrong type. */
export function wrongStructType({ kind, code }: StructField): ValueFault {
  if (kind === 'int') return structFault('required argument is not an integer');
  if (kind === 'float') return structFault('required argument is not a float');
  if (kind === 'char') return structFault('char format requires a bytes object of length 1');
  return structFault(`argument for '${code}' must be a bytes object`);
}

function packField(layout: StructLayout, field: StructField, value: StructValue): Uint8Array {
  switch (field.kind) {
    case 'int':
      return packInt(layout, field, value as Int);
    case 'float':
      return packFloat(layout, field, value as number);
    case 'bool':
      return Uint8Array.of(value === true ? 1 : 0);
    case 'char':
      if ((value as Uint8Array).length !== 1) throw wrongStructType(field);
      return value as Uint8Array;
    case 'bytes':
      return (value as Uint8Array).slice(0, field.size);
    case 'pascal': {
      const kept = (value as Uint8Array).slice(0, Math.max(field.size - 1, 0));
      return field.size === 0 ? kept : Uint8Array.of(Math.min(kept.length, 255), ...kept);
    }
  }
}

function packInt(layout: StructLayout, field: StructField, value: Int): Uint8Array {
  const { code, size, isSigned } = field;
  const limit = 1n << BigInt(8 * size - (isSigned ? 1 : 0));
  const lowest = isSigned ? -limit : 0n;
  if (value < lowest || value >= limit) {
    throw structFault(`'${code}' format requires ${lowest} <= number <= ${limit - 1n}`);
  }
  return intToBytes(value, size, layout.isLittleEndian ? 'little' : 'big', isSigned);
}

function packFloat(layout: StructLayout, { code, size }: StructField, value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  const { isLittleEndian, isNative } = layout;
  if (code === 'd') view.setFloat64(0, value, isLittleEndian);
  else if (code === 'e') view.setUint16(0, halfFloatBits(value), isLittleEndian);
  else {
    if (!isNative && Number.isFinite(value) && !Number.isFinite(Math.fround(value))) {
      throw new ValueFault('OverflowError', 'float too large to pack with f format');
    }
    view.setFloat32(0, value, isLittleEndian);
  }
  return new Uint8Array(view.buffer);
}

/** `struct.unpack(format, bytes)`. */
export function unpackStruct(layout: StructLayout, bytes: Uint8Array): readonly StructValue[] {
  if (bytes.length !== layout.size) throw structFault(`unpack requires a buffer of ${layout.size} bytes`);
  return layout.fields.map((field) =>
    unpackField(layout, field, bytes.subarray(field.offset, field.offset + field.size)),
  );
}

function unpackField({ isLittleEndian }: StructLayout, field: StructField, bytes: Uint8Array): StructValue {
  switch (field.kind) {
    case 'int':
      return intFromBytes(bytes, isLittleEndian ? 'little' : 'big', field.isSigned);
    case 'float':
      return unpackFloat(field, bytes, isLittleEndian);
    case 'bool':
      return bytes[0] !== 0;
    case 'char':
    case 'bytes':
      return bytes.slice();
    case 'pascal':
      return bytes.slice(1, 1 + Math.min(bytes[0] ?? 0, Math.max(bytes.length - 1, 0)));
  }
}

function unpackFloat({ code }: StructField, bytes: Uint8Array, isLittleEndian: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (code === 'd') return view.getFloat64(0, isLittleEndian);
  return code === 'e' ? halfFloatOf(view.getUint16(0, isLittleEndian)) : view.getFloat32(0, isLittleEndian);
}

/** A call that works on a part of a buffer: its name and what it does there, for messages. */
export interface BufferCall {
  readonly name: 'unpack_from' | 'pack_into';
  readonly offset: number;
  readonly bufferLength: number;
}

/** The offset of `unpack_from` or `pack_into` from the start of the buffer, once it is checked. */
export function bufferOffset(layout: StructLayout, { name, offset, bufferLength }: BufferCall): number {
  const verb = name === 'pack_into' ? 'packing' : 'unpacking';
  if (offset < 0) {
    if (offset + layout.size > 0) {
      const problem = name === 'pack_into' ? 'no space to pack' : 'not enough data to unpack';
      throw structFault(`${problem} ${layout.size} bytes at offset ${offset}`);
    }
    if (offset + bufferLength < 0) throw structFault(`offset ${offset} out of range for ${bufferLength}-byte buffer`);
  }
  const start = offset < 0 ? offset + bufferLength : offset;
  if (bufferLength - start < layout.size) {
    throw structFault(
      `${name} requires a buffer of at least ${layout.size + start} bytes for ${verb} ${layout.size} bytes at offset ${start} (actual buffer size is ${bufferLength})`,
    );
  }
  return start;
}

/** Checks what `iter_unpack` is to walk through. */
export function checkIterativeUnpack(layout: StructLayout, bufferLength: number): void {
  if (layout.size === 0) throw structFault('cannot iteratively unpack with a struct of length 0');
  if (bufferLength % layout.size !== 0) {
    throw structFault(`iterative unpacking requires a buffer of a multiple of ${layout.size} bytes`);
  }
}
