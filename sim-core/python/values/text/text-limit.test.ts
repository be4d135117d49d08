import { expect, test } from 'vitest';
import { formatFloat, formatInt, formatText } from '../format/format-value.ts';
import { intToBytes } from '../int/int-bytes.ts';
import { parseStructFormat } from '../struct/struct-layout.ts';
import { repeatText } from './text-limit.ts';
import { centerText, expandTabs, zeroFillText } from './text-pad.ts';

test.each([
  ['a product', () => repeatText('ab', 10 ** 10)],
  ['padding', () => centerText('a', 10 ** 10)],
  ['zeros', () => zeroFillText('a', 10 ** 10)],
  ['tabs', () => expandTabs('\t', 10 ** 10)],
  ['a wide text', () => formatText('a', '9999999999')],
  ['a wide int', () => formatInt(1, '9999999999,')],
  ['a precise float', () => formatFloat(1.5, '.2000000000f')],
  ['the bytes of an int', () => intToBytes(1, 10 ** 10, 'big')],
  ['the fields of a struct', () => parseStructFormat('9999999999i')],
])('%s beyond the longest text is out of memory', (_, make) => {
  expect(make).toThrow(expect.objectContaining({ type: 'MemoryError' }));
});

test('a float has all the places that are asked for', () => {
  expect(formatFloat(0.1, '.2000f')).toHaveLength(2002);
  expect(formatFloat(5e-324, '.1500e').replace(/0+e/, 'e')).toHaveLength(757);
});
