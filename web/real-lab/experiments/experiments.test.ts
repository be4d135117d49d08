import { expect, test } from 'vitest';
import type { Settings } from '../crew/settings.ts';
import type { Machine } from '../machine/machine.ts';
import { createLabMemory } from '../memory/lab-memory.ts';
import { cureNames, cureResult, cureResultAt } from '../programs/cures.ts';
import { readEventLog } from '../recording/event-log.ts';
import type { RunSummary } from '../results/run-summary.ts';
import { experiments } from './catalogue.ts';
import { experimentIds } from './experiment-id.ts';
import { type Experiment, fitSettings } from './experiment.ts';

const machine: Machine = {
  cores: 2,
  browser: 'test',
  clockResolutionMs: 0.005,
  ringCost: { eventNs: 100, storesNs: 5 },
};

/** Summarises results as if workers had left them. */
function summaryOf(
  experiment: Experiment,
  change: { readonly settings?: Partial<Settings>; readonly results?: readonly number[]; readonly machine?: Machine },
): RunSummary {
  const settings = { ...experiment.defaults, ...change.settings };
  const memory = createLabMemory({ ...experiment.planFor(settings), workers: settings.workers });
  memory.results.set(change.results ?? []);
  const log = readEventLog(memory);
  const ending = { kind: 'finished' } as const;
  return experiment.summarise({ settings, memory, log, ending, elapsedMs: 10, machine: change.machine ?? machine });
}

function holds({ checks }: RunSummary, id: string): boolean | undefined {
  return checks.find((check) => check.id === id)?.holds;
}

test.each([
  { name: 'losses are seen', results: [200, 150, 120], lost: true, never: true, median: 150 },
  { name: 'no loss', results: [200, 200, 200], lost: false, never: true, median: 200 },
  { name: 'a count too high breaks the law', results: [200, 201, 200], lost: false, never: false, median: 200 },
])('lost update: $name', ({ results, lost, never, median }) => {
  const summary = summaryOf(experiments['lost-update'], { settings: { amount: 100, rounds: 3 }, results });
  expect([holds(summary, 'updates-lost'), holds(summary, 'never-more')]).toEqual([lost, never]);
  expect(summary.measures.find(({ id }) => id === 'median-result')?.value).toBe(median);
});

function cureResults(countOfMutex: number, elapsedMs: number): readonly number[] {
  const results: number[] = [];
  for (const [cure, name] of cureNames.entries()) {
    const at = cureResultAt(cure, 0, 1);
    results[at + cureResult.elapsedMs] = elapsedMs;
    results[at + cureResult.count] = name === 'mutex' ? countOfMutex : 200;
    results[at + cureResult.retries] = 0;
  }
  return results;
}

test.each([
  { name: 'exact', count: 200, exact: true },
  { name: 'one short', count: 199, exact: false },
])('cures: $name', ({ count, exact }) => {
  const summary = summaryOf(experiments.cures, {
    settings: { amount: 100, rounds: 1 },
    results: cureResults(count, 2),
  });
  expect(holds(summary, 'cures-exact')).toBe(exact);
});

test('cures: what the clock cannot resolve is said to be so', () => {
  const coarse = { ...machine, clockResolutionMs: 1 };
  const { charts } = summaryOf(experiments.cures, {
    settings: { amount: 100, rounds: 1 },
    results: cureResults(200, 2),
    machine: coarse,
  });
  const [chart] = charts;
  expect(chart?.kind === 'bars' && chart.bars.every(({ isResolved }) => !isResolved)).toBe(true);
});

test('the real GIL: the quickest rounds are compared', () => {
  const results = [80, 160, 40, 160, 80, 90, 4];
  const summary = summaryOf(experiments['interpreter-lock'], { settings: { rounds: 2 }, results });
  const value = (id: string): number | undefined => summary.measures.find((measure) => measure.id === id)?.value;
  expect([value('speed-up-with-gil'), value('speed-up-without-gil'), value('gil-switches')]).toEqual([1, 2, 2]);
});

test.each([
  { variant: 'store-buffering', counts: [1, 9, 9, 1, 0, 9, 9, 1], plainWeak: true, atomicSafe: true },
  { variant: 'store-buffering', counts: [0, 9, 9, 1, 1, 9, 9, 1], plainWeak: false, atomicSafe: false },
  { variant: 'message-passing', counts: [5, 9, 0, 1, 5, 9, 0, 1], plainWeak: false, atomicSafe: true },
])('litmus, $variant: $counts', ({ variant, counts, plainWeak, atomicSafe }) => {
  const summary = summaryOf(experiments.litmus, { settings: { variant }, results: counts });
  expect([holds(summary, 'plain-weak-seen'), holds(summary, 'atomic-never-weak')]).toEqual([plainWeak, atomicSafe]);
});

test.each(experimentIds)('%s: any settings are brought into range', (id) => {
  const experiment = experiments[id];
  const wild = { workers: 99, variant: 'nonsense', amount: Number.NaN, rounds: -5 };
  const fitted = fitSettings(experiment, wild);
  expect(fitted.workers).toBeLessThanOrEqual(8);
  expect(fitted.workers).toBeGreaterThanOrEqual(1);
  expect(experiment.fields.variants).toContain(fitted.variant);
  expect(fitSettings(experiment, fitted)).toEqual(fitted);
});
