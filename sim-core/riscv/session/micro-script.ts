/** The script of one instruction as it is being written, and the moves that several instructions share. */
import type { Flight } from '../hart/flight.ts';
import type { Hart } from '../hart/hart.ts';
import { Kind } from '../isa/kind.ts';
import { registerNames } from '../isa/register-names.ts';
import type { MicroStep, PartId, Phase, WireId } from './machine-parts.ts';

export const symbols: Readonly<Record<string, string>> = {
  add: '+',
  addi: '+',
  sub: '−',
  and: '∧',
  andi: '∧',
  or: '∨',
  ori: '∨',
  xor: '⊕',
  xori: '⊕',
  sll: '<<',
  slli: '<<',
  srl: '>>',
  srli: '>>',
  sra: '>>ₛ',
  srai: '>>ₛ',
  slt: '<',
  slti: '<',
  sltu: '<ᵤ',
  sltiu: '<ᵤ',
  mul: '×',
  mulh: '×ₕ',
  mulhu: '×ₕᵤ',
  mulhsu: '×ₕₛᵤ',
  div: '÷',
  divu: '÷ᵤ',
  rem: 'mod',
  remu: 'modᵤ',
  beq: '=',
  bne: '≠',
  blt: '<',
  bge: '≥',
  bltu: '<ᵤ',
  bgeu: '≥ᵤ',
};

/** The step's parts, wires and contents. */
interface Motion {
  readonly value?: number;
  readonly parts: readonly PartId[];
  readonly wires?: readonly (readonly [WireId, number])[];
  readonly holds?: readonly (readonly [PartId, number])[];
}

/** Collects steps, phase by phase. */
export class Script {
  readonly steps: MicroStep[] = [];
  #beat = 1;
  #phase: Phase = 'fetch';

  enter(phase: Phase, beat: number): void {
    this.#phase = phase;
    this.#beat = beat;
  }

  add(transfer: string, { value, parts, wires = [], holds = [] }: Motion): void {
    const { steps } = this;
    steps.push({
      beat: this.#beat,
      phase: this.#phase,
      transfer,
      value: value ?? null,
      parts,
      wires,
      holds,
      isWait: false,
    });
  }
}

export interface Scene {
  readonly flight: Flight;
  readonly hart: Hart;
  readonly script: Script;
}

export function calculate(
  scene: Scene,
  transfer: string,
  { a, b, result }: { a: number; b: number; result: number },
): void {
  const { kind } = scene.flight.instruction;
  const usesImmediate = kind !== Kind.alu && kind !== Kind.branch;
  const usesPc = kind === Kind.auipc || kind === Kind.jal;
  scene.script.add(transfer, {
    value: result,
    parts: [...(usesImmediate ? (['immediate', 'bus'] as const) : []), 'a', 'b', 'alu', 'aluOut'],
    wires: [
      ...(usesPc
        ? ([
            ['pc-bus', a],
            ['bus-a', a],
          ] as const)
        : []),
      ...(usesImmediate
        ? ([
            ['immediate-bus', b],
            ['bus-b', b],
          ] as const)
        : []),
      ['a-alu', a],
      ['b-alu', b],
      ['alu-out', result],
    ],
    holds: [
      ['a', a],
      ['b', b],
      ['aluOut', result],
    ],
  });
}

export function writeRegister({ flight, script }: Scene, source: 'ALUOut' | 'MDR' | 'CSR' | 'PC', value: number): void {
  const { destination, rd } = flight.instruction;
  const wire: WireId = source === 'MDR' ? 'mdr-bus' : source === 'PC' ? 'pc-bus' : 'out-bus';
  const part: PartId = source === 'MDR' ? 'mdr' : source === 'PC' ? 'pc' : source === 'CSR' ? 'controller' : 'aluOut';
  const target = destination === 0 ? `x${rd}` : nameOf(rd);
  script.add(`${target} ← ${source}`, {
    value,
    parts: [part, 'bus', 'registers'],
    wires: [
      [wire, value],
      ['bus-registers', value],
    ],
    holds: destination === 0 ? [] : [['registers', value]],
  });
}

export function nameOf(register: number): string {
  return registerNames[register] ?? '';
}
