import { expect, test } from 'vitest';
import { experiments } from '../experiments/catalogue.ts';
import { experimentIds } from '../experiments/experiment-id.ts';
import { type LitmusTest, litmusOutcomes } from './litmus-outcomes.ts';
import { enumerateResults, possibleResults } from './possible-results.ts';
import { predict } from './predict.ts';
import { printedNumber, printedSeries } from './printed-results.ts';
import { amdahlSpeedUp, amdahlSpeedUpOnCores } from './speed-up.ts';

test.each([
  [1, 3],
  [2, 1],
  [2, 2],
  [2, 3],
  [2, 5],
  [3, 1],
  [3, 2],
  [3, 3],
])('%i workers with %i increments: the rule gives what every interleaving gives', (workers, amount) => {
  const { from, to } = possibleResults(workers, amount);
  const every = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  expect([...enumerateResults(workers, amount)].toSorted((a, b) => a - b)).toEqual(every);
});

test.each<{ litmus: LitmusTest; buffered: boolean; possible: string }>([
  { litmus: 'store-buffering', buffered: false, possible: '01 10 11' },
  { litmus: 'store-buffering', buffered: true, possible: '00 01 10 11' },
  { litmus: 'message-passing', buffered: false, possible: '00 01 11' },
  { litmus: 'message-passing', buffered: true, possible: '00 01 11' },
])('$litmus with store buffers $buffered shows $possible', ({ litmus, buffered, possible }) => {
  const names = ['00', '01', '10', '11'].filter((_, outcome) => litmusOutcomes(litmus, buffered)[outcome]);
  expect(names.join(' ')).toBe(possible);
});

test.each([
  { serial: 0, workers: 4, cores: 4, ideal: 4, real: 4 },
  { serial: 0, workers: 3, cores: 2, ideal: 3, real: 1.5 },
  { serial: 0.5, workers: 2, cores: 2, ideal: 4 / 3, real: 4 / 3 },
  { serial: 1, workers: 8, cores: 2, ideal: 1, real: 1 },
])('Amdahl: serial $serial, $workers workers, $cores cores', ({ serial, workers, cores, ideal, real }) => {
  expect(amdahlSpeedUp(serial, workers)).toBeCloseTo(ideal);
  expect(amdahlSpeedUpOnCores(serial, workers, cores)).toBeCloseTo(real);
});

const every = experimentIds.flatMap((id) => experiments[id].fields.variants.map((variant) => ({ id, variant })));

test.each(every)('$id, $variant: predicted, with a Python program of the same counts', ({ id, variant }) => {
  const { defaults } = experiments[id];
  const { program } = predict({ experiment: id, settings: { ...defaults, variant, workers: 7 }, cores: 2 });
  expect(program.text).toMatch(/^import /);
  expect(program.text).not.toMatch(/undefined|NaN/);
  expect(Math.max(...program.text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(66);
});

test.each([
  { output: '115225\n', number: 115_225 },
  { output: '0.99\n', number: null },
  { output: '1\n2\n', number: null },
])('$output holds the number $number', ({ output, number }) => {
  expect(printedNumber(output)).toBe(number);
});

test.each([
  { chart: 'speed-up-by-workers', output: '1 1.0\n2 1.98\n', points: '1,1 2,1.98' },
  { chart: 'lateness', output: '16 140.50 ms late\n17 130.00 ms late\n', points: '160,140.5 170,130' },
  { chart: 'message-time', output: '1024 2e-05\n16384 0.001\n', points: '1024,0.02 16384,1' },
  { chart: 'lateness', output: 'nothing\n', points: '' },
] as const)('a curve for $chart is read from what is printed', ({ chart, output, points }) => {
  const [series] = printedSeries(output, chart);
  expect((series?.points ?? []).map((point) => point.join(',')).join(' ')).toBe(points);
});
