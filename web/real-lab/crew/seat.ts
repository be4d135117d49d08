import { blockWords, controlWords, type LabMemory, seatWords } from '../memory/lab-memory.ts';
import type { EventRing } from '../recording/event-ring.ts';
import { type LabMarkCode, type LabStateCode, labStates } from '../recording/lab-event.ts';
import { Barrier } from '../sync/barrier.ts';
import type { Waiter } from '../sync/waiter.ts';
import type { Settings } from './settings.ts';

/** The wait table's name for the barrier between rounds; the experiments' own resources are 0 to 14. */
export const gateResource = 15;

/** Turns of the start line's loop: about half a millisecond, then a worker that has no core is not waited for. */
const startSpinLimit = 50_000;

/** A worker's place in the run: its number, the shared memory, its pen, and the gate where all meet. */
export class Seat implements Waiter {
  readonly index: number;
  readonly memory: LabMemory;
  readonly settings: Settings;
  readonly ring: EventRing;
  /** To the neighbour, in experiments that send messages. */
  readonly port: MessagePort | null;
  readonly #seats: Int32Array;
  readonly #at: number;
  readonly #gate: Barrier;
  /** The state to go back to after a wait. */
  #stateBeforeWait: LabStateCode = labStates.working;
  #state: LabStateCode = labStates.working;
  #startLine = 0;

  constructor(index: number, memory: LabMemory, place: Pick<Seat, 'settings' | 'ring' | 'port'>) {
    this.index = index;
    this.memory = memory;
    this.settings = place.settings;
    this.ring = place.ring;
    this.port = place.port;
    this.#seats = memory.seats;
    this.#at = index * blockWords;
    const gateAt = { arrived: controlWords.gateArrived, generation: controlWords.gateGeneration };
    this.#gate = new Barrier(memory.control, gateAt, memory.plan.workers);
  }

  get workers(): number {
    return this.memory.plan.workers;
  }

  /** True to the one worker that does what must be done once. */
  get isFirst(): boolean {
    return this.index === 0;
  }

  get shouldStop(): boolean {
    return Atomics.load(this.memory.control, controlWords.stop) !== 0;
  }

  enter(state: LabStateCode, argument = 0): void {
    this.#state = state;
    this.#seats[this.#at + seatWords.state] = state | (argument << 8);
    this.ring.record(state, argument);
  }

  mark(mark: LabMarkCode, argument = 0): void {
    this.ring.record(mark, argument);
  }

  beginWait(resource: number): void {
    this.#stateBeforeWait = this.#state;
    Atomics.store(this.#seats, this.#at + seatWords.waitsFor, resource + 1);
    this.enter(labStates.waiting, resource);
  }

  endWait(): void {
    Atomics.store(this.#seats, this.#at + seatWords.waitsFor, 0);
    this.enter(this.#stateBeforeWait);
  }

  /** Shows how far the worker is; a plain store to its own block. */
  publish(progress: number, round = 0): void {
    this.#seats[this.#at + seatWords.progress] = progress;
    this.#seats[this.#at + seatWords.round] = round;
  }

  /** Waits until every worker is here. Returns true to the last one. */
  meet(): boolean {
    return this.#gate.meet(this, gateResource);
  }

  /**
   * Meets, and then waits awake for the others, so that all set off in the same microsecond:
   * who was asleep at the gate needs tens of microseconds to wake up.
   */
  meetAtStartLine(): void {
    this.meet();
    this.#startLine += this.workers;
    Atomics.add(this.memory.control, controlWords.startLine, 1);
    for (let spin = 0; spin < startSpinLimit; spin += 1) {
      if (Atomics.load(this.memory.control, controlWords.startLine) >= this.#startLine) return;
    }
  }
}
