/**
 * Copies of the machine taken on the way through a run, bounded in number and in memory: when there are too many, every other one goes
 * and the distance between them doubles. Early ones lie closer: what a person looks at first is the beginning.
 */
import { copyGraph, measuredCopy } from './copy-graph.ts';
import type { Simulation } from './simulation.ts';

const firstStep = 1_000;
const firstIntervalSteps = 100_000;
const mostCheckpoints = 32;
const mostBytes = 96e6;

interface Checkpoint {
  readonly machine: Simulation;
  readonly bytes: number;
}

export class Checkpoints {
  private readonly shared: readonly object[];
  private taken: readonly Checkpoint[] = [];
  private intervalSteps = firstIntervalSteps;
  /** At how many steps the next one is due. */
  nextSteps = firstStep;

  /** `shared`: what all copies have in common. */
  constructor(shared: readonly object[]) {
    this.shared = shared;
  }

  /** Takes one of the run as it stands; where native code is in the middle of something it is tried again a little later. */
  take(run: Simulation): void {
    const { steps } = run;
    const checkpoint = measuredCopy(run, this.shared);
    if (checkpoint === null) {
      this.nextSteps = steps + Math.min(10_000, firstStep + Math.floor(steps / 4));
      return;
    }
    checkpoint.copy.machine.maxSteps = Number.MAX_SAFE_INTEGER;
    this.taken = [...this.taken, { machine: checkpoint.copy, bytes: checkpoint.bytes }];
    while (this.isTooMuch()) {
      this.taken = this.taken.filter((_, i) => i === 0 || i % 2 === 1);
      this.intervalSteps *= 2;
    }
    this.nextSteps = steps + Math.min(steps, this.intervalSteps);
  }

  /** How many steps the last one at or before `step` is at; 0 if there is none. */
  stepsBefore(step: number): number {
    return this.lastBefore(step)?.steps ?? 0;
  }

  /** A copy of the last one at or before `step`, to be gone on with. */
  copyBefore(step: number): Simulation | null {
    const base = this.lastBefore(step);
    return base === null ? null : copyGraph(base, this.shared);
  }

  private lastBefore(step: number): Simulation | null {
    return this.taken.findLast(({ machine }) => machine.steps <= step)?.machine ?? null;
  }

  private isTooMuch(): boolean {
    if (this.taken.length <= 2) return false;
    return this.taken.length > mostCheckpoints || this.taken.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes;
  }
}
