import { type LabStateName, labStateNames } from '../recording/lab-event.ts';
import type { TimelineRow } from './rows.ts';
import { nameOfState } from './state-look.ts';

/** What part of its recorded time a worker spent in each state: what the canvas shows, for those who cannot see it. */
export function stateShares({ spans }: TimelineRow): Readonly<Record<LabStateName, number>> {
  const sums = Object.fromEntries(labStateNames.map((name) => [name, 0])) as Record<LabStateName, number>;
  let total = 0;
  for (const { fromMs, toMs, state } of spans) {
    sums[nameOfState(state)] += toMs - fromMs;
    total += toMs - fromMs;
  }
  if (total > 0) for (const name of labStateNames) sums[name] /= total;
  return sums;
}
