import { expect, test } from 'vitest';
import { countText, durationText, momentText } from './time-text.ts';

test.each([
  [0, '0 ns'],
  [999, '999 ns'],
  [5_000_000, '5 ms'],
  [12_345, '12.3 µs'],
  [1_250_000_000, '1.25 s'],
  [3_600_000_000_000, '3\u202F600 s'],
])('%d ns lasts %s', (ns, text) => {
  expect(durationText(ns)).toBe(text);
});

test.each([
  { ns: 12_340_000, windowNs: 20_000_000, text: '12.34 ms' },
  { ns: 12_340_567, windowNs: 2000, text: '12.340567 ms' },
  { ns: 0, windowNs: 20_000_000, text: '0.00 ms' },
  { ns: 2_000_000_000, windowNs: 4_000_000_000, text: '2.000 s' },
])('$ns in a window of $windowNs reads $text', ({ ns, windowNs, text }) => {
  expect(momentText(ns, windowNs)).toBe(text);
});

test('thousands are set apart', () => {
  expect(countText(98_112)).toBe('98\u202F112');
});
