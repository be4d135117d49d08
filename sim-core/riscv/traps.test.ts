// What raises a trap, with which cause and value, in every timing face.

import { describe, expect, test } from 'vitest';
import { faces, register, run } from './testing/run-assembly.ts';

/** Programs with a trap handler; t6 is mcause, t5 mtval, t4 mepc minus the label `here`. */
const trapRows = [
  { name: 'ecall from machine mode', source: 'here: ecall', cause: 11, value: 0 },
  { name: 'ebreak', source: 'here: ebreak', cause: 3, value: 0x00400018 },
  { name: 'an illegal word', source: 'here: .word 0xffffffff', cause: 2, value: -1 },
  { name: 'a csr that does not exist', source: 'here: csrr t0, 0x5c0', cause: 2, value: 0x5c0022f3 },
  { name: 'writing a read-only csr', source: 'here: csrwi mhartid, 1', cause: 2, value: 0xf140d073 | 0 },
  { name: 'a jump to half an instruction', source: 'here: jal zero, here + 6', cause: 0, value: 0x0040001e },
  {
    name: 'a taken branch to half an instruction',
    source: 'here: beq zero, zero, here + 6',
    cause: 0,
    value: 0x0040001e,
  },
  { name: 'an untaken one is fine', source: 'bne zero, zero, . + 6; here: ecall', cause: 11, value: 0 },
  { name: 'jalr to half an instruction', source: 'here: jalr zero, 6(zero)', cause: 0, value: 6 },
  { name: 'lr at an odd place', source: 'li t0, 0x10000002; here: lr.w t1, (t0)', cause: 4, value: 0x10000002 },
  { name: 'sc at an odd place', source: 'li t0, 0x10000002; here: sc.w t1, t1, (t0)', cause: 6, value: 0x10000002 },
  {
    name: 'amo at an odd place',
    source: 'li t0, 0x10000002; here: amoadd.w t1, t1, (t0)',
    cause: 6,
    value: 0x10000002,
  },
  {
    name: 'a load at an odd place',
    source: 'li t0, 0x10000001; here: lw t1, 0(t0)',
    cause: 4,
    value: 0x10000001,
    traps: true,
  },
  {
    name: 'a half load at an odd place',
    source: 'li t0, 0x10000001; here: lhu t1, 0(t0)',
    cause: 4,
    value: 0x10000001,
    traps: true,
  },
  {
    name: 'a store at an odd place',
    source: 'li t0, 0x10000001; here: sh t1, 0(t0)',
    cause: 6,
    value: 0x10000001,
    traps: true,
  },
  {
    name: 'user mode may not touch machine csrs',
    source: 'la t0, here; csrw mepc, t0; csrwi mstatus, 0; mret; nop; here: csrr t1, mstatus',
    cause: 2,
    value: 0x30002373,
  },
  {
    name: 'ecall from user mode',
    source: 'la t0, here; csrw mepc, t0; csrwi mstatus, 0; mret; li a0, 1; here: ecall',
    cause: 8,
    value: 0,
  },
];

describe.each(faces)('$face', ({ config }) => {
  test.each(trapRows)('trap: $name', ({ source, cause, value, traps = false }) => {
    const start = 'la t0, handler; csrw mtvec, t0; j 1f; handler: j 2f; 1: nop;';
    const end =
      'j .; 2: csrr t6, mcause; csrr t5, mtval; csrr t4, mepc; la t3, here; sub t4, t4, t3; csrw mtvec, zero; ebreak';
    const machine = run(`${start} ${source}; ${end}`, { ...config, misaligned: traps ? 'trap' : 'hardware' }, 2000);
    const seen = ['t6', 't5', 't4'].map((name) => register(machine, name));
    expect(seen).toEqual([cause, value, 0]);
  });
});
