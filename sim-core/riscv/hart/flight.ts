/** An instruction on its way through the machine, with what each stage has found out. Bubbles are flights without an instruction. */
import { decode } from '../isa/decode.ts';
import type { Instruction } from '../isa/decode.ts';

/** Why a stage has nothing to do. */
export type BubbleCause =
  | 'fill'
  | 'load-use'
  | 'data-hazard'
  | 'branch-operand'
  | 'control'
  | 'trap'
  | 'instruction-miss'
  | 'data-miss';

const noInstruction = decode(0);

export class Flight {
  /** Counts fetched instructions from 1; 0 in a bubble. */
  id = 0;
  instruction: Instruction = noInstruction;
  bubble: BubbleCause | null = 'fill';
  pc = 0;
  /** The operands, as read from the register file or forwarded. */
  a = 0;
  b = 0;
  /** Set in EX, or in MEM for what comes from memory or a CSR. */
  result = 0;
  address = 0;
  nextPc = 0;
  predictedPc = 0;
  trapCause: number | null = null;
  trapValue = 0;
  isFetched = false;

  begin(id: number, pc: number): void {
    this.id = id;
    this.bubble = null;
    this.pc = pc;
    this.nextPc = (pc + 4) >>> 0;
    this.predictedPc = this.nextPc;
    this.trapCause = null;
    this.isFetched = false;
  }

  becomeBubble(cause: BubbleCause): void {
    this.id = 0;
    this.bubble = cause;
    this.instruction = noInstruction;
    this.trapCause = null;
  }

  copyFrom(other: Readonly<Flight>): void {
    Object.assign(this, other);
  }
}
