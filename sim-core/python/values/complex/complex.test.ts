import { expect, test } from 'vitest';
import { reprComplex } from '../format/format-value.ts';
import { differences } from '../recorded-cases.ts';
import * as arithmetic from './complex-arithmetic.ts';
import { complexFromText } from './complex-text.ts';
import recorded from './complex.recorded.jsonl?raw';

type Binary = (a: arithmetic.Complex, b: arithmetic.Complex) => arithmetic.Complex;

const shown = ({ real, imaginary }: arithmetic.Complex): number[] => [real, imaginary];

function binary(call: Binary) {
  return (...[a, b, c, d]: [number, number, number, number]) =>
    shown(call({ real: a, imaginary: b }, { real: c, imaginary: d }));
}

test('complex numbers answer as CPython 3.13 does', () => {
  const operations = {
    add: binary(arithmetic.addComplex),
    subtract: binary(arithmetic.subtractComplex),
    multiply: binary(arithmetic.multiplyComplex),
    divide: binary(arithmetic.divideComplex),
    power: binary(arithmetic.powerComplex),
    abs: (real: number, imaginary: number) => arithmetic.absoluteComplex({ real, imaginary }),
    repr: reprComplex,
    parse: (text: string) => shown(complexFromText(text)),
  };
  expect(differences(recorded, operations)).toEqual([]);
});
