/** A run as it travels in a link: what was set, where it ran, what came out. The timeline is too long for a link; the export has it. */
import * as v from 'valibot';
import { experimentIds } from '../experiments/experiment-id.ts';
import type { Machine } from '../machine/machine.ts';
import type { CrewEnding } from '../crew/crew-ending.ts';
import type { Settings } from '../crew/settings.ts';
import type { ExperimentId } from '../experiments/experiment-id.ts';
import type { RunSummary } from '../results/run-summary.ts';

export interface SharedRun {
  readonly experiment: ExperimentId;
  readonly settings: Settings;
  readonly machine: Machine;
  readonly ending: CrewEnding['kind'];
  readonly elapsedMs: number;
  /** The day, as 2026-11-21. */
  readonly day: string;
  readonly summary: RunSummary;
}

const count = v.pipe(v.number(), v.finite());
const text = v.pipe(v.string(), v.maxLength(80));
const numbers = v.pipe(v.array(count), v.maxLength(2000));
const isResolved = v.boolean();

const chart = v.variant('kind', [
  v.object({ kind: v.literal('histogram'), id: text, from: count, to: count, counts: numbers }),
  v.object({
    kind: v.literal('bars'),
    id: text,
    unit: text,
    bars: v.array(v.object({ label: text, value: count, spread: v.tuple([count, count]), isResolved })),
  }),
  v.object({ kind: v.literal('counts'), id: text, first: count, counts: numbers }),
  v.object({
    kind: v.literal('lines'),
    id: text,
    xUnit: text,
    yUnit: text,
    scale: v.picklist(['linear', 'log']),
    series: v.array(v.object({ label: text, points: v.pipe(v.array(v.tuple([count, count])), v.maxLength(2000)) })),
  }),
  v.object({ kind: v.literal('outcomes'), id: text, rows: v.array(v.object({ label: text, counts: numbers })) }),
]);

export const sharedRunSchema = v.object({
  experiment: v.picklist(experimentIds),
  settings: v.object({ workers: count, variant: text, amount: count, rounds: count }),
  machine: v.object({
    cores: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096)),
    browser: text,
    clockResolutionMs: count,
    ringCost: v.object({ eventNs: count, storesNs: count }),
  }),
  ending: v.picklist(['finished', 'deadlock', 'limit', 'stopped', 'failed']),
  elapsedMs: count,
  day: text,
  summary: v.object({
    checks: v.array(v.object({ id: text, kind: v.picklist(['law', 'sighting']), holds: v.boolean() })),
    measures: v.array(v.object({ id: text, value: count, unit: text, isResolved })),
    charts: v.array(chart),
  }),
});
