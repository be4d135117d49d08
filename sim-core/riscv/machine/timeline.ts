/**
 * Going forward and back in a run. A run is a pure function of program, settings and the harts chosen by hand, so going back is running
 * again from the nearest checkpoint: undo N, redo N gives the same state.
 */
import type { MachineConfig } from './machine-config.ts';
import { Machine } from './machine.ts';
import type { MachineSnapshot } from './machine.ts';
import type { ProgramImage } from './program-image.ts';

const cyclesBetweenCheckpoints = 4096;
const mostCheckpoints = 64;

export class Timeline {
  readonly machine: Machine;
  #checkpoints: MachineSnapshot[];
  /** The hart that got the edge of each cycle, where a person chose; index 0 is cycle 1. */
  #choices: (number | null)[] = [];
  #spacing = cyclesBetweenCheckpoints;

  constructor(image: ProgramImage, config: MachineConfig) {
    this.machine = new Machine(image, config);
    this.#checkpoints = [this.machine.save()];
  }

  get cycle(): number {
    return this.machine.cycle;
  }

  get choices(): readonly (number | null)[] {
    return this.#choices;
  }

  /** Takes over the choices of another walk, to be followed from here. */
  adopt(choices: readonly (number | null)[]): void {
    this.#choices = [...choices];
  }

  /** One cycle on; a new choice forgets what was chosen after this point. False if the machine has stopped. */
  step(chosenHart: number | null = null): boolean {
    if (this.machine.isStopped) return false;
    const isByHand = this.machine.config.interleaving.kind === 'by-hand';
    if (isByHand) {
      this.#choices.length = this.machine.cycle;
      this.#choices.push(chosenHart);
    }
    this.machine.tick(isByHand ? chosenHart : null);
    this.#checkpointIfDue();
    return true;
  }

  /** Up to so many cycles on; the answer is how many were done. */
  run(cycles: number): number {
    const start = this.cycle;
    while (this.cycle - start < cycles && !this.machine.isStopped) {
      const untilCheckpoint = this.#spacing - (this.cycle % this.#spacing);
      this.#advance(Math.min(untilCheckpoint, cycles - (this.cycle - start)));
    }
    return this.cycle - start;
  }

  /** To the end of a cycle that has been before. */
  seek(cycle: number): void {
    if (cycle >= this.cycle) {
      this.run(cycle - this.cycle);
      return;
    }
    const checkpoint = this.#checkpoints.findLast((it) => it.cycle <= cycle) ?? this.#checkpoints[0];
    if (checkpoint) this.machine.restore(checkpoint);
    this.run(Math.max(0, cycle - this.cycle));
  }

  back(cycles: number): void {
    this.seek(Math.max(0, this.cycle - cycles));
  }

  #advance(cycles: number): void {
    const { machine } = this;
    if (machine.config.interleaving.kind === 'by-hand') {
      for (let i = 0; i < cycles && !machine.isStopped; i += 1) machine.tick(this.#choices[machine.cycle] ?? null);
    } else {
      machine.run(cycles);
    }
    this.#checkpointIfDue();
  }

  #checkpointIfDue(): void {
    const last = this.#checkpoints.at(-1)?.cycle ?? 0;
    if (this.cycle % this.#spacing !== 0 || this.cycle <= last) return;
    this.#checkpoints.push(this.machine.save());
    if (this.#checkpoints.length <= mostCheckpoints) return;
    this.#spacing *= 2;
    this.#checkpoints = this.#checkpoints.filter((it) => it.cycle % this.#spacing === 0);
  }
}
