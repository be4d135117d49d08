import { expect, test } from 'vitest';
import { roundInt } from '../float/float-round.ts';
import { differences } from '../recorded-cases.ts';
import { addInts, multiplyInts, negateInt, subtractInts } from './int-arithmetic.ts';
import { andInts, bitCount, bitLength, invertInt, orInts, shiftLeft, shiftRight, xorInts } from './int-bits.ts';
import { byteOrderNamed, intFromBytes, intToBytes } from './int-bytes.ts';
import { floorDivideInts, moduloInts, trueDivideInts } from './int-division.ts';
import { floatToInt, intToFloat } from './int-float.ts';
import { powerInts, powerModulo } from './int-power.ts';
import { intFromText, intToBase, intToText } from './int-text.ts';
import type { Int } from './int.ts';
import recorded from './ints.recorded.jsonl?raw';
import { hashComplex, hashFloat, hashInt } from './number-hash.ts';
import {
  combinations,
  factorial,
  greatestCommonDivisor,
  integerSquareRoot,
  leastCommonMultiple,
  permutations,
} from './number-theory.ts';

test('ints answer as CPython 3.13 does', () => {
  const operations = {
    add: addInts,
    subtract: subtractInts,
    multiply: multiplyInts,
    floorDivide: floorDivideInts,
    modulo: moduloInts,
    trueDivide: trueDivideInts,
    and: andInts,
    or: orInts,
    xor: xorInts,
    gcd: greatestCommonDivisor,
    lcm: leastCommonMultiple,
    negate: negateInt,
    invert: invertInt,
    bitLength,
    bitCount,
    hash: hashInt,
    text: (value: Int) => intToText(value),
    toFloat: intToFloat,
    isqrt: integerSquareRoot,
    shiftLeft,
    shiftRight,
    power: powerInts,
    powerModulo,
    base: intToBase,
    fromText: intFromText,
    toInt: floatToInt,
    hashFloat,
    hashComplex,
    toBytes: (value: Int, length: number, order: string, signed: boolean) =>
      intToBytes(value, length, byteOrderNamed(order), signed),
    fromBytes: (bytes: Uint8Array, order: string, signed: boolean) =>
      intFromBytes(bytes, byteOrderNamed(order), signed),
    factorial,
    combinations,
    permutations,
    roundInt,
  };
  expect(differences(recorded, operations)).toEqual([]);
});
