/**
 * Control and status registers of a hart.
 * Models: Zicsr and the machine-mode registers of volume II that test programs touch; M and U mode; pc, cause and value of a trap.
 * Leaves out: interrupts, supervisor mode, protection (pmp* are accepted and forgotten), writing to the counters.
 */
export const csrAddress = {
  mstatus: 0x300,
  misa: 0x301,
  mie: 0x304,
  mtvec: 0x305,
  mscratch: 0x340,
  mepc: 0x341,
  mcause: 0x342,
  mtval: 0x343,
  mip: 0x344,
  mhartid: 0xf14,
} as const;

export type Privilege = 0 | 3;

/** What the counters count. */
export interface Counters {
  cycles: number;
  instructions: number;
}

interface CsrSnapshot {
  readonly values: ReadonlyMap<number, number>;
  readonly privilege: Privilege;
}

const machineInterruptEnable = 0x8;
const previousInterruptEnable = 0x80;
const previousPrivilege = 0x1800;
/** RV32 with I, M, A and user mode. */
const misaValue = 0x40101101;

/** Bits that can be written; a register not named here is not there, and reads of it are illegal. */
const writableBits: ReadonlyMap<number, number> = new Map([
  [0x180, 0],
  [csrAddress.mstatus, machineInterruptEnable | previousInterruptEnable | previousPrivilege],
  [csrAddress.misa, 0],
  [0x302, 0],
  [0x303, 0],
  [csrAddress.mie, 0x888],
  [csrAddress.mtvec, ~2],
  [0x306, 7],
  [0x30a, 0],
  [0x310, 0],
  [0x320, 0],
  [csrAddress.mscratch, -1],
  [csrAddress.mepc, ~3],
  [csrAddress.mcause, -1],
  [csrAddress.mtval, -1],
  [csrAddress.mip, 0],
  [0x744, 0],
  [0xb00, 0],
  [0xb02, 0],
  [0xb80, 0],
  [0xb82, 0],
  [0xc00, 0],
  [0xc01, 0],
  [0xc02, 0],
  [0xc80, 0],
  [0xc81, 0],
  [0xc82, 0],
  [0xf11, 0],
  [0xf12, 0],
  [0xf13, 0],
  [csrAddress.mhartid, 0],
]);

const isProtection = (address: number): boolean => address >= 0x3a0 && address <= 0x3ef;

export class CsrFile {
  privilege: Privilege = 3;
  readonly #values = new Map<number, number>();
  readonly #counters: Counters;

  constructor(hart: number, counters: Counters) {
    this.#counters = counters;
    this.#values.set(csrAddress.mhartid, hart);
    this.#values.set(csrAddress.misa, misaValue);
  }

  /** Is the access allowed in the present mode? */
  isAllowed(address: number, isWrite: boolean): boolean {
    const exists = writableBits.has(address) || isProtection(address);
    const isReadOnly = address >>> 10 === 3;
    return exists && this.privilege >= ((address >>> 8) & 3) && !(isWrite && isReadOnly);
  }

  get(address: number): number {
    const high = (address & 0x80) !== 0;
    switch (address & ~0x80) {
      case 0xb00:
      case 0xc00:
      case 0xc01:
        return counterWord(this.#counters.cycles, high);
      case 0xb02:
      case 0xc02:
        return counterWord(this.#counters.instructions, high);
      default:
        return this.#values.get(address) ?? 0;
    }
  }

  set(address: number, value: number): void {
    const bits = writableBits.get(address) ?? 0;
    let kept = (value & bits) | (this.get(address) & ~bits);
    // Only M and U exist: any other MPP reads back as U.
    if (address === csrAddress.mstatus && (kept & previousPrivilege) !== previousPrivilege) kept &= ~previousPrivilege;
    if (bits !== 0) this.#values.set(address, kept);
  }

  /** Enters the trap handler in M mode; the answer is its address. */
  enterTrap({ pc, cause, value }: { pc: number; cause: number; value: number }): number {
    this.#values.set(csrAddress.mepc, pc | 0);
    this.#values.set(csrAddress.mcause, cause);
    this.#values.set(csrAddress.mtval, value | 0);
    const status = this.get(csrAddress.mstatus);
    const wasEnabled = (status & machineInterruptEnable) !== 0 ? previousInterruptEnable : 0;
    this.#values.set(csrAddress.mstatus, wasEnabled | (this.privilege << 11));
    this.privilege = 3;
    return (this.get(csrAddress.mtvec) & ~3) >>> 0;
  }

  /** mret: back to the mode before the trap; the answer is where to go on. */
  leaveTrap(): number {
    const status = this.get(csrAddress.mstatus);
    this.privilege = (status & previousPrivilege) === previousPrivilege ? 3 : 0;
    const enabled = (status & previousInterruptEnable) !== 0 ? machineInterruptEnable : 0;
    this.#values.set(csrAddress.mstatus, enabled | previousInterruptEnable);
    return this.get(csrAddress.mepc) >>> 0;
  }

  save(): CsrSnapshot {
    return { values: new Map(this.#values), privilege: this.privilege };
  }

  restore(snapshot: CsrSnapshot): void {
    this.#values.clear();
    for (const [address, value] of snapshot.values) this.#values.set(address, value);
    this.privilege = snapshot.privilege;
  }
}

function counterWord(count: number, high: boolean): number {
  return high ? Math.floor(count / 0x100000000) | 0 : count | 0;
}
