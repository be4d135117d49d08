/** From a real instruction with its operands to the instruction word. */
import { csrOfName } from '../isa/csr-names.ts';
import { immediateBits } from '../isa/immediate.ts';
import { instructionTable, rowOfMnemonic } from '../isa/instruction-table.ts';
import type { InstructionRow } from '../isa/instruction-table.ts';
import { registerOfName } from '../isa/register-names.ts';
import { errorAt, nearestWord, placeOf } from './assembly-diagnostic.ts';
import type { AssemblyDiagnostic, Place } from './assembly-diagnostic.ts';
import { evaluate } from './expression.ts';
import type { Scope } from './expression.ts';
import { hasBase, pseudoNames } from './pseudo-instructions.ts';
import type { RealInstruction } from './pseudo-instructions.ts';
import type { Token } from './scan.ts';

type Operand = readonly Token[];
type Encoded = number | AssemblyDiagnostic;

interface Operands {
  readonly row: InstructionRow;
  readonly all: readonly Operand[];
  readonly scope: Scope;
  readonly place: Place;
}

/** How an operand is read and where its bits go. */
type Encoder = (operands: Operands, index: number) => Encoded;

const rd: Encoder = (operands, index) => shifted(register(operands, index), 7);
const rs1: Encoder = (operands, index) => shifted(register(operands, index), 15);
const rs2: Encoder = (operands, index) => shifted(register(operands, index), 20);

/** In the order in which the operands are written. */
const encodersOf: Readonly<Record<InstructionRow['syntax'], readonly Encoder[]>> = {
  'rd,rs1,rs2': [rd, rs1, rs2],
  'rd,rs1,imm': [rd, rs1, immediate],
  'rd,imm(rs1)': [rd, baseAndOffset],
  'rs2,imm(rs1)': [rs2, baseAndOffset],
  'rs1,rs2,target': [rs1, rs2, target],
  'rd,upper': [rd, upper],
  'rd,target': [rd, target],
  'rd,csr,rs1': [rd, csr, rs1],
  'rd,csr,zimm': [rd, csr, smallImmediate],
  'rd,(rs1)': [rd, bareBase],
  'rd,rs2,(rs1)': [rd, rs2, bareBase],
  sets: [fenceSet(24), fenceSet(20)],
  '': [],
};

export function encodeInstruction({ name, operands }: RealInstruction, scope: Scope): Encoded {
  const { mnemonic, orderingBits } = withoutOrdering(name.text.toLowerCase());
  const row = rowOfMnemonic.get(mnemonic);
  if (row === undefined) return unknownInstruction(name);
  const encoders = encodersOf[row.syntax];
  if (operands.length !== encoders.length) {
    const example = row.syntax === '' ? 'it takes none' : `write ${mnemonic} ${row.syntax}`;
    return errorAt(name, `'${mnemonic}' takes ${encoders.length} operands, not ${operands.length}`, example);
  }
  let word = row.match | orderingBits;
  for (const [index, encode] of encoders.entries()) {
    const bits = encode({ row, all: operands, scope, place: name }, index);
    if (typeof bits !== 'number') return bits;
    word |= bits;
  }
  return word;
}

/** lr, sc and amo may end in .aq, .rl or .aqrl. */
function withoutOrdering(text: string): { mnemonic: string; orderingBits: number } {
  const match = /^(.*\.w)\.(aq|rl|aqrl)$/.exec(text);
  const suffix = match?.[2] ?? '';
  const orderingBits = (suffix.includes('aq') ? 1 << 26 : 0) | (suffix.includes('rl') ? 1 << 25 : 0);
  return { mnemonic: match?.[1] ?? text, orderingBits };
}

function unknownInstruction(name: Token): AssemblyDiagnostic {
  const known = [...instructionTable.map((row) => row.mnemonic), ...pseudoNames];
  const nearest = nearestWord(name.text.toLowerCase(), known);
  if (pseudoNames.has(name.text)) return errorAt(name, `'${name.text}' does not take so many operands`);
  return errorAt(name, `unknown instruction '${name.text}'`, nearest === null ? null : `did you mean '${nearest}'?`);
}

function shifted(value: Encoded, by: number): Encoded {
  return typeof value === 'number' ? value << by : value;
}

function register({ row, all, place }: Operands, index: number): Encoded {
  const operand = all[index] ?? [];
  const number = operand.length === 1 ? registerOfName.get(operand[0]?.text ?? '') : undefined;
  if (number !== undefined) return number;
  const text = operand.map((token) => token.text).join('');
  const immediateRow = operand[0]?.kind === 'number' && rowOfMnemonic.has(`${row.mnemonic}i`);
  const nearest = nearestWord(text, registerOfName.keys());
  const hint =
    nearest === null ? 'registers are x0 to x31, or zero, ra, sp, t0, a0, s0 …' : `did you mean '${nearest}'?`;
  const immediateHint = `use ${row.mnemonic}i for a number`;
  return errorAt(placeOf(operand, place), `'${text}' is not a register`, immediateRow ? immediateHint : hint);
}

function valueOf({ all, scope, place }: Operands, index: number): Encoded {
  return evaluate(all[index] ?? [], scope, place);
}

function immediate(operands: Operands, index: number): Encoded {
  const value = valueOf(operands, index);
  if (typeof value !== 'number') return value;
  const place = placeOf(operands.all[index] ?? [], operands.place);
  if (operands.row.format === 'shift') {
    if (value < 0 || value > 31) return errorAt(place, `a shift by ${value} is not 0 to 31`);
  } else if (value < -2048 || value > 2047) {
    return errorAt(place, `${value} is not −2048 to 2047`, 'load it into a register with li first');
  }
  return immediateBits(value, operands.row.format);
}

function baseAndOffset(operands: Operands, index: number): Encoded {
  const operand = operands.all[index] ?? [];
  const place = placeOf(operand, operands.place);
  if (!hasBase(operand))
    return errorAt(place, 'an offset and a register in parentheses are expected', 'for example 8(sp)');
  const base = register({ ...operands, all: [operand.slice(-2, -1)] }, 0);
  if (typeof base !== 'number') return base;
  const tokens = operand.slice(0, -3);
  const offset = tokens.length === 0 ? 0 : evaluate(tokens, operands.scope, place);
  if (typeof offset !== 'number') return offset;
  if (offset < -2048 || offset > 2047) {
    return errorAt(place, `the offset ${offset} is not −2048 to 2047`, 'put the address into a register with la');
  }
  return (base << 15) | immediateBits(offset, operands.row.format);
}

function bareBase(operands: Operands, index: number): Encoded {
  const operand = operands.all[index] ?? [];
  const place = placeOf(operand, operands.place);
  const isZeroOffset = operand.length === 3 || (operand.length === 4 && operand[0]?.text === '0');
  if (!hasBase(operand) || !isZeroOffset) {
    return errorAt(place, 'atomics take a register in parentheses without an offset', 'for example (a0)');
  }
  return shifted(register({ ...operands, all: [operand.slice(-2, -1)] }, 0), 15);
}

function target(operands: Operands, index: number): Encoded {
  const address = valueOf(operands, index);
  if (typeof address !== 'number') return address;
  const { format } = operands.row;
  const reach = format === 'B' ? 4096 : 1048576;
  const distance = (address - operands.scope.here) | 0;
  const place = placeOf(operands.all[index] ?? [], operands.place);
  if ((distance & 1) !== 0) return errorAt(place, 'the target of a jump is an even address');
  if (distance < -reach || distance >= reach) {
    const hint = format === 'B' ? 'branch around a j' : 'use tail or call';
    return errorAt(place, `the target is ${distance} bytes away; this reaches ±${reach}`, hint);
  }
  return immediateBits(distance, format);
}

function upper(operands: Operands, index: number): Encoded {
  const value = valueOf(operands, index);
  if (typeof value !== 'number') return value;
  const place = placeOf(operands.all[index] ?? [], operands.place);
  if (value < -0x80000 || value > 0xfffff) {
    return errorAt(place, `${value} does not fit into 20 bits`, 'write %hi(value), or use li');
  }
  return value << 12;
}

function csr(operands: Operands, index: number): Encoded {
  const operand = operands.all[index] ?? [];
  const named = operand.length === 1 ? csrOfName.get(operand[0]?.text ?? '') : undefined;
  const value = named ?? valueOf(operands, index);
  if (typeof value !== 'number') return value;
  const place = placeOf(operand, operands.place);
  return value < 0 || value > 0xfff ? errorAt(place, 'a CSR number is 0 to 0xfff') : value << 20;
}

function smallImmediate(operands: Operands, index: number): Encoded {
  const value = valueOf(operands, index);
  if (typeof value !== 'number') return value;
  const place = placeOf(operands.all[index] ?? [], operands.place);
  return value < 0 || value > 31 ? errorAt(place, `${value} is not 0 to 31`) : value << 15;
}

/** A set of i, o, r, w as a number, at a place in the word. */
function fenceSet(shift: number): Encoder {
  return (operands, index) => {
    const text = operands.all[index]?.map((token) => token.text).join('') ?? '';
    if (text === '0') return 0;
    if (!/^i?o?r?w?$/.test(text) || text === '') {
      return errorAt(placeOf(operands.all[index] ?? [], operands.place), `'${text}' is not a set of i, o, r and w`);
    }
    const bits = ['w', 'r', 'o', 'i'].reduce((sum, letter, bit) => sum | (text.includes(letter) ? 1 << bit : 0), 0);
    return bits << shift;
  };
}
