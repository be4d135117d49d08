/**
 * The five-stage pipeline: IF, ID, EX, MEM, WB.
 * Models: Patterson & Hennessy's pipelined datapath with a hazard unit, forwarding into EX from EX/MEM and MEM/WB (and into ID for branches
 * that are resolved there), branches resolved in ID, EX or MEM, and prediction at fetch. A data cache miss holds IF to MEM; an instruction
 * cache miss feeds bubbles into ID. Traps are taken in MEM and empty the stages before it.
 * Leaves out: multi-cycle multiplication and division, forwarding from MEM to MEM for a store's value.
 */
import { accessMemory, memoryIsReady } from '../hart/access-memory.ts';
import { execute } from '../hart/execute.ts';
import { Flight } from '../hart/flight.ts';
import type { BubbleCause } from '../hart/flight.ts';
import type { Hart } from '../hart/hart.ts';
import { Kind } from '../isa/kind.ts';
import type { SparseMemory } from '../memory/sparse-memory.ts';
import type { BranchPredictor } from '../predictor/branch-predictor.ts';
import type { Core } from './core.ts';
import { hazardOf } from './pipeline-hazards.ts';
import type { BranchStage, HazardRules } from './pipeline-hazards.ts';

/** Where an operand of the instruction in EX (or of a branch in ID) came from. */
export type OperandSource = 'register' | 'MEM' | 'WB';

/** What happened in the last cycle, for the picture; overwritten every cycle. */
export interface PipelineCycle {
  readonly stages: readonly [fetch: Flight, decode: Flight, execute: Flight, memory: Flight, write: Flight];
  hazard: BubbleCause | null;
  isMemoryHeld: boolean;
  redirect: Redirect | null;
  sourceOfA: OperandSource;
  sourceOfB: OperandSource;
}

interface Redirect {
  readonly stage: BranchStage;
  readonly target: number;
  readonly cause: 'control' | 'trap';
}

export interface PipelineObserver {
  /** Called at the end of each cycle, before the instructions move on. */
  observe(cycle: PipelineCycle): void;
}

interface PipelineSnapshot {
  readonly flights: readonly Flight[];
  readonly nextId: number;
  readonly predictor: ReturnType<BranchPredictor['save']>;
}

export class PipelineCore implements Core {
  readonly predictor: BranchPredictor;
  observer: PipelineObserver | null = null;
  readonly #hart: Hart;
  readonly #memory: SparseMemory;
  readonly #rules: HazardRules;
  #fetching = new Flight();
  #decoding = new Flight();
  #executing = new Flight();
  #accessing = new Flight();
  #writing = new Flight();
  #nextId = 2;
  #redirect: Redirect | null = null;
  #hazard: BubbleCause | null = null;
  #isMemoryHeld = false;
  #sourceOfA: OperandSource = 'register';
  #sourceOfB: OperandSource = 'register';

  constructor(parts: { hart: Hart; memory: SparseMemory; rules: HazardRules; predictor: BranchPredictor }) {
    this.#hart = parts.hart;
    this.#memory = parts.memory;
    this.#rules = parts.rules;
    this.predictor = parts.predictor;
    this.#fetching.begin(1, parts.hart.pc);
  }

  tick(): void {
    const hart = this.#hart;
    hart.counters.cycles += 1;
    this.#redirect = null;
    this.#hazard = null;
    this.#sourceOfA = 'register';
    this.#sourceOfB = 'register';
    this.#writeBack();
    if (hart.stop !== null) return;
    this.#accessMemory();
    if (hart.stop !== null) {
      this.observer?.observe(this.cycle());
      return;
    }
    if (this.#redirect === null) this.#execute();
    if (this.#redirect === null) this.#decode();
    this.#fetch();
    this.observer?.observe(this.cycle());
    this.#advance();
  }

  /** The stages as they are now: after `tick`, what the next cycle will begin with. */
  cycle(): PipelineCycle {
    return {
      stages: [this.#fetching, this.#decoding, this.#executing, this.#accessing, this.#writing],
      hazard: this.#hazard,
      isMemoryHeld: this.#isMemoryHeld,
      redirect: this.#redirect,
      sourceOfA: this.#sourceOfA,
      sourceOfB: this.#sourceOfB,
    };
  }

  save(): PipelineSnapshot {
    return {
      flights: this.cycle().stages.map((flight) => copyOf(flight)),
      nextId: this.#nextId,
      predictor: this.predictor.save(),
    };
  }

  restore(snapshot: PipelineSnapshot): void {
    const stages = this.cycle().stages;
    for (const [i, flight] of snapshot.flights.entries()) stages[i]?.copyFrom(flight);
    this.#nextId = snapshot.nextId;
    this.predictor.restore(snapshot.predictor);
  }

  #writeBack(): void {
    const flight = this.#writing;
    const hart = this.#hart;
    if (flight.bubble !== null) {
      hart.stalls.add(flight.bubble);
      return;
    }
    hart.pc = flight.nextPc;
    if (flight.trapCause !== null) {
      hart.stalls.add('trap');
      return;
    }
    const { destination } = flight.instruction;
    if (destination !== 0) hart.x[destination] = flight.result;
    hart.retire(flight.pc);
  }

  #accessMemory(): void {
    const flight = this.#accessing;
    this.#isMemoryHeld = false;
    if (flight.bubble !== null) return;
    const { kind, isControl } = flight.instruction;
    if (kind >= Kind.load || flight.trapCause !== null) {
      if (!memoryIsReady(flight, this.#hart)) {
        this.#isMemoryHeld = true;
        return;
      }
      accessMemory(flight, this.#hart);
      // What ends the hart is no part of the program; the bubbles before it are.
      if (this.#hart.stop !== null) this.#hart.settle();
      if (flight.trapCause !== null || kind === Kind.mret || kind === Kind.fenceI) {
        this.#redirect = { stage: 'MEM', target: flight.nextPc, cause: 'trap' };
      }
    } else if (isControl && this.#rules.branchStage === 'MEM') {
      this.#resolve(flight, 'MEM');
    }
  }

  #execute(): void {
    const flight = this.#executing;
    if (flight.bubble !== null) return;
    if (this.#rules.forwarding) this.#forward(flight);
    if (this.#isMemoryHeld) return;
    execute(flight);
    if (flight.instruction.isControl && this.#rules.branchStage === 'EX') this.#resolve(flight, 'EX');
  }

  #forward(flight: Flight): void {
    const { source1, source2 } = flight.instruction;
    this.#sourceOfA = this.#sourceOf(source1);
    this.#sourceOfB = this.#sourceOf(source2);
    if (this.#sourceOfA !== 'register') flight.a = this.#forwarded(this.#sourceOfA);
    if (this.#sourceOfB !== 'register') flight.b = this.#forwarded(this.#sourceOfB);
  }

  #sourceOf(register: number): OperandSource {
    if (register === 0) return 'register';
    if (register === this.#accessing.instruction.destination) return 'MEM';
    return register === this.#writing.instruction.destination ? 'WB' : 'register';
  }

  #forwarded(source: 'MEM' | 'WB'): number {
    return source === 'MEM' ? this.#accessing.result : this.#writing.result;
  }

  #decode(): void {
    const flight = this.#decoding;
    if (flight.bubble !== null) return;
    const { instruction } = flight;
    flight.a = this.#hart.x[instruction.rs1] as number;
    flight.b = this.#hart.x[instruction.rs2] as number;
    this.#hazard = hazardOf(this.#rules, {
      decoding: flight,
      executing: this.#executing,
      accessing: this.#accessing,
    });
    const isResolvedHere = instruction.isControl && this.#rules.branchStage === 'ID';
    if (!isResolvedHere || this.#hazard !== null || this.#isMemoryHeld) return;
    if (this.#rules.forwarding) this.#forwardIntoDecode(flight);
    execute(flight);
    this.#resolve(flight, 'ID');
  }

  /** The comparator in ID gets what EX/MEM holds; what WB writes is in the register file already. */
  #forwardIntoDecode(flight: Flight): void {
    const { destination } = this.#accessing.instruction;
    if (destination === 0) return;
    if (flight.instruction.source1 === destination) flight.a = this.#accessing.result;
    if (flight.instruction.source2 === destination) flight.b = this.#accessing.result;
  }

  #resolve(flight: Flight, stage: BranchStage): void {
    if (flight.trapCause !== null) return;
    const { kind, immediate } = flight.instruction;
    const isTaken = kind !== Kind.branch || flight.result !== 0;
    const target = kind === Kind.branch ? (flight.pc + immediate) >>> 0 : flight.nextPc;
    this.predictor.learn({ pc: flight.pc, isJump: kind !== Kind.branch, isTaken, target });
    this.predictor.counts.branches += 1;
    if (flight.nextPc === flight.predictedPc) return;
    this.predictor.counts.mispredictions += 1;
    this.#redirect = { stage, target: flight.nextPc, cause: 'control' };
  }

  #fetch(): void {
    const flight = this.#fetching;
    if (flight.isFetched || !this.#hart.port.fetchIsReady(flight.pc)) return;
    flight.isFetched = true;
    flight.instruction = this.#memory.instructionAt(flight.pc);
    flight.predictedPc = this.predictor.predict(flight.pc);
  }

  /** The clock edge: every instruction that can moves one stage on. */
  #advance(): void {
    const free = this.#writing;
    if (this.#isMemoryHeld) {
      free.becomeBubble('data-miss');
      return;
    }
    this.#writing = this.#accessing;
    if (this.#redirect?.stage === 'MEM') {
      this.#accessing = squashed(this.#executing, this.#redirect.cause);
      this.#executing = squashed(this.#decoding, this.#redirect.cause);
      this.#refetch(free, this.#redirect);
      return;
    }
    this.#accessing = this.#executing;
    if (this.#redirect?.stage === 'EX') {
      this.#executing = squashed(this.#decoding, this.#redirect.cause);
      this.#refetch(free, this.#redirect);
    } else if (this.#hazard !== null) {
      this.#executing = squashed(free, this.#hazard);
    } else {
      this.#advanceFront(free);
    }
  }

  #advanceFront(free: Flight): void {
    this.#executing = this.#decoding;
    if (this.#redirect !== null) {
      this.#refetch(free, this.#redirect);
    } else if (this.#fetching.isFetched) {
      this.#decoding = this.#fetching;
      this.#beginFetch(free, this.#decoding.predictedPc);
    } else {
      this.#decoding = squashed(free, 'instruction-miss');
    }
  }

  #refetch(free: Flight, redirect: Redirect): void {
    this.#decoding = squashed(this.#fetching, redirect.cause);
    this.#beginFetch(free, redirect.target);
  }

  #beginFetch(flight: Flight, pc: number): void {
    flight.begin(this.#nextId, pc);
    this.#nextId += 1;
    this.#fetching = flight;
  }
}

function squashed(flight: Flight, cause: BubbleCause): Flight {
  flight.becomeBubble(cause);
  return flight;
}

function copyOf(flight: Flight): Flight {
  const copy = new Flight();
  copy.copyFrom(flight);
  return copy;
}
