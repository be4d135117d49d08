/**
 * One person's walk through a run: forward by register transfers, cycles or instructions, and back by the same, exactly.
 * Going back replays from a little earlier, so that wires, tables and lanes are again what they were.
 */
import { PipelineCore } from '../cores/pipeline-core.ts';
import { SingleCycleCore } from '../cores/single-cycle-core.ts';
import { MultiCycleCore } from '../cores/multi-cycle-core.ts';
import type { MachineConfig } from '../machine/machine-config.ts';
import type { Machine } from '../machine/machine.ts';
import type { ProgramImage } from '../machine/program-image.ts';
import { Timeline } from '../machine/timeline.ts';
import { HartLanes } from './hart-lanes.ts';
import { InstructionWalk } from './instruction-walk.ts';
import { busViewOf, hartViewsOf, memoryWindowsOf } from './lab-view.ts';
import type { LabView, ViewRequest } from './lab-view.ts';
import { PipelineRecorder } from './pipeline-recorder.ts';

export type StepUnit = 'transfer' | 'cycle' | 'instruction';

/** A place that one can be at: between two transfers, or between two cycles. */
interface Position {
  readonly cycle: number;
  /** The cycle in which the instruction shown began, and how many of its transfers have happened. */
  readonly start: number;
  readonly shown: number;
  readonly isComplete: boolean;
  readonly retired: number;
  /** False where only whole cycles are shown. */
  readonly isWalk: boolean;
}

/** So much is replayed before a place to which one goes back. */
const replayedCycles = 160;
const mostCyclesPerInstruction = 2_000;

export class LabSession {
  readonly #timeline: Timeline;
  readonly #recorders: readonly PipelineRecorder[];
  readonly #lanes: HartLanes;
  readonly #walk: InstructionWalk | null;

  constructor(image: ProgramImage, config: MachineConfig) {
    this.#timeline = new Timeline(image, config);
    this.#lanes = new HartLanes(config.harts);
    const isPipeline = config.model === 'pipeline';
    this.#recorders = isPipeline
      ? this.machine.cores.map(() => new PipelineRecorder(() => this.machine.cycle, symbolFinder(image)))
      : [];
    this.#watch(true);
    this.#walk = walkOf(this.machine);
  }

  get machine(): Machine {
    return this.#timeline.machine;
  }

  /** To a place of an earlier walk, by the choices that were made then. */
  open(cycle: number, choices: readonly (number | null)[]): void {
    this.#timeline.adopt(choices);
    this.seek(cycle);
  }

  /** One unit forward. A hart may be chosen where harts are interleaved by hand. */
  step(unit: StepUnit, chosenHart: number | null): void {
    if (this.#walk === null) this.#stepWhole(unit, chosenHart);
    else this.#stepWalk(this.#walk, unit);
  }

  /** Many cycles forward, unwatched; what the pictures need of the last ones is replayed. */
  run(cycles: number): void {
    this.#walk?.finish((chosen) => this.#tick(chosen));
    if (this.machine.isStopped) return;
    this.#watch(false);
    this.#timeline.run(cycles);
    this.#watch(true);
    const end = this.machine.cycle;
    this.#replayTo(end, (position) => position.cycle >= end);
  }

  back(unit: StepUnit): void {
    const here = this.#position();
    const log = this.#replayTo(here.cycle, (position) => isSame(position, here));
    const target = targetOf(log, unit);
    this.#replayTo(target?.cycle ?? 0, (position) => target === null || isSame(position, target));
  }

  /** To the beginning of the instruction that is shown, to see it again. */
  again(): void {
    const { start } = this.#position();
    this.#replayTo(start, (position) => position.cycle >= start);
    this.#walk?.forget();
  }

  seek(cycle: number): void {
    this.#replayTo(cycle, (position) => position.cycle >= cycle);
  }

  view(request: ViewRequest, hart: number): LabView {
    const { machine } = this;
    return {
      cycle: machine.cycle,
      isStopped: machine.isStopped,
      micro: this.#walk?.view() ?? null,
      pipeline: this.#recorders[hart]?.view() ?? null,
      harts: hartViewsOf(machine),
      lanes: this.#lanes.view(),
      bus: busViewOf(machine),
      output: machine.surroundings.output,
      memory: memoryWindowsOf(machine, request),
      choices: this.#timeline.choices,
    };
  }

  #watch(isWatched: boolean): void {
    for (const [hart, recorder] of this.#recorders.entries()) {
      const core = this.machine.cores[hart];
      if (core instanceof PipelineCore) core.observer = isWatched ? recorder : null;
    }
  }

  #tick(chosenHart: number | null): void {
    const note = this.#lanes.watch(this.machine);
    this.#timeline.step(chosenHart);
    note();
  }

  #stepWalk(walk: InstructionWalk, unit: StepUnit): void {
    const { cycle } = this.machine;
    const tick = (): void => this.#tick(null);
    do walk.transfer(tick);
    while (
      !this.machine.isStopped &&
      !isUnitDone(unit, { hasTicked: this.machine.cycle > cycle, isComplete: walk.isComplete })
    );
  }

  #stepWhole(unit: StepUnit, chosenHart: number | null): void {
    const before = this.#retired();
    this.#tick(chosenHart);
    if (unit !== 'instruction') return;
    for (let i = 0; i < mostCyclesPerInstruction && this.#retired() === before && !this.machine.isStopped; i += 1) {
      this.#tick(chosenHart);
    }
  }

  #retired(): number {
    return this.machine.harts.reduce((sum, hart) => sum + hart.counters.instructions, 0);
  }

  #position(): Position {
    const { cycle } = this.machine;
    const walk = this.#walk?.place() ?? { start: Math.max(0, cycle - 1), shown: 0, isComplete: true };
    return { cycle, retired: this.#retired(), isWalk: this.#walk !== null, ...walk };
  }

  /** Goes a little before a cycle and forward again until the place is reached; the answer is the places on the way. */
  #replayTo(cycle: number, isThere: (position: Position) => boolean): Position[] {
    const { choices } = this.#timeline;
    const chosen = [...choices];
    this.#watch(false);
    this.#timeline.seek(Math.max(0, cycle - replayedCycles));
    this.#watch(true);
    this.#walk?.settle(() => this.#timeline.step(chosen[this.machine.cycle] ?? null));
    for (const recorder of this.#recorders) recorder.clear();
    this.#lanes.clear();
    const log = [this.#position()];
    while (!isThere(log.at(-1) ?? this.#position()) && !this.machine.isStopped && this.machine.cycle <= cycle) {
      this.step(this.#walk === null ? 'cycle' : 'transfer', chosen[this.machine.cycle] ?? null);
      log.push(this.#position());
    }
    return log;
  }
}

/** Between two instructions there is one place in a cycle, whether the last one is still shown or not. */
function isSame(a: Position, b: Position): boolean {
  return a.cycle === b.cycle && ((a.isComplete && b.isComplete) || (a.start === b.start && a.shown === b.shown));
}

/** The nearest place before the last one of the log at which a step of this unit ends; null for the start. */
function targetOf(log: readonly Position[], unit: StepUnit): Position | null {
  const ends = log.filter((position, i) => i === 0 || endsStep(position, log[i - 1] ?? position, unit));
  return ends.findLast((position) => position !== log.at(-1)) ?? null;
}

function endsStep(position: Position, before: Position, unit: StepUnit): boolean {
  switch (unit) {
    case 'transfer':
      return true;
    case 'cycle':
      return position.cycle > before.cycle;
    case 'instruction':
      return position.isWalk ? position.isComplete : position.retired > before.retired;
  }
}

function isUnitDone(unit: StepUnit, { hasTicked, isComplete }: { hasTicked: boolean; isComplete: boolean }): boolean {
  switch (unit) {
    case 'transfer':
      return true;
    case 'cycle':
      return hasTicked;
    case 'instruction':
      return isComplete;
  }
}

/** Register transfers are shown of a single hart without a pipeline. */
function walkOf(machine: Machine): InstructionWalk | null {
  const [core] = machine.cores;
  const [hart] = machine.harts;
  if (machine.cores.length > 1 || hart === undefined) return null;
  if (core instanceof SingleCycleCore || core instanceof MultiCycleCore)
    return new InstructionWalk(machine, hart, core);
  return null;
}

function symbolFinder(image: ProgramImage): (address: number) => string | null {
  const names = new Map([...image.symbols].map(([name, address]) => [address, name]));
  return (address) => names.get(address) ?? null;
}
