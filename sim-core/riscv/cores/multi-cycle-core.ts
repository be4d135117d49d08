/**
 * The multi-cycle machine: an instruction takes as many beats as it needs, and every beat is a few register transfers.
 * Models: the textbook machine with PC, IR, MAR, MDR, A, B and ALUOut under a controller whose matrix says (class, beat) → signals: three
 * beats for branches and jumps, four for arithmetic and stores, five for loads (as Patterson & Hennessy's and Ripes' machines).
 * Leaves out: microcode; these inner registers belong to the machine and not to RISC-V.
 */
import { accessMemory, memoryIsReady } from '../hart/access-memory.ts';
import { execute } from '../hart/execute.ts';
import { Flight } from '../hart/flight.ts';
import type { Hart } from '../hart/hart.ts';
import { Kind } from '../isa/kind.ts';
import type { SparseMemory } from '../memory/sparse-memory.ts';
import type { Core } from './core.ts';

/** Registers inside the machine that no program can name. */
export interface InnerRegisters {
  mar: number;
  mdr: number;
  ir: number;
  a: number;
  b: number;
  aluOut: number;
}

interface MultiCycleSnapshot {
  readonly flight: Flight;
  readonly beat: number;
  readonly inner: InnerRegisters;
}

/** In the order of `Kind`. */
const beatsOfKind: readonly number[] = [4, 4, 4, 4, 3, 3, 3, 3, 5, 4, 5, 5, 6, 4, 4, 3, 3, 3, 3, 3];

const memoryBeat = 4;

function beatsOf(kind: Kind): number {
  return beatsOfKind[kind] as number;
}

export class MultiCycleCore implements Core {
  readonly flight = new Flight();
  /** The beat that comes next, from 1. */
  beat = 1;
  readonly inner: InnerRegisters = { mar: 0, mdr: 0, ir: 0, a: 0, b: 0, aluOut: 0 };
  readonly #hart: Hart;
  readonly #memory: SparseMemory;

  constructor(hart: Hart, memory: SparseMemory) {
    this.#hart = hart;
    this.#memory = memory;
  }

  tick(): void {
    this.#hart.counters.cycles += 1;
    if (this.beat === 1) this.#fetch();
    else if (this.beat === 2) this.#decode();
    else this.#work();
  }

  save(): MultiCycleSnapshot {
    const flight = new Flight();
    flight.copyFrom(this.flight);
    return { flight, beat: this.beat, inner: { ...this.inner } };
  }

  restore(snapshot: MultiCycleSnapshot): void {
    this.flight.copyFrom(snapshot.flight);
    this.beat = snapshot.beat;
    Object.assign(this.inner, snapshot.inner);
  }

  #fetch(): void {
    const { flight, inner } = this;
    const hart = this.#hart;
    inner.mar = hart.pc;
    if (!hart.port.fetchIsReady(hart.pc)) return hart.stalls.add('instruction-miss');
    flight.begin(flight.id + 1, hart.pc);
    flight.instruction = this.#memory.instructionAt(hart.pc);
    inner.ir = flight.instruction.word;
    this.beat = 2;
  }

  #decode(): void {
    const { flight, inner } = this;
    flight.a = this.#hart.x[flight.instruction.rs1] as number;
    flight.b = this.#hart.x[flight.instruction.rs2] as number;
    inner.a = flight.a;
    inner.b = flight.b;
    inner.aluOut = (flight.pc + flight.instruction.immediate) | 0;
    this.beat = 3;
  }

  #work(): void {
    const { flight, inner } = this;
    const { kind } = flight.instruction;
    const last = beatsOf(kind);
    if (this.beat === 3) {
      execute(flight);
      inner.aluOut = kind >= Kind.load && kind <= Kind.amo ? flight.address : flight.result;
    }
    if (this.beat === Math.min(memoryBeat, last) && !this.#actOnMemory()) return;
    if (this.beat === last || flight.trapCause !== null) this.#finish();
    else this.beat += 1;
  }

  /** The beat that touches memory, CSRs or the mode; false while the data cache waits for a block. */
  #actOnMemory(): boolean {
    const { flight, inner } = this;
    const { kind } = flight.instruction;
    if (kind < Kind.load && flight.trapCause === null) return true;
    if (kind >= Kind.load && kind <= Kind.amo) inner.mar = flight.address;
    if (!memoryIsReady(flight, this.#hart)) {
      this.#hart.stalls.add('data-miss');
      return false;
    }
    accessMemory(flight, this.#hart);
    inner.mdr = kind === Kind.store ? flight.b : flight.result;
    return true;
  }

  #finish(): void {
    const { flight } = this;
    const hart = this.#hart;
    this.beat = 1;
    if (flight.trapCause === null) {
      const { destination } = flight.instruction;
      if (destination !== 0) hart.x[destination] = flight.result;
      hart.retire(flight.pc);
    } else {
      hart.stalls.add('trap');
    }
    if (hart.stop === null) hart.pc = flight.nextPc;
  }
}
