import { blockWords, controlWords, type LabMemory, seatWords } from '../memory/lab-memory.ts';
import type { EventRing } from '../recording/event-ring.ts';
import { type LabMarkCode, type LabStateCode, labStates } from '../recording/lab-event.ts';
import { Barrier } from '../sync/barrier.ts';
import { spinUntil } from '../sync/patience.ts';
import type { Waiter } from '../sync/waiter.ts';
import type { Link } from './link.ts';
import type { Settings } from './settings.ts';

/** The wait table's name for the barrier between rounds; the experiments' own resources are 0 to 14. */
const gateResource = 15;

/**
 * So long a worker waits awake at the gate. A sleeper is often woken on the core of its waker and shares it for some tenths of a
 * millisecond, longer than many a race lasts; but where there are more workers than cores, waiting awake would only keep others out.
 */
const patienceMs = 2;
const crowdedPatienceMs = 0.05;
/** At the start line all are awake already; who is missing has lost its core for a time slice of the system, some 4 ms. */
const startPatienceMs = 8;

/** A worker's place in the run: its number, the shared memory, its pen, and the gate where all meet. */
export class Seat implements Waiter {
  readonly index: number;
  readonly memory: LabMemory;
  readonly settings: Settings;
  readonly ring: EventRing;
  /** To the neighbour, in experiments that send messages. */
  readonly link: Link | null;
  readonly #seats: Int32Array;
  readonly #at: number;
  readonly #gate: Barrier;
  readonly #startPatienceMs: number;
  /** The state to go back to after a wait. */
  #stateBeforeWait: LabStateCode = labStates.working;
  #state: LabStateCode = labStates.working;
  #startLine = 0;
  #isDetailed = true;

  constructor(index: number, memory: LabMemory, place: Pick<Seat, 'settings' | 'ring' | 'link'>) {
    this.index = index;
    this.memory = memory;
    this.settings = place.settings;
    this.ring = place.ring;
    this.link = place.link;
    this.#seats = memory.seats;
    this.#at = index * blockWords;
    const gateAt = { arrived: controlWords.gateArrived, generation: controlWords.gateGeneration };
    const isCrowded = this.workers > navigator.hardwareConcurrency;
    this.#startPatienceMs = isCrowded ? crowdedPatienceMs : startPatienceMs;
    this.#gate = new Barrier(memory.control, gateAt, {
      parties: this.workers,
      patienceMs: isCrowded ? crowdedPatienceMs : patienceMs,
    });
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
    this.#show(state, argument);
    if (this.#isDetailed) this.ring.record(state, argument);
  }

  /** Everything is recorded until this is called; then only waits are: recording a million operations would slow them down. */
  recordOnlyWaits(): void {
    this.#isDetailed = false;
  }

  mark(mark: LabMarkCode, argument = 0): void {
    this.ring.record(mark, argument);
  }

  beginWait(resource: number): void {
    this.#stateBeforeWait = this.#state;
    Atomics.store(this.#seats, this.#at + seatWords.waitsFor, resource + 1);
    this.#show(labStates.waiting, resource);
    this.ring.record(labStates.waiting, resource);
  }

  endWait(): void {
    Atomics.store(this.#seats, this.#at + seatWords.waitsFor, 0);
    this.#show(this.#stateBeforeWait, 0);
    this.ring.record(this.#stateBeforeWait, 0);
  }

  finish(): void {
    this.#show(labStates.finished, 0);
    this.ring.record(labStates.finished, 0);
  }

  #show(state: LabStateCode, argument: number): void {
    this.#state = state;
    this.#seats[this.#at + seatWords.state] = state | (argument << 8);
  }

  /** Shows how far the worker is; a plain store to its own block. */
  publish(progress: number, round = 0): void {
    this.#seats[this.#at + seatWords.progress] = progress;
    this.#seats[this.#at + seatWords.round] = round;
  }

  /** Waits until every worker is here; whoever goes on says itself what it does next. Returns true to the last one. */
  meet(): boolean {
    this.enter(labStates.spinning, gateResource);
    return this.#gate.meet(this, gateResource);
  }

  /** Meets, and then waits awake for the others, so that all set off in the same microsecond: waking up takes tens of them. */
  meetAtStartLine(): void {
    this.meet();
    this.#startLine += this.workers;
    Atomics.add(this.memory.control, controlWords.startLine, 1);
    spinUntil(
      () => Atomics.load(this.memory.control, controlWords.startLine) >= this.#startLine,
      this.#startPatienceMs,
    );
  }
}
