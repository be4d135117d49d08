import { expect, test } from 'vitest';
import { differences } from '../recorded-cases.ts';
import { divideFloats, divmodFloats, floorDivideFloats, moduloFloats } from './float-division.ts';
import { floatFromHex, floatToHex } from './float-hex.ts';
import { floatToRatio } from './float-ratio.ts';
import { roundFloat, roundFloatToInt } from './float-round.ts';
import { floatFromText, reprFloat } from './float-text.ts';
import recorded from './floats.recorded.jsonl?raw';

test('floats answer as CPython 3.13 does', () => {
  const operations = {
    repr: reprFloat,
    round: roundFloat,
    roundToInt: roundFloatToInt,
    ratio: floatToRatio,
    hex: floatToHex,
    isInteger: Number.isInteger,
    fromHex: floatFromHex,
    divide: divideFloats,
    modulo: moduloFloats,
    floorDivide: floorDivideFloats,
    divmod: divmodFloats,
    fromText: floatFromText,
  };
  expect(differences(recorded, operations)).toEqual([]);
});
