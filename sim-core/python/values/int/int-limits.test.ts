import { expect, test } from 'vitest';
import { addInts, multiplyInts } from './int-arithmetic.ts';
import { shiftLeft } from './int-bits.ts';
import { powerInts } from './int-power.ts';
import { intFromText, intToText } from './int-text.ts';
import { factorial } from './number-theory.ts';

test.each([
  ['a power', () => powerInts(2, 1 << 20)],
  ['a power whose length is not plain to see', () => powerInts(3, 700_000)],
  ['a shift', () => shiftLeft(1, 1 << 20)],
  ['a product', () => multiplyInts(shiftLeft(1, 600_000), shiftLeft(1, 600_000))],
  ['a factorial', () => factorial(100_000)],
])('%s beyond the longest int is out of memory', (_, compute) => {
  expect(compute).toThrow(expect.objectContaining({ type: 'MemoryError' }));
});

test('a million bits are possible', () => {
  expect(addInts(powerInts(2, 1_000_000), -1)).toBe((1n << 1_000_000n) - 1n);
});

test('long decimal texts are refused both ways, as sys.set_int_max_str_digits says', () => {
  const limit = 'Exceeds the limit (4300 digits) for integer string conversion';
  const advice = 'use sys.set_int_max_str_digits() to increase the limit';
  expect(() => intToText(10n ** 4300n)).toThrow(expect.objectContaining({ message: `${limit}; ${advice}` }));
  expect(() => intFromText('1'.repeat(5000))).toThrow(
    expect.objectContaining({ message: `${limit}: value has 5000 digits; ${advice}` }),
  );
  expect(intToText(10n ** 4299n)).toHaveLength(4300);
  expect(intToText(10n ** 4300n, 0)).toHaveLength(4301);
  expect(intFromText('f'.repeat(5000), 16)).toBe(16n ** 5000n - 1n);
});
