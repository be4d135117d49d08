// ELF images as a linker makes them, and the environment of the foundation's test programs.

import { describe, expect, test } from 'vitest';
import { assemble } from '../assembler/assemble.ts';
import { plainMachine } from '../machine/machine-config.ts';
import { Machine } from '../machine/machine.ts';
import { signatureOf } from '../machine/signature.ts';
import { faces } from '../testing/run-assembly.ts';
import { readElf } from './read-elf.ts';
import { writeElf } from './write-elf.ts';

/** A test program with the usual start: optional CSRs are tried under a guard, then U mode, then the tests with their number in gp. */
const testProgram = (body: string): string => `
_start: j reset
.balign 4
trap_vector:
  csrr t5, mcause
  li t6, 8; beq t5, t6, write_tohost
  li t6, 9; beq t5, t6, write_tohost
  li t6, 11; beq t5, t6, write_tohost
  ori gp, gp, 1337
write_tohost:
  sw gp, tohost, t5
  sw zero, tohost + 4, t5
  j write_tohost
reset:
  li gp, 0
  csrr a0, mhartid
1: bnez a0, 1b
  la t0, 1f; csrw mtvec, t0; csrwi 0x744, 8
  .balign 4
1: la t0, 1f; csrw mtvec, t0; csrwi satp, 0
  .balign 4
1: la t0, 1f; csrw mtvec, t0; li t0, -1; csrw pmpaddr0, t0; li t0, 0x1f; csrw pmpcfg0, t0
  .balign 4
1: csrwi mie, 0
  la t0, 1f; csrw mtvec, t0; csrwi medeleg, 0; csrwi mideleg, 0
  .balign 4
1: la t0, trap_vector; csrw mtvec, t0
  csrwi mstatus, 0
  la t0, test_1; csrw mepc, t0
  csrr a0, mhartid
  mret
test_1:
  ${body}
pass:
  fence; li gp, 1; li a7, 93; li a0, 0; ecall
fail:
  fence
1: beqz gp, 1b
  slli gp, gp, 1; ori gp, gp, 1; li a7, 93; mv a0, gp; ecall
  unimp
.data
tohost: .dword 0
fromhost: .dword 0
.balign 16
begin_signature:
area: .word 0x11223344, 2, 3, 4
end_signature:
`;

function runElf(source: string, config: object = {}): Machine {
  const { value, diagnostics } = assemble(source, { text: 0x80000000, data: 0x80001000 });
  expect(diagnostics).toEqual([]);
  const read = readElf(writeElf(value));
  if (read.kind === 'refused') throw new Error(read.reason);
  expect(read.image.entry).toBe(0x80000000);
  const machine = new Machine(read.image, { ...plainMachine, ...config });
  machine.run(20_000);
  return machine;
}

describe.each(faces)('$face', ({ config }) => {
  test('a passing test says so, after as many instructions as in every face', () => {
    const source = testProgram(
      'li gp, 2; li a1, 3; addi a1, a1, 4; li t2, 7; bne a1, t2, fail; la t0, area; sw a1, 4(t0)',
    );
    const machine = runElf(source, config);
    expect(machine.harts[0]?.stop).toEqual({ kind: 'exit', code: 0 });
    expect(machine.surroundings.tohostValue).toBe(1);
    expect(signatureOf(machine)).toBe('11223344\n00000007\n00000003\n00000004\n');
    expect(machine.surroundings.instructionsAtPass).toBe(42);
    expect(machine.harts[0]?.counters.instructions).toBe(runElf(source).harts[0]?.counters.instructions);
  });

  test('a failing test gives its number', () => {
    const machine = runElf(testProgram('li gp, 5; li a1, 1; li t2, 7; bne a1, t2, fail'), config);
    expect(machine.harts[0]?.stop).toEqual({ kind: 'exit', code: 5 });
    expect(machine.surroundings.instructionsAtPass).toBeNull();
  });

  test('any other trap is a failure', () => {
    const machine = runElf(testProgram('li gp, 2; .word 0'), config);
    expect(machine.harts[0]?.stop).toMatchObject({ kind: 'exit', code: (1338 >> 1) | 1 });
  });
});

test.each([
  { name: 'text', change: (bytes: Uint8Array) => bytes.fill(0, 0, 4), reason: 'this is not an ELF file' },
  {
    name: '64 bits',
    change: (bytes: Uint8Array) => bytes.fill(2, 4, 5),
    reason: 'this is a 64-bit ELF; a 32-bit one is needed (-march=rv32ima -mabi=ilp32)',
  },
  {
    name: 'another machine',
    change: (bytes: Uint8Array) => bytes.fill(3, 18, 19),
    reason: 'this ELF is not for RISC-V',
  },
  {
    name: 'an object file',
    change: (bytes: Uint8Array) => bytes.fill(1, 16, 17),
    reason: 'this ELF is not a linked executable',
  },
  {
    name: 'compressed code',
    change: (bytes: Uint8Array) => bytes.fill(1, 36, 37),
    reason: 'this ELF has compressed instructions: use -march=rv32ima',
  },
])('$name is refused with a reason', ({ change, reason }) => {
  const bytes = writeElf(assemble('nop').value);
  change(bytes);
  expect(readElf(bytes)).toEqual({ kind: 'refused', reason });
});

test('a segment of attributes at address 0 is not loaded, and memory beyond the file is zero', () => {
  const { value } = assemble('lw a0, 0(zero); lw a1, v; ebreak; .data; v: .word 5', {
    text: 0x80000000,
    data: 0x80001000,
  });
  const attributes = { address: 0, bytes: Uint8Array.of(1, 2, 3, 4) };
  const bytes = writeElf({ ...value, segments: [attributes, ...value.segments] });
  new DataView(bytes.buffer).setUint32(52, 0x70000003, true);
  const read = readElf(bytes);
  if (read.kind === 'refused') throw new Error(read.reason);
  const machine = new Machine(read.image, plainMachine);
  machine.run(100);
  expect([...(machine.harts[0]?.x.slice(10, 12) ?? [])]).toEqual([0, 5]);
});
