/** From an instruction word to what the stages need to know of it, once for each word of a program. */
import { immediateOf } from './immediate.ts';
import { illegalRow, instructionTable } from './instruction-table.ts';
import type { InstructionRow } from './instruction-table.ts';
import { Kind } from './kind.ts';

export interface Instruction {
  readonly word: number;
  readonly row: InstructionRow;
  readonly kind: Kind;
  readonly rd: number;
  readonly rs1: number;
  readonly rs2: number;
  readonly immediate: number;
  /** The registers really read and written; 0 where none is, because x0 never has to be waited for. */
  readonly source1: number;
  readonly source2: number;
  readonly destination: number;
  /** The result is there only after MEM: loads, atomics and CSR reads. */
  readonly isLate: boolean;
  readonly isControl: boolean;
}

const rowsOfOpcode: readonly (readonly InstructionRow[])[] = Array.from({ length: 128 }, (_, opcode) =>
  instructionTable.filter((it) => (it.match & 0x7f) === opcode),
);

export function decode(word: number): Instruction {
  const row = rowsOfOpcode[word & 0x7f]?.find((it) => (word & it.mask) === it.match) ?? illegalRow;
  const kind = row.kind;
  const rd = (word >>> 7) & 0x1f;
  const rs1 = (word >>> 15) & 0x1f;
  const rs2 = (word >>> 20) & 0x1f;
  return {
    word,
    row,
    kind,
    rd,
    rs1,
    rs2,
    immediate: immediateOf(word, row.format),
    source1: row.syntax.includes('rs1') ? rs1 : 0,
    source2: row.syntax.includes('rs2') ? rs2 : 0,
    destination: row.syntax.startsWith('rd') ? rd : 0,
    isLate: kind === Kind.load || (kind >= Kind.loadReserved && kind <= Kind.csrImmediate),
    isControl: kind === Kind.branch || kind === Kind.jal || kind === Kind.jalr,
  };
}
