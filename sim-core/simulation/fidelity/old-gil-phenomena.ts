/** What 2.7's GIL does: P3, P4b, P5, P7. */
import { overshoot, slices, speedUp, speedUpOfFour } from './busy-programs.ts';
import type { Phenomenon } from './phenomenon.ts';
import { exactly, within } from './phenomenon.ts';
import { startOrder } from './thread-phenomena.ts';

const python = '2.7';

export const oldGilPhenomena: readonly Phenomenon[] = [
  {
    id: 'P3',
    title: 'speed-up of 2 busy threads, 2 cores, 2.7',
    real: '0.60',
    source: speedUp(100_000),
    settings: { python },
    holds: within(0.5, 0.8),
  },
  {
    id: 'P3',
    title: 'speed-up of 4 busy threads, 2 cores, 2.7',
    real: '0.46',
    source: speedUpOfFour(50_000),
    settings: { python },
    holds: within(0.35, 0.65),
  },
  {
    id: 'P3',
    title: 'speed-up of 2 busy threads, 1 core, 2.7',
    real: '1.00',
    source: speedUp(100_000),
    settings: { python, cores: 1 },
    holds: within(0.9, 1.05),
  },
  {
    id: 'P3',
    title: 'speed-up of 4 busy threads, 1 core, 2.7',
    real: '0.83',
    source: speedUpOfFour(100_000),
    settings: { python, cores: 1 },
    holds: within(0.75, 0.95),
  },
  {
    id: 'P4b',
    title: 'slice in ms on 2 cores, 2.7',
    real: '0.01–0.17',
    source: slices(0.05, 3),
    settings: { python },
    holds: within(0.01, 0.17),
  },
  {
    id: 'P4b',
    title: 'slice in ms on one core, 2.7',
    real: '4.00',
    source: slices(0.15, 2),
    settings: { python, cores: 1 },
    holds: within(3.6, 4.4),
  },
  {
    id: 'P5',
    title: 'a sleeper beside a busy thread is late by ms, 2.7',
    real: '0.08–0.16',
    source: overshoot,
    settings: { python },
    holds: within(0.05, 0.2),
  },
  {
    id: 'P7',
    title: '2.7: a child with 10 µs of work is mostly before start() returns, not always',
    real: 'cm 56 %',
    source: startOrder('700', 40),
    settings: { python },
    measure: ({ stdout }) => `cm ${Math.round((100 * (stdout.match(/cm/g) ?? []).length) / 40)} %`,
    holds: (measured) => {
      const share = Number(/\d+/.exec(measured)?.[0]);
      return share >= 20 && share <= 90;
    },
  },
  {
    id: 'P7',
    title: '2.7: a child with 2 ms of work never is',
    real: '30 of 30',
    source: startOrder('45000', 10),
    settings: { python },
    holds: exactly('mc'.repeat(10)),
  },
];
