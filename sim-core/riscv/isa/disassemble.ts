/** From an instruction word to its text, in GNU's spelling with a few of its aliases. */
import { decode } from './decode.ts';
import type { Instruction } from './decode.ts';
import { nameOfCsr } from './csr-names.ts';
import { Kind } from './kind.ts';
import { registerNames } from './register-names.ts';

/** `symbolAt` may name the target of a jump. */
export function disassemble(
  word: number,
  pc: number,
  symbolAt: (address: number) => string | null = () => null,
): string {
  const instruction = decode(word);
  const operands = operandsOf(instruction, pc, symbolAt);
  const mnemonic = instruction.row.mnemonic + orderingOf(instruction);
  return operands === '' ? mnemonic : `${mnemonic} ${operands}`;
}

/** Fills the operands into the syntax of the row. */
function operandsOf(instruction: Instruction, pc: number, symbolAt: (address: number) => string | null): string {
  const { row, immediate, rs1, rs2, rd, word } = instruction;
  if (row.kind === Kind.illegal) return hexadecimal(word);
  const target = (pc + immediate) >>> 0;
  const parts: Readonly<Record<string, string | undefined>> = {
    rd: registerNames[rd],
    rs1: registerNames[rs1],
    rs2: registerNames[rs2],
    imm: String(immediate),
    upper: hexadecimal(immediate >>> 12),
    target: symbolAt(target) ?? hexadecimal(target),
    csr: nameOfCsr.get(immediate & 0xfff) ?? hexadecimal(immediate & 0xfff),
    zimm: String(rs1),
    sets: `${fenceSet(word >>> 24)},${fenceSet(word >>> 20)}`,
  };
  const filled = row.syntax.replaceAll(/[a-z]+\d?/g, (part) => parts[part] ?? part);
  return filled.replaceAll(',', ', ');
}

function orderingOf({ row, word }: Instruction): string {
  if (!row.syntax.endsWith('(rs1)') || row.bytes === 0 || (word & 0x7f) !== 0x2f) return '';
  return ['', '.rl', '.aq', '.aqrl'][(word >>> 25) & 3] ?? '';
}

function fenceSet(bits: number): string {
  const letters = ['i', 'o', 'r', 'w'].filter((_, i) => (bits & (8 >> i)) !== 0).join('');
  return letters === '' ? '0' : letters;
}

function hexadecimal(value: number): string {
  return `0x${(value >>> 0).toString(16)}`;
}
