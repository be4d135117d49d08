/** The architectural state of one hardware thread, and what it shares with the others. */
import type { MemoryPort } from '../memory/memory-port.ts';
import type { Reservations } from '../memory/reservations.ts';
import { CsrFile } from './csr-file.ts';
import type { Counters } from './csr-file.ts';
import { StallCounts } from './stall-counts.ts';

/** Why a hart came to its end. */
export type HartStop =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'breakpoint' }
  | { readonly kind: 'unhandled-trap'; readonly cause: number; readonly value: number; readonly pc: number };

/** What all harts of a machine share beside memory. */
export interface Surroundings {
  readonly reservations: Reservations;
  readonly trapsMisaligned: boolean;
  /** Where the test programs of the RISC-V foundation say that they are done; null if the program has no such symbol. */
  readonly tohostAddress: number | null;
  /** What was stored there; 0 until then. */
  tohostValue: number;
  /** The text that environment calls printed. */
  output: string;
  /** The address of the symbol `pass`, and how many instructions hart 0 had retired when it came there. */
  readonly passAddress: number | null;
  instructionsAtPass: number | null;
}

export interface RetiringCounters extends Counters {
  /** The cycle in which the last instruction so far was retired, or would have been, had it not ended the hart. */
  settledAtCycle: number;
}

interface HartSnapshot {
  readonly x: Int32Array;
  readonly pc: number;
  readonly csr: ReturnType<CsrFile['save']>;
  readonly counters: RetiringCounters;
  readonly stop: HartStop | null;
  readonly stalls: ReturnType<StallCounts['save']>;
}

export class Hart {
  readonly id: number;
  readonly x = new Int32Array(32);
  /** The next instruction to be executed; in the pipeline, to be fetched. */
  pc = 0;
  stop: HartStop | null = null;
  readonly counters: RetiringCounters = { cycles: 0, instructions: 0, settledAtCycle: 0 };
  readonly stalls = new StallCounts();
  readonly csr: CsrFile;
  readonly port: MemoryPort;
  readonly surroundings: Surroundings;

  constructor(id: number, port: MemoryPort, surroundings: Surroundings) {
    this.id = id;
    this.port = port;
    this.surroundings = surroundings;
    this.csr = new CsrFile(id, this.counters);
  }

  /** Counts an instruction that has done all it does. */
  retire(pc: number): void {
    if (pc === this.surroundings.passAddress && this.id === 0) {
      this.surroundings.instructionsAtPass ??= this.counters.instructions;
    }
    this.counters.instructions += 1;
    this.settle();
    if (this.surroundings.tohostValue !== 0) this.stop = { kind: 'exit', code: exitOf(this.surroundings.tohostValue) };
  }

  /** All cycles up to this one count. */
  settle(): void {
    this.counters.settledAtCycle = this.counters.cycles;
    this.stalls.settle();
  }

  save(): HartSnapshot {
    const { x, pc, csr, counters, stop, stalls } = this;
    return { x: x.slice(), pc, csr: csr.save(), counters: { ...counters }, stop, stalls: stalls.save() };
  }

  restore(snapshot: HartSnapshot): void {
    this.x.set(snapshot.x);
    this.pc = snapshot.pc;
    this.csr.restore(snapshot.csr);
    Object.assign(this.counters, snapshot.counters);
    this.stop = snapshot.stop;
    this.stalls.restore(snapshot.stalls);
  }
}

/** What a test program wrote to `tohost`: 1 is success, else the number of the failed test, doubled and odd. */
function exitOf(tohost: number): number {
  return tohost >>> 1;
}
