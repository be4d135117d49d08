/**
 * The single-cycle machine: every instruction does everything in one long clock cycle.
 * Models: Patterson & Hennessy's first datapath; a cache miss holds the clock until the block has come.
 */
import { accessMemory, memoryIsReady } from '../hart/access-memory.ts';
import { execute } from '../hart/execute.ts';
import { Flight } from '../hart/flight.ts';
import type { Hart } from '../hart/hart.ts';
import { Kind } from '../isa/kind.ts';
import type { SparseMemory } from '../memory/sparse-memory.ts';
import type { Core } from './core.ts';

export class SingleCycleCore implements Core {
  /** The last instruction executed, or the one that waits for memory. */
  readonly flight = new Flight();
  readonly #hart: Hart;
  readonly #memory: SparseMemory;

  constructor(hart: Hart, memory: SparseMemory) {
    this.#hart = hart;
    this.#memory = memory;
  }

  tick(): void {
    const hart = this.#hart;
    const flight = this.flight;
    hart.counters.cycles += 1;
    if (!flight.isFetched) {
      if (!hart.port.fetchIsReady(hart.pc)) return hart.stalls.add('instruction-miss');
      flight.begin(flight.id + 1, hart.pc);
      flight.isFetched = true;
      flight.instruction = this.#memory.instructionAt(hart.pc);
      flight.a = hart.x[flight.instruction.rs1] as number;
      flight.b = hart.x[flight.instruction.rs2] as number;
      execute(flight);
    }
    if (flight.instruction.kind >= Kind.load || flight.trapCause !== null) {
      if (!memoryIsReady(flight, hart)) return hart.stalls.add('data-miss');
      accessMemory(flight, hart);
    }
    finish(flight, hart);
  }

  save(): Flight {
    const copy = new Flight();
    copy.copyFrom(this.flight);
    return copy;
  }

  restore(snapshot: Flight): void {
    this.flight.copyFrom(snapshot);
  }
}

function finish(flight: Flight, hart: Hart): void {
  flight.isFetched = false;
  if (flight.trapCause === null) {
    const { destination } = flight.instruction;
    if (destination !== 0) hart.x[destination] = flight.result;
    hart.retire(flight.pc);
  } else {
    hart.stalls.add('trap');
  }
  if (hart.stop === null) hart.pc = flight.nextPc;
}
