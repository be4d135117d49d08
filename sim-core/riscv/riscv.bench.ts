/** How fast the machine runs without drawing: for `npm run bench`, which passes the clock. */
import { assemble } from './assembler/assemble.ts';
import { plainMachine } from './machine/machine-config.ts';
import type { Model } from './machine/machine-config.ts';
import { Machine } from './machine/machine.ts';

export interface RiscvFigure {
  readonly name: string;
  readonly millionsPerSecond: number;
  readonly wanted: number;
}

/** The loop on which the simulators we compare with were measured: addi, xor, sw, lw, addi, bne. */
const loop = `
  li s0, 1000000000
  la a0, buffer
1: addi t0, t0, 3
  xor t1, t0, s0
  sw t1, 0(a0)
  lw t2, 0(a0)
  addi s0, s0, -1
  bne s0, zero, 1b
  ebreak
.data
buffer: .word 0`;

const warmUpCycles = 2_000_000;

/** `now` tells milliseconds. Instructions for the single-cycle machine, cycles for the pipeline. */
export function measureRiscv(now: () => number, cycles = 20_000_000): readonly RiscvFigure[] {
  const speedOf = (model: Model): number => {
    const machine = new Machine(assemble(loop).value, { ...plainMachine, model });
    machine.run(warmUpCycles);
    const start = now();
    const done = machine.run(cycles);
    return done / (now() - start) / 1000;
  };
  return [
    { name: 'riscv single-cycle, instructions', millionsPerSecond: speedOf('single-cycle'), wanted: 20 },
    { name: 'riscv pipeline, cycles', millionsPerSecond: speedOf('pipeline'), wanted: 5 },
  ];
}
