import { type LabStateCode, type LabStateName, labStateNames, labStates } from '../recording/lab-event.ts';

/** For each state the number of the simulator's state that it is drawn like: one set of colours and patterns for both. */
const looks: Record<LabStateName, number> = {
  working: 1,
  holding: 0,
  spinning: 8,
  waiting: 4,
  waitingForGil: 3,
  sleeping: 5,
  communicating: 6,
  finished: 7,
  ready: 2,
};

export function lookOf(state: LabStateCode): number {
  return looks[nameOfState(state)];
}

export function nameOfState(state: LabStateCode): LabStateName {
  return labStateNames.find((name) => labStates[name] === state) ?? 'finished';
}
