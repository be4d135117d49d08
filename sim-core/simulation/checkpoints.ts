/**
 * Copies of the machine taken on the way through a run, bounded in number and in memory: when there are too many, the one goes whose
 * neighbours are nearest to each other. New ones are taken at twice that density, so that the distances stay about equal.
 */
import { copyGraph, measuredCopy } from './copy-graph.ts';
import type { Simulation } from './simulation.ts';

const firstStep = 1_000;
const leastDistance = 40_000;
const mostCheckpoints = 32;
const mostBytes = 64e6;
/** A copy costs time and memory by its size: of a large machine there are fewer. */
const bytesPerStep = 8;

interface Checkpoint {
  readonly machine: Simulation;
  readonly bytes: number;
}

export class Checkpoints {
  private readonly shared: readonly object[];
  private taken: readonly Checkpoint[] = [];
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
    while (this.isTooMuch()) this.dropOne();
    const distance = Math.max(leastDistance, Math.floor(steps / (2 * this.taken.length)));
    this.nextSteps = steps + Math.max(Math.min(steps, distance), Math.ceil(checkpoint.bytes / bytesPerStep));
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

  /** The first stays: what it has behind it is starting the machine; the last stays, too. */
  private dropOne(): void {
    const { taken } = this;
    const stepsOf = (i: number): number => (taken[i] as Checkpoint).machine.steps;
    let least = 1;
    for (let i = 2; i < taken.length - 1; i += 1)
      if (stepsOf(i + 1) - stepsOf(i - 1) < stepsOf(least + 1) - stepsOf(least - 1)) least = i;
    this.taken = taken.filter((_, i) => i !== least);
  }

  private isTooMuch(): boolean {
    if (this.taken.length <= 2) return false;
    return this.taken.length > mostCheckpoints || this.taken.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes;
  }
}
