/** What the GIL of 3.x does to threads that compute: P3 to P5. */
import { overshoot, slices, speedUp } from './busy-programs.ts';
import type { Phenomenon } from './phenomenon.ts';
import { within } from './phenomenon.ts';

export const gilPhenomena: readonly Phenomenon[] = [
  {
    id: 'P3',
    title: 'speed-up of 2 busy threads, 2 cores, 3.13',
    real: '0.96',
    source: speedUp(1_000_000),
    settings: { maxSteps: 400_000_000 },
    holds: within(0.92, 1.08),
  },
  {
    id: 'P3',
    title: 'speed-up of 2 busy threads, 2 cores, 3.9',
    real: '1.05',
    source: speedUp(1_000_000),
    settings: { maxSteps: 400_000_000, python: '3.9' },
    holds: within(0.92, 1.08),
  },
  {
    id: 'P3',
    title: 'speed-up of 2 busy threads, 2 cores, 3.13t',
    real: '1.94',
    source: speedUp(1_000_000),
    settings: { maxSteps: 400_000_000, python: '3.13t' },
    holds: within(1.75, 2.05),
  },
  {
    id: 'P3',
    title: 'speed-up of 2 busy threads, 1 core, 3.13',
    real: '0.95',
    source: speedUp(1_000_000),
    settings: { maxSteps: 400_000_000, cores: 1 },
    holds: within(0.92, 1.08),
  },
  {
    id: 'P4',
    title: 'slice in ms at an interval of 5 ms',
    real: '5.10',
    source: slices(0.2, 2),
    settings: {},
    holds: within(5.05, 5.2),
  },
  {
    id: 'P4',
    title: 'slice in ms at an interval of 1 ms',
    real: '1.09',
    source: slices(0.2, 2),
    settings: { switchIntervalMs: 1 },
    holds: within(1.05, 1.2),
  },
  {
    id: 'P4b',
    title: 'slice in ms on one core',
    real: '8.00',
    source: slices(0.2, 2),
    settings: { cores: 1 },
    holds: within(7.5, 8.5),
  },
  {
    id: 'P5',
    title: 'a sleeper beside a busy thread is late by ms',
    real: '5.16–5.26',
    source: overshoot,
    settings: { maxSteps: 400_000_000 },
    holds: within(5.05, 5.35),
  },
  {
    id: 'P5',
    title: '… at an interval of 1 ms',
    real: '1.16',
    source: overshoot,
    settings: { switchIntervalMs: 1 },
    holds: within(1.05, 1.35),
  },
  {
    id: 'P5',
    title: '… without a GIL',
    real: '0.11',
    source: overshoot,
    settings: { python: '3.13t' },
    holds: within(0.04, 0.2),
  },
];
