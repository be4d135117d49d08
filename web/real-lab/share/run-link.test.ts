import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress, runHash } from './run-link.ts';
import type { SharedRun } from './shared-run.ts';

const run: SharedRun = {
  experiment: 'litmus',
  settings: { workers: 2, variant: 'store-buffering', amount: 204_800, rounds: 1 },
  machine: { cores: 2, browser: 'Chromium 156', clockResolutionMs: 0.005, ringCost: { eventNs: 180, storesNs: 2 } },
  ending: 'finished',
  elapsedMs: 120,
  day: '2026-11-21',
  summary: {
    checks: [{ id: 'atomic-never-weak', kind: 'law', holds: true }],
    measures: [{ id: 'trials', value: 204_800, unit: 'count', isResolved: true }],
    charts: [{ kind: 'outcomes', id: 'outcomes', rows: [{ label: 'plain', counts: [147_575, 27_194, 29_604, 427] }] }],
  },
};

test('a run comes out of its link as it went in', () => {
  expect(readAddress(runHash(run))).toEqual({ kind: 'run', run });
});

test('measured numbers keep five digits, counts all', () => {
  const precise = { ...run, elapsedMs: 120.123456 };
  expect(readAddress(runHash(precise))).toEqual({ kind: 'run', run: { ...run, elapsedMs: 120.12 } });
});

/** Written once by version 1: links that people have sent must stay readable. */
test('format 1 begins with its number', () => {
  expect(runHash(run)).toMatch(/^#run=1\.[\w-]+$/);
});

test.each([
  { hash: '', address: { kind: 'experiment', experiment: 'lost-update' } },
  { hash: '#/amdahl', address: { kind: 'experiment', experiment: 'amdahl' } },
  { hash: '#/unknown', address: { kind: 'experiment', experiment: 'lost-update' } },
  { hash: '#run=2.abc', address: { kind: 'newer', version: 2 } },
  { hash: '#run=1.abc', address: { kind: 'broken' } },
  { hash: '#run=x', address: { kind: 'broken' } },
  { hash: `#run=1.${'A'.repeat(30_000)}`, address: { kind: 'broken' } },
])('$hash is read', ({ hash, address }) => {
  expect(readAddress(hash)).toEqual(address);
});

test('a link that lost its end is broken, wherever it was cut', () => {
  const hash = runHash(run);
  fc.assert(
    fc.property(fc.integer({ min: 8, max: hash.length - 1 }), (length) => {
      expect(readAddress(hash.slice(0, length)).kind).toBe('broken');
    }),
  );
});
