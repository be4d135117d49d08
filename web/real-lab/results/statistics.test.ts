import { expect, test } from 'vitest';
import { formatMoment, formatQuantity } from './format-quantity.ts';
import type { Unit } from './run-summary.ts';
import { binsOf, isResolved, median, quantile } from './statistics.ts';

test.each([
  { values: [], middle: 0 },
  { values: [7], middle: 7 },
  { values: [3, 1, 2], middle: 2 },
  { values: [4, 1, 2, 3], middle: 2.5 },
])('the median of $values is $middle', ({ values, middle }) => {
  expect(median(values)).toBe(middle);
});

test('a quantile lies between its neighbours', () => {
  expect(quantile([0, 10, 20, 30], 0.25)).toBe(7.5);
});

test('bins hold every value, the outermost also those outside', () => {
  expect(binsOf([-1, 0, 4, 9, 10, 99], { from: 0, to: 10 }, 2).counts).toEqual([3, 3]);
});

test.each([
  { durationMs: 0.05, resolutionMs: 0.005, is: true },
  { durationMs: 0.04, resolutionMs: 0.005, is: false },
  { durationMs: 1, resolutionMs: 1, is: false },
])('$durationMs ms with a clock of $resolutionMs ms is told apart: $is', ({ durationMs, resolutionMs, is }) => {
  expect(isResolved(durationMs, resolutionMs)).toBe(is);
});

test.each<{ value: number; unit: Unit; text: string }>([
  { value: 200_000, unit: 'count', text: '200,000' },
  { value: 0.0004, unit: 'percent', text: '< 0.01 %' },
  { value: 39.28, unit: 'percent', text: '39.3 %' },
  { value: 1.98, unit: 'times', text: '1.98×' },
  { value: 21.73, unit: 'times', text: '21.7×' },
  { value: 1234, unit: 'milliseconds', text: '1.23 s' },
  { value: 0.1114, unit: 'milliseconds', text: '111 µs' },
  { value: 0.56, unit: 'nanoseconds', text: '0.56 ns' },
  { value: 64_308_681, unit: 'per-second', text: '64.3 M/s' },
  { value: 16_777_216, unit: 'bytes', text: '16 MB' },
])('$value in $unit is written $text', ({ value, unit, text }) => {
  expect(formatQuantity(value, unit, 'en')).toBe(text);
});

test.each([
  { timeMs: 150.2, stepMs: 0.2, text: '150.2 ms' },
  { timeMs: 150.25, stepMs: 0.05, text: '150.25 ms' },
  { timeMs: 150, stepMs: 10, text: '150 ms' },
  { timeMs: 1250, stepMs: 50, text: '1.25 s' },
  { timeMs: 1000.5, stepMs: 0.5, text: '1,000.5 ms' },
])('the moment $timeMs on an axis of $stepMs ms is written $text', ({ timeMs, stepMs, text }) => {
  expect(formatMoment(timeMs, stepMs, 'en')).toBe(text);
});
