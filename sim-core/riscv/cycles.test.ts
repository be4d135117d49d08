// Cycle counts of the pipelines: the textbook's sequences, and a rule of its own against which any program can be held.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Kind } from './isa/kind.ts';
import type { MachineConfig } from './machine/machine-config.ts';
import { statisticsOf } from './machine/statistics.ts';
import { randomProgram } from './testing/random-program.ts';
import { load, run } from './testing/run-assembly.ts';

const columns: readonly Partial<MachineConfig>[] = [
  { forwarding: false, branchStage: 'EX' },
  { forwarding: true, branchStage: 'EX' },
  { forwarding: false, branchStage: 'MEM' },
  { forwarding: true, branchStage: 'MEM' },
  { forwarding: false, branchStage: 'ID' },
  { forwarding: true, branchStage: 'ID' },
];

const hazard = `sub x2, x1, x3; and x12, x2, x5; or x13, x6, x2; add x14, x2, x2; sw x15, 100(x2)`;
const loadUse = `lw x2, 20(x1); and x4, x2, x5; or x8, x2, x6; add x9, x4, x2; sub x1, x6, x7`;
const statements = `lw x1, 0(x31); lw x2, 4(x31); add x3, x1, x2; sw x3, 12(x31); lw x4, 8(x31); add x5, x1, x4; sw x5, 16(x31)`;
const reordered = `lw x1, 0(x31); lw x2, 4(x31); lw x4, 8(x31); add x3, x1, x2; sw x3, 12(x31); add x5, x1, x4; sw x5, 16(x31)`;
const loop = 'li t0, 10; 1: addi t0, t0, -1; bnez t0, 1b';
const nested = 'li t1, 10; 2: li t0, 10; 1: addi t0, t0, -1; bnez t0, 1b; addi t1, t1, -1; bnez t1, 2b';

// Columns as in the reference: without and with forwarding, branches in EX, MEM, ID.
test.each([
  {
    name: 's01 sub, and, or, add, sw',
    source: `li x1, 1; li x3, 0; li x5, 1; li x6, 1; ${hazard}`,
    n: 9,
    cycles: [15, 13, 15, 13, 15, 13],
  },
  {
    name: 's02 lw, and, or, add, sub',
    source: `li x1, 64; nop; nop; nop; ${loadUse}`,
    n: 9,
    cycles: [16, 14, 16, 14, 16, 14],
  },
  {
    name: 's03 a = b + e; c = b + f',
    source: `lui x31, 0x10000; ${statements}`,
    n: 8,
    cycles: [22, 14, 22, 14, 22, 14],
  },
  { name: 's04 the same, reordered', source: `lui x31, 0x10000; ${reordered}`, n: 8, cycles: [19, 12, 19, 12, 19, 12] },
  { name: 's05 taken beq', source: 'beq x0, x0, 1f; nop; 1: nop; nop', n: 3, cycles: [9, 9, 10, 10, 8, 8] },
  {
    name: 's06 not-taken bne',
    source: 'bne x0, x0, 1f; nop; nop; nop; 1: nop; nop',
    n: 6,
    cycles: [10, 10, 10, 10, 10, 10],
  },
  // In s07 and s08 the instruction at the target reads the link register.
  { name: 's07 jal', source: 'jal x1, 1f; nop; 1: addi x2, x1, 0; nop', n: 3, cycles: [9, 9, 10, 10, 9, 8] },
  {
    name: 's08 auipc, addi, jalr',
    source: 'auipc x5, 0; addi x5, x5, 16; jalr x1, 0(x5); nop; mv x2, x1',
    n: 4,
    cycles: [14, 10, 15, 11, 14, 10],
  },
  { name: 's09 loop of 10', source: loop, n: 21, cycles: [65, 43, 74, 52, 56, 44] },
  { name: 's10 nested 10 × 10', source: nested, n: 231, cycles: [673, 433, 772, 532, 574, 444] },
  { name: 's01 without set-up', source: hazard, n: 5, cycles: [11, 9, 11, 9, 11, 9] },
  { name: 's02 without set-up', source: loadUse, n: 5, cycles: [12, 10, 12, 10, 12, 10] },
  { name: 's03 without set-up', source: statements, n: 7, cycles: [19, 13, 19, 13, 19, 13] },
  { name: 's04 without set-up', source: reordered, n: 7, cycles: [16, 11, 16, 11, 16, 11] },
])('$name', ({ source, n, cycles }) => {
  const found = columns.map((column) => statisticsOf(run(`${source}; ebreak`, { model: 'pipeline', ...column })));
  expect(found.map((it) => it.instructions)).toEqual(columns.map(() => n));
  expect(found.map((it) => it.cycles)).toEqual(cycles);
  expect(found.map((it) => it.instructions + 4 + it.stalls + it.flushes)).toEqual(cycles);
});

test.each([
  { kind: 'none', loop: 52, nested: 532 },
  { kind: '1-bit', loop: 31, nested: 301 },
  { kind: '2-bit', loop: 31, nested: 274 },
  { kind: 'always', loop: 31, nested: 274 },
  { kind: 'BTFNT', loop: 31, nested: 274 },
] as const)('loops under the predictor $kind, branches in MEM', (row) => {
  const predictor = {
    kind: row.kind,
    bufferBits: 4,
    counterBits: 4,
    historyBits: 0,
    initialCounter: row.kind === '2-bit' ? 1 : 0,
  };
  const cycles = (source: string): number =>
    statisticsOf(run(`${source}; ebreak`, { model: 'pipeline', branchStage: 'MEM', predictor })).cycles;
  expect([cycles(loop), cycles(nested)]).toEqual([row.loop, row.nested]);
});

test.each([
  { name: 'arithmetic', source: 'add a0, a0, a0', beats: 4 },
  { name: 'lui', source: 'lui a0, 1', beats: 4 },
  { name: 'load', source: 'lw a0, 0(sp)', beats: 5 },
  { name: 'store', source: 'sw a0, 0(sp)', beats: 4 },
  { name: 'branch', source: 'beq a0, a1, .+4', beats: 3 },
  { name: 'jal', source: 'jal a0, .+4', beats: 3 },
])('multi-cycle: $name takes $beats beats', ({ source, beats }) => {
  expect(statisticsOf(run(`${source}; ebreak`, { model: 'multi-cycle' })).cycles).toBe(beats);
});

test('single-cycle: one cycle an instruction', () => {
  expect(statisticsOf(run(`${nested}; ebreak`)).cycles).toBe(231);
});

test.each([
  {
    name: 'a register number that is only an immediate is no source',
    source: 'lw x28, 0(sp); lw t0, 28(a0)',
    stalls: 0,
  },
  { name: 'lw to x0 is no producer', source: 'lw x0, 0(sp); add t0, x0, x0', stalls: 0 },
  { name: 'lui has no sources', source: 'lw t0, 0(sp); lui t1, 5', stalls: 0 },
  { name: 'a store needs its value in EX', source: 'lw t0, 0(sp); sw t0, 4(sp)', stalls: 1 },
  { name: 'an amo is as late as a load', source: 'mv t1, sp; amoadd.w t0, t2, (t1); add t3, t0, t0', stalls: 1 },
  { name: 'jal forwards its link', source: 'jal t0, .+4; add t1, t0, t0', stalls: 0 },
])('$name', ({ source, stalls }) => {
  expect(statisticsOf(run(`${source}; ebreak`, { model: 'pipeline' })).stalls).toBe(stalls);
});

describe('any program takes as long as the rule says', () => {
  test.each(columns)('forwarding $forwarding, branches in $branchStage', (column) => {
    fc.assert(
      fc.property(randomProgram, (source) => {
        const machine = run(source, { model: 'pipeline', ...column });
        expect(statisticsOf(machine).cycles).toBe(cyclesByRule(source, column));
      }),
      { numRuns: 60 },
    );
  });
});

/** EX[k] from EX[k-1] and the producers of k's operands: the rule itself, without any pipeline. */
function cyclesByRule(source: string, { forwarding, branchStage }: Partial<MachineConfig>): number {
  const machine = load(source);
  const [hart] = machine.harts;
  if (hart === undefined) throw new Error('no hart');
  const penalty = { ID: 1, EX: 2, MEM: 3 }[branchStage ?? 'EX'];
  const producers = new Map<number, { ex: number; isLate: boolean }>();
  let ex = 2;
  let isRedirected = false;
  while (hart.stop === null) {
    const { pc } = hart;
    const instruction = machine.memory.instructionAt(pc);
    machine.run(1);
    if (hart.stop !== null) break;
    ex += 1 + Number(isRedirected) * penalty;
    const isEarly = branchStage === 'ID' && isReadInDecode(instruction.kind);
    for (const register of [instruction.source1, instruction.source2]) {
      const producer = producers.get(register);
      if (producer === undefined || register === 0) continue;
      const distance = forwarding ? Number(producer.isLate) + Number(isEarly) + 1 : 3;
      ex = Math.max(ex, producer.ex + distance);
    }
    if (instruction.destination !== 0) producers.set(instruction.destination, { ex, isLate: instruction.isLate });
    isRedirected = instruction.isControl && hart.pc !== pc + 4;
  }
  return ex + 2 + Number(isRedirected) * penalty;
}

function isReadInDecode(kind: Kind): boolean {
  return kind === Kind.branch || kind === Kind.jalr;
}
