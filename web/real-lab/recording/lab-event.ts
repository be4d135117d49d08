/** What a worker can say of itself while it runs: the states it enters and the marks it leaves. */

/** What a worker is doing, as the timeline colours it. */
export const labStates = {
  /** Computes, holding nothing. */
  working: 0,
  /** Is inside: holds a lock, the interpreter lock, a fork. */
  holding: 1,
  /** Runs in circles until something changes: uses a core without getting on. */
  spinning: 2,
  /** Asleep in `Atomics.wait` for a lock, semaphore or barrier. */
  waiting: 3,
  /** Asleep until it gets the interpreter lock. */
  waitingForGil: 4,
  /** Has nothing to do until a timer or a message comes. */
  sleeping: 5,
  /** Copies or hands over bytes. */
  communicating: 6,
  finished: 7,
  /** Could run and waits for a core: only a simulated machine knows this of its threads. */
  ready: 8,
} as const;
export type LabStateName = keyof typeof labStates;
export type LabStateCode = (typeof labStates)[LabStateName];

export const labStateNames = Object.keys(labStates) as readonly LabStateName[];

/** Things that happen at one moment. Their numbers follow the states', so that one byte tells both. */
export const labMarks = {
  roundBegins: 16,
  dropRequested: 17,
  timerDue: 18,
  timerFired: 19,
  messageSent: 20,
} as const;
export type LabMarkName = keyof typeof labMarks;
export type LabMarkCode = (typeof labMarks)[LabMarkName];

export const labMarkNames = Object.keys(labMarks) as readonly LabMarkName[];

/** One recorded event, read back. */
export interface LabEvent {
  readonly timeMs: number;
  readonly code: LabStateCode | LabMarkCode;
  /** The resource, round or size it is about. */
  readonly argument: number;
}
