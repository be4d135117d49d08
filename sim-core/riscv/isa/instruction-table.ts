/**
 * The instruction set as a table: one row an instruction, read by decoder, assembler, disassembler and tests alike.
 * Models: RV32I, M, A (the .w forms), Zicsr, Zifencei, mret and wfi.
 * Leaves out: C, F, D, V, supervisor and hypervisor instructions.
 */
import * as arithmetic from './arithmetic.ts';
import type { WordOperation } from './arithmetic.ts';
import { Kind } from './kind.ts';

/** How the bits of the immediate lie in the word. */
export type Format = 'R' | 'I' | 'S' | 'B' | 'U' | 'J' | 'shift' | 'csr' | 'system';

/** The operands as one writes them. */
type Syntax =
  | 'rd,rs1,rs2'
  | 'rd,rs1,imm'
  | 'rd,imm(rs1)'
  | 'rs2,imm(rs1)'
  | 'rs1,rs2,target'
  | 'rd,upper'
  | 'rd,target'
  | 'rd,csr,rs1'
  | 'rd,csr,zimm'
  | 'rd,(rs1)'
  | 'rd,rs2,(rs1)'
  | 'sets'
  | '';

export interface InstructionRow {
  readonly mnemonic: string;
  readonly format: Format;
  readonly syntax: Syntax;
  readonly mask: number;
  readonly match: number;
  readonly kind: Kind;
  readonly compute: WordOperation;
  /** Bytes that a load or store moves; 0 for the others. */
  readonly bytes: 0 | 1 | 2 | 4;
  readonly isSigned: boolean;
}

type RowRest = Partial<Pick<InstructionRow, 'compute' | 'bytes' | 'isSigned'>>;
type RowStart = readonly [mnemonic: string, format: Format, syntax: Syntax, mask: number, match: number, kind: Kind];

function row([mnemonic, format, syntax, mask, match, kind]: RowStart, rest: RowRest = {}): InstructionRow {
  return {
    mnemonic,
    format,
    syntax,
    mask,
    match,
    kind,
    compute: arithmetic.noOperation,
    bytes: 0,
    isSigned: true,
    ...rest,
  };
}

const functMask = 0xfe00707f | 0;
const immediateMask = 0x0000707f;

function register(mnemonic: string, funct7: number, funct3: number, compute: WordOperation): InstructionRow {
  return row([mnemonic, 'R', 'rd,rs1,rs2', functMask, (funct7 << 25) | (funct3 << 12) | 0x33, Kind.alu], { compute });
}
function immediate(mnemonic: string, funct3: number, compute: WordOperation): InstructionRow {
  return row([mnemonic, 'I', 'rd,rs1,imm', immediateMask, (funct3 << 12) | 0x13, Kind.aluImmediate], { compute });
}
function shift(mnemonic: string, funct7: number, funct3: number, compute: WordOperation): InstructionRow {
  const match = (funct7 << 25) | (funct3 << 12) | 0x13;
  return row([mnemonic, 'shift', 'rd,rs1,imm', functMask, match, Kind.aluImmediate], { compute });
}
function branch(mnemonic: string, funct3: number, compute: WordOperation): InstructionRow {
  return row([mnemonic, 'B', 'rs1,rs2,target', immediateMask, (funct3 << 12) | 0x63, Kind.branch], { compute });
}
function load(mnemonic: string, funct3: number, bytes: 1 | 2 | 4, isSigned: boolean): InstructionRow {
  return row([mnemonic, 'I', 'rd,imm(rs1)', immediateMask, (funct3 << 12) | 0x03, Kind.load], { bytes, isSigned });
}
function store(mnemonic: string, funct3: number, bytes: 1 | 2 | 4): InstructionRow {
  return row([mnemonic, 'S', 'rs2,imm(rs1)', immediateMask, (funct3 << 12) | 0x23, Kind.store], { bytes });
}
function amo(mnemonic: string, funct5: number, compute: WordOperation): InstructionRow {
  const match = (funct5 << 27) | 0x202f;
  return row([mnemonic, 'R', 'rd,rs2,(rs1)', 0xf800707f | 0, match, Kind.amo], { compute, bytes: 4 });
}
function csr(mnemonic: string, funct3: number): InstructionRow {
  const isImmediate = funct3 >= 5;
  const syntax = isImmediate ? 'rd,csr,zimm' : 'rd,csr,rs1';
  const kind = isImmediate ? Kind.csrImmediate : Kind.csr;
  return row([mnemonic, 'csr', syntax, immediateMask, (funct3 << 12) | 0x73, kind]);
}
function system(mnemonic: string, match: number, kind: Kind): InstructionRow {
  return row([mnemonic, 'system', '', -1, match, kind]);
}

export const instructionTable: readonly InstructionRow[] = [
  row(['lui', 'U', 'rd,upper', 0x7f, 0x37, Kind.lui]),
  row(['auipc', 'U', 'rd,upper', 0x7f, 0x17, Kind.auipc]),
  row(['jal', 'J', 'rd,target', 0x7f, 0x6f, Kind.jal]),
  row(['jalr', 'I', 'rd,imm(rs1)', immediateMask, 0x67, Kind.jalr]),
  branch('beq', 0, arithmetic.isEqual),
  branch('bne', 1, arithmetic.isUnequal),
  branch('blt', 4, arithmetic.setLess),
  branch('bge', 5, arithmetic.isNotLess),
  branch('bltu', 6, arithmetic.setLessUnsigned),
  branch('bgeu', 7, arithmetic.isNotLessUnsigned),
  load('lb', 0, 1, true),
  load('lh', 1, 2, true),
  load('lw', 2, 4, true),
  load('lbu', 4, 1, false),
  load('lhu', 5, 2, false),
  store('sb', 0, 1),
  store('sh', 1, 2),
  store('sw', 2, 4),
  immediate('addi', 0, arithmetic.add),
  immediate('slti', 2, arithmetic.setLess),
  immediate('sltiu', 3, arithmetic.setLessUnsigned),
  immediate('xori', 4, arithmetic.exclusiveOr),
  immediate('ori', 6, arithmetic.inclusiveOr),
  immediate('andi', 7, arithmetic.bitwiseAnd),
  shift('slli', 0, 1, arithmetic.shiftLeft),
  shift('srli', 0, 5, arithmetic.shiftRightLogical),
  shift('srai', 0x20, 5, arithmetic.shiftRightArithmetic),
  register('add', 0, 0, arithmetic.add),
  register('sub', 0x20, 0, arithmetic.subtract),
  register('sll', 0, 1, arithmetic.shiftLeft),
  register('slt', 0, 2, arithmetic.setLess),
  register('sltu', 0, 3, arithmetic.setLessUnsigned),
  register('xor', 0, 4, arithmetic.exclusiveOr),
  register('srl', 0, 5, arithmetic.shiftRightLogical),
  register('sra', 0x20, 5, arithmetic.shiftRightArithmetic),
  register('or', 0, 6, arithmetic.inclusiveOr),
  register('and', 0, 7, arithmetic.bitwiseAnd),
  row(['fence', 'system', 'sets', immediateMask, 0x0f, Kind.fence]),
  row(['fence.i', 'system', '', immediateMask, 0x100f, Kind.fenceI]),
  system('ecall', 0x00000073, Kind.ecall),
  system('ebreak', 0x00100073, Kind.ebreak),
  system('mret', 0x30200073, Kind.mret),
  system('wfi', 0x10500073, Kind.fence),
  csr('csrrw', 1),
  csr('csrrs', 2),
  csr('csrrc', 3),
  csr('csrrwi', 5),
  csr('csrrsi', 6),
  csr('csrrci', 7),
  register('mul', 1, 0, arithmetic.multiply),
  register('mulh', 1, 1, arithmetic.multiplyHigh),
  register('mulhsu', 1, 2, arithmetic.multiplyHighSignedUnsigned),
  register('mulhu', 1, 3, arithmetic.multiplyHighUnsigned),
  register('div', 1, 4, arithmetic.divide),
  register('divu', 1, 5, arithmetic.divideUnsigned),
  register('rem', 1, 6, arithmetic.remainder),
  register('remu', 1, 7, arithmetic.remainderUnsigned),
  row(['lr.w', 'R', 'rd,(rs1)', 0xf9f0707f | 0, 0x1000202f, Kind.loadReserved], { bytes: 4 }),
  row(['sc.w', 'R', 'rd,rs2,(rs1)', 0xf800707f | 0, 0x1800202f, Kind.storeConditional], { bytes: 4 }),
  amo('amoswap.w', 0x01, arithmetic.swap),
  amo('amoadd.w', 0x00, arithmetic.add),
  amo('amoxor.w', 0x04, arithmetic.exclusiveOr),
  amo('amoand.w', 0x0c, arithmetic.bitwiseAnd),
  amo('amoor.w', 0x08, arithmetic.inclusiveOr),
  amo('amomin.w', 0x10, arithmetic.minimum),
  amo('amomax.w', 0x14, arithmetic.maximum),
  amo('amominu.w', 0x18, arithmetic.minimumUnsigned),
  amo('amomaxu.w', 0x1c, arithmetic.maximumUnsigned),
];

/** What the decoder answers when no row matches. */
export const illegalRow: InstructionRow = row(['illegal', 'system', '', 0, 0, Kind.illegal]);

export const rowOfMnemonic: ReadonlyMap<string, InstructionRow> = new Map(
  instructionTable.map((it) => [it.mnemonic, it]),
);
