/**
 * What one instruction does, transfer by transfer, foretold from the state before it.
 * Models: the textbook's machine (Patterson & Hennessy's multi-cycle datapath around one internal bus); the beats are those of
 * cores/multi-cycle-core.ts. The single-cycle machine does all of it within one clock, in the same order.
 */
import { execute } from '../hart/execute.ts';
import { Flight } from '../hart/flight.ts';
import type { Hart } from '../hart/hart.ts';
import { disassemble } from '../isa/disassemble.ts';
import { Kind } from '../isa/kind.ts';
import type { SparseMemory } from '../memory/sparse-memory.ts';
import type { MicroStep } from './machine-parts.ts';
import { access } from './memory-steps.ts';
import { Script, calculate, nameOf, symbols, writeRegister } from './micro-script.ts';
import type { Scene } from './micro-script.ts';

/** The transfers of the instruction at the hart's pc. */
export function microStepsOf(hart: Hart, memory: SparseMemory): readonly MicroStep[] {
  const flight = new Flight();
  flight.begin(0, hart.pc);
  flight.instruction = memory.instructionAt(hart.pc);
  flight.a = hart.x[flight.instruction.rs1] ?? 0;
  flight.b = hart.x[flight.instruction.rs2] ?? 0;
  execute(flight);
  const scene = { flight, hart, script: new Script() };
  fetch(scene);
  decode(scene);
  work(scene);
  return scene.script.steps;
}

function fetch({ flight, script }: Scene): void {
  const { pc, instruction } = flight;
  const { word } = instruction;
  script.enter('fetch', 1);
  script.add('MAR ← PC', {
    value: pc,
    parts: ['pc', 'bus', 'mar', 'addressBus'],
    wires: [
      ['pc-bus', pc],
      ['bus-mar', pc],
      ['mar-address', pc],
    ],
    holds: [['mar', pc]],
  });
  script.add('IR ← M[MAR]', {
    value: word,
    parts: ['memory', 'cache', 'controlBus', 'dataBus', 'mdr', 'bus', 'ir'],
    wires: [
      ['matrix-control', 0],
      ['data-mdr', word],
      ['mdr-bus', word],
      ['bus-ir', word],
    ],
    holds: [
      ['mdr', word],
      ['ir', word],
    ],
  });
  script.add('PC ← PC + 4', {
    value: pc + 4,
    parts: ['pc', 'adder'],
    wires: [
      ['pc-adder', pc],
      ['adder-pc', pc + 4],
    ],
    holds: [['pc', pc + 4]],
  });
}

function decode({ flight, script }: Scene): void {
  const { instruction, a, b, pc } = flight;
  const { word, row, source1, source2, immediate } = instruction;
  script.enter('decode', 2);
  script.add(`ID: ${disassemble(word, pc)}`, {
    parts: ['ir', 'decoder', 'controller', 'beats', 'matrix'],
    wires: [
      ['ir-decoder', word],
      ['decoder-controller', word],
    ],
    holds: [['decoder', word]],
  });
  if (row.syntax.includes('rs1')) {
    script.add(`A ← ${nameOf(source1)}`, {
      value: a,
      parts: ['registers', 'bus', 'a'],
      wires: [
        ['registers-bus', a],
        ['bus-a', a],
      ],
      holds: [['a', a]],
    });
  }
  if (row.syntax.includes('rs2')) {
    script.add(`B ← ${nameOf(source2)}`, {
      value: b,
      parts: ['registers', 'bus', 'b'],
      wires: [
        ['registers-bus', b],
        ['bus-b', b],
      ],
      holds: [['b', b]],
    });
  }
  if (/imm|upper|target/.test(row.syntax)) {
    script.add('imm ← IR', {
      value: immediate,
      parts: ['ir', 'immediate'],
      wires: [['ir-immediate', word]],
      holds: [['immediate', immediate]],
    });
  }
}

function work(scene: Scene): void {
  const { kind } = scene.flight.instruction;
  scene.script.enter('execute', 3);
  if (scene.flight.trapCause !== null || kind >= Kind.ecall) return trap(scene);
  if (kind <= Kind.auipc) return compute(scene);
  if (kind === Kind.jal || kind === Kind.jalr) return jump(scene);
  if (kind === Kind.branch) return branch(scene);
  if (kind === Kind.fence) return scene.script.add('fence', { parts: ['controller'] });
  if (kind >= Kind.load && kind <= Kind.amo) return access(scene);
  return readCsr(scene);
}

function compute(scene: Scene): void {
  const { flight, script } = scene;
  const { kind, row, immediate } = flight.instruction;
  const usesImmediate = kind !== Kind.alu;
  const left = kind === Kind.auipc ? 'PC' : 'A';
  const right = usesImmediate ? 'imm' : 'B';
  const sign = kind === Kind.auipc ? '+' : (symbols[row.mnemonic] ?? row.mnemonic);
  const b = usesImmediate ? immediate : flight.b;
  const a = kind === Kind.auipc ? flight.pc : flight.a;
  if (kind === Kind.lui) passThrough(scene);
  else calculate(scene, `ALUOut ← ${left} ${sign} ${right}`, { a, b, result: flight.result });
  script.enter('write-back', 4);
  writeRegister(scene, 'ALUOut', flight.result);
}

function passThrough({ flight, script }: Scene): void {
  const { immediate } = flight.instruction;
  script.add('ALUOut ← imm', {
    value: immediate,
    parts: ['immediate', 'bus', 'b', 'alu', 'aluOut'],
    wires: [
      ['immediate-bus', immediate],
      ['bus-b', immediate],
      ['b-alu', immediate],
      ['alu-out', immediate],
    ],
    holds: [
      ['b', immediate],
      ['aluOut', immediate],
    ],
  });
}

function jump(scene: Scene): void {
  const { flight, script } = scene;
  const { kind, immediate } = flight.instruction;
  const isRegister = kind === Kind.jalr;
  const a = isRegister ? flight.a : flight.pc;
  writeRegister(scene, 'PC', flight.result);
  calculate(scene, isRegister ? 'ALUOut ← (A + imm) ∧ ¬1' : 'ALUOut ← PC + imm', {
    a,
    b: immediate,
    result: flight.nextPc,
  });
  setPc(script, flight.nextPc);
}

function branch(scene: Scene): void {
  const { flight, script } = scene;
  const { mnemonic } = flight.instruction.row;
  const isTaken = flight.result !== 0;
  calculate(scene, `A ${symbols[mnemonic] ?? '?'} B ?`, { a: flight.a, b: flight.b, result: flight.result });
  if (isTaken) setPc(script, flight.nextPc);
}

function setPc(script: Script, value: number): void {
  script.add('PC ← target', {
    value,
    parts: ['aluOut', 'bus', 'pc'],
    wires: [
      ['out-bus', value],
      ['bus-pc', value],
    ],
    holds: [['pc', value]],
  });
}

function readCsr(scene: Scene): void {
  const { flight, hart, script } = scene;
  const address = flight.instruction.immediate & 0xfff;
  script.add('CSR', { parts: ['controller'] });
  script.enter('write-back', 4);
  writeRegister(scene, 'CSR', hart.csr.get(address));
}

function trap({ flight, script }: Scene): void {
  const { mnemonic } = flight.instruction.row;
  script.add(mnemonic, { parts: ['decoder', 'controller', 'startStop'] });
}
