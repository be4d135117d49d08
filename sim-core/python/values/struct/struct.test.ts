import { expect, test } from 'vitest';
import { differences } from '../recorded-cases.ts';
import { parseStructFormat } from './struct-layout.ts';
import { bufferOffset, checkIterativeUnpack, packStruct, unpackStruct, type StructValue } from './struct-packing.ts';
import recorded from './struct.recorded.jsonl?raw';

test('struct packs and unpacks as CPython 3.13 does', () => {
  const operations = {
    size: (format: string) => parseStructFormat(format).size,
    pack: (format: string, values: readonly StructValue[]) => packStruct(parseStructFormat(format), values),
    unpack: (format: string, bytes: Uint8Array) => unpackStruct(parseStructFormat(format), bytes),
    unpackFrom: (format: string, bufferLength: number, offset: number) =>
      bufferOffset(parseStructFormat(format), { name: 'unpack_from', offset, bufferLength }),
    packInto: (format: string, bufferLength: number, offset: number) =>
      bufferOffset(parseStructFormat(format), { name: 'pack_into', offset, bufferLength }),
    iterUnpack: (format: string, bufferLength: number) => {
      checkIterativeUnpack(parseStructFormat(format), bufferLength);
      return null;
    },
  };
  expect(differences(recorded, operations)).toEqual([]);
});
