import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floatFromHex, floatToHex } from './float/float-hex.ts';
import { floatFromText, reprFloat } from './float/float-text.ts';
import { formatInt } from './format/format-value.ts';
import { addInts, multiplyInts, subtractInts } from './int/int-arithmetic.ts';
import { andInts, orInts, shiftLeft, shiftRight, xorInts } from './int/int-bits.ts';
import { intFromBytes, intToBytes } from './int/int-bytes.ts';
import { floorDivideInts, moduloInts } from './int/int-division.ts';
import { intFromText, intToBase } from './int/int-text.ts';
import { normalInt, type Int } from './int/int.ts';
import { parseJson } from './json/json-parser.ts';
import { encodeJsonString } from './json/json-string.ts';
import { sliceIndices } from './slice-indices.ts';
import { decodeBytes } from './text/decode.ts';
import { encodeText } from './text/encode.ts';
import { replaceText } from './text/text-replace.ts';
import { compareTexts } from './text/text-order.ts';
import { splitText } from './text/text-split.ts';

const fixedSeed = { seed: 20_241_005, numRuns: 300 };

const int: fc.Arbitrary<Int> = fc
  .oneof(fc.integer(), fc.maxSafeInteger(), fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }))
  .map((value) => normalInt(BigInt(value)));
const text = fc.string({ unit: 'binary', maxLength: 20 });

test('ints compute as JavaScript bigints do, in normal form', () => {
  fc.assert(
    fc.property(int, int, (a, b) => {
      const [x, y] = [BigInt(a), BigInt(b)];
      expect(addInts(a, b)).toBe(normalInt(x + y));
      expect(subtractInts(a, b)).toBe(normalInt(x - y));
      expect(multiplyInts(a, b)).toBe(normalInt(x * y));
      expect(andInts(a, b)).toBe(normalInt(x & y));
      expect(orInts(a, b)).toBe(normalInt(x | y));
      expect(xorInts(a, b)).toBe(normalInt(x ^ y));
    }),
    fixedSeed,
  );
});

test('shifts are products and floor quotients of powers of two', () => {
  fc.assert(
    fc.property(int, fc.nat(120), (value, count) => {
      expect(shiftLeft(value, count)).toBe(normalInt(BigInt(value) << BigInt(count)));
      expect(shiftRight(value, count)).toBe(normalInt(BigInt(value) >> BigInt(count)));
    }),
    fixedSeed,
  );
});

test('quotient times divisor plus remainder is the dividend, and the remainder has the sign of the divisor', () => {
  fc.assert(
    fc.property(int, int, (a, b) => {
      fc.pre(b !== 0);
      const remainder = moduloInts(a, b);
      expect(addInts(multiplyInts(floorDivideInts(a, b), b), remainder)).toBe(a);
      expect(remainder === 0 || remainder < 0 === b < 0).toBe(true);
    }),
    fixedSeed,
  );
});

test('an int reads back from its digits in any base, its bytes and its formatted text', () => {
  fc.assert(
    fc.property(int, fc.integer({ min: 2, max: 36 }), (value, base) => {
      expect(intFromText(intToBase(value, base), base)).toBe(value);
      expect(intFromBytes(intToBytes(value, 30, 'little', true), 'little', true)).toBe(value);
      expect(intFromText(formatInt(value, '_'))).toBe(value);
      expect(intFromText(formatInt(value, '#x'), 0)).toBe(value);
    }),
    fixedSeed,
  );
});

test('a float reads back from its repr and its hex', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      expect(floatFromText(reprFloat(value))).toBe(value);
      expect(floatFromHex(floatToHex(value))).toBe(value);
    }),
    fixedSeed,
  );
});

test('a text reads back from its bytes in every encoding that has it', () => {
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-be', 'utf-32', 'utf-32-le'),
      (value, encoding) => {
        expect(decodeBytes(encodeText(value, encoding), encoding)).toBe(value);
      },
    ),
    fixedSeed,
  );
});

test('a text reads back from its JSON', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (value, ensuresAscii) => {
      expect(parseJson(encodeJsonString(value, ensuresAscii))).toEqual({ kind: 'string', text: value });
    }),
    fixedSeed,
  );
});

test('splitting and joining is replacing', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 12 });
  fc.assert(
    fc.property(word, fc.constantFrom('a', 'ab', '😀'), word, (value, separator, joint) => {
      expect(splitText(value, separator).join(joint)).toBe(replaceText(value, separator, joint));
    }),
    fixedSeed,
  );
});

test('a slice takes what stepping from start to stop meets', () => {
  const bound = fc.option(fc.integer({ min: -12, max: 12 }));
  fc.assert(
    fc.property(bound, bound, fc.integer({ min: -4, max: 4 }), fc.nat(9), (start, stop, step, length) => {
      fc.pre(step !== 0);
      const slice = sliceIndices({ start, stop, step }, length);
      const met: number[] = [];
      for (let at = slice.start; step > 0 ? at < slice.stop : at > slice.stop; at += step) met.push(at);
      expect(met).toHaveLength(slice.count);
      expect(met.every((at) => at >= 0 && at < length)).toBe(true);
    }),
    fixedSeed,
  );
});

test('texts are ordered as their lists of code points', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const bytes = (value: string): string =>
        Array.from(encodeText(value, 'utf-32-be'), (byte) => String.fromCharCode(byte)).join('');
      const [x, y] = [bytes(a), bytes(b)];
      expect(compareTexts(a, b)).toBe(x < y ? -1 : x > y ? 1 : 0);
    }),
    fixedSeed,
  );
});
