/** Walks through one instruction after the other by register transfers; the clock ticks when the last transfer of its cycle has happened. */
import { MultiCycleCore } from '../cores/multi-cycle-core.ts';
import type { SingleCycleCore } from '../cores/single-cycle-core.ts';
import type { Hart } from '../hart/hart.ts';
import type { Machine } from '../machine/machine.ts';
import type { MicroView } from './lab-view.ts';
import type { MicroStep, PartId, WireId } from './machine-parts.ts';
import { microStepsOf } from './micro-steps.ts';

export type Tick = (chosenHart: number | null) => void;

const mostCyclesToSettle = 2_000;

export class InstructionWalk {
  readonly #machine: Machine;
  readonly #hart: Hart;
  readonly #core: SingleCycleCore | MultiCycleCore;
  readonly #wires = new Map<WireId, number>();
  readonly #holds = new Map<PartId, number>();
  #steps: readonly MicroStep[] = [];
  #shown = 0;
  #start = 0;
  #pc = 0;
  /** The transfers of this cycle are done, but the clock's tick brought nothing: memory is slow. */
  #isWaiting = false;

  constructor(machine: Machine, hart: Hart, core: SingleCycleCore | MultiCycleCore) {
    this.#machine = machine;
    this.#hart = hart;
    this.#core = core;
    this.#pc = hart.pc;
  }

  get isComplete(): boolean {
    return this.#shown === this.#steps.length && !this.#isWaiting;
  }

  place(): { start: number; shown: number; isComplete: boolean } {
    return { start: this.#start, shown: this.#shown, isComplete: this.isComplete };
  }

  view(): MicroView {
    return { steps: this.#steps, shown: this.#shown, wires: [...this.#wires], holds: [...this.#holds], pc: this.#pc };
  }

  /** The next transfer, or one more cycle of waiting. */
  transfer(tick: Tick): void {
    if (this.#isWaiting) {
      this.#tickOnce(tick);
      return;
    }
    if (this.#shown === this.#steps.length) this.#begin();
    const step = this.#steps[this.#shown];
    if (step === undefined) return;
    for (const [wire, value] of step.wires) this.#wires.set(wire, value);
    for (const [part, value] of step.holds) this.#holds.set(part, value);
    this.#shown += 1;
    if (this.#isLastOfCycle(step)) this.#tickOnce(tick);
  }

  /** To the end of the instruction. */
  finish(tick: Tick): void {
    while (!this.isComplete && !this.#machine.isStopped) this.transfer(tick);
  }

  /** After a jump in time: on to the next border between two instructions, and nothing shown yet. */
  settle(tick: () => void): void {
    for (let i = 0; i < mostCyclesToSettle && this.#isInside() && !this.#machine.isStopped; i += 1) tick();
    this.#wires.clear();
    this.#holds.clear();
    this.forget();
  }

  /** The instruction to come has not begun. */
  forget(): void {
    this.#steps = [];
    this.#shown = 0;
    this.#start = this.#machine.cycle;
    this.#pc = this.#hart.pc;
    this.#isWaiting = false;
  }

  #begin(): void {
    this.#steps = microStepsOf(this.#hart, this.#machine.memory);
    this.#shown = 0;
    this.#start = this.#machine.cycle;
    this.#pc = this.#hart.pc;
  }

  #isInside(): boolean {
    return this.#core instanceof MultiCycleCore ? this.#core.beat > 1 : this.#core.flight.isFetched;
  }

  #isLastOfCycle(step: MicroStep): boolean {
    const next = this.#steps[this.#shown];
    if (next === undefined) return true;
    return this.#core instanceof MultiCycleCore && next.beat > step.beat;
  }

  #tickOnce(tick: Tick): void {
    const { beat, retirements } = this.#progress();
    tick(null);
    const after = this.#progress();
    this.#isWaiting = this.#hart.stop === null && after.beat === beat && after.retirements === retirements;
    if (!this.#isWaiting) return;
    const last = this.#steps[this.#shown - 1];
    if (last === undefined || last.isWait) return;
    const wait: MicroStep = {
      ...last,
      transfer: '…',
      value: null,
      wires: [],
      holds: [],
      parts: ['cache', 'memory', 'addressBus'],
      isWait: true,
    };
    this.#steps = [...this.#steps.slice(0, this.#shown), wait, ...this.#steps.slice(this.#shown)];
    this.#shown += 1;
  }

  #progress(): { beat: number; retirements: number } {
    const beat = this.#core instanceof MultiCycleCore ? this.#core.beat : 0;
    const { counters, stalls } = this.#hart;
    // A trap retires nothing, but it is progress, too.
    return { beat, retirements: counters.instructions + stalls.trapsSeen };
  }
}
