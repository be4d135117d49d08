import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assemble } from '../../riscv/assembler/assemble.ts';
import { writeElf } from '../../riscv/elf/write-elf.ts';
import { runRiscvCommand } from './riscv-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-riscv-'));
let output = '';
let complaints = '';

beforeEach(() => {
  output = '';
  complaints = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complaints += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

function fileWith(text: string | Uint8Array, name = 'program.s'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const loop = 'li t0, 10\n1: addi t0, t0, -1\nbnez t0, 1b\nebreak\n';

test.each([
  { name: 'single-cycle', options: [], cycles: 21 },
  { name: 'multi-cycle', options: ['--model', 'multi-cycle'], cycles: 74 },
  { name: 'pipeline', options: ['--model=pipeline'], cycles: 43 },
  {
    name: 'without forwarding',
    options: ['--model', 'pipeline', '--forwarding', 'off', '--branch', 'mem'],
    cycles: 74,
  },
  { name: '2-bit predictor', options: ['--model', 'pipeline', '--branch', 'MEM', '--predictor', '2-bit'], cycles: 31 },
  {
    name: '1-bit predictor',
    options: ['--model', 'pipeline', '--branch', 'MEM', '--predictor', '1-bit,btb=3'],
    cycles: 31,
  },
])('$name: $cycles cycles', ({ options, cycles }) => {
  const stats = join(folder, 'stats.json');
  expect(runRiscvCommand([fileWith(loop), ...options, '--stats', stats])).toBe(0);
  const figures: unknown = JSON.parse(readFileSync(stats, 'utf8'));
  expect(figures).toMatchObject({ instructions: 21, cycles, registers: { t0: 0 } });
});

test('an exit call gives the exit code, and its text is printed', () => {
  const source = 'li a0, 1; la a1, t; li a2, 3; li a7, 64; ecall; li a0, 7; li a7, 93; ecall\n.data\nt: .ascii "hi\\n"';
  expect(runRiscvCommand([fileWith(source)])).toBe(7);
  expect(output).toBe('hi\n');
});

test('an ELF is told by its bytes', () => {
  expect(runRiscvCommand([fileWith(writeElf(assemble('li a0, 3; li a7, 93; ecall').value), 'program')])).toBe(3);
});

test('figures are printed as JSON', () => {
  expect(runRiscvCommand([fileWith(loop), '--json', '--cache', '4x2x1,penalty=5'])).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ cache: { instruction: { accesses: 22 } }, model: 'single-cycle' });
});

test('a signature is written', () => {
  const file = join(folder, 'signature');
  const source = 'ebreak\n.data\nbegin_signature: .word 1, 0xabcdef01\nend_signature: .word 9';
  expect(runRiscvCommand([fileWith(source), '--signature', file])).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe('00000001\nabcdef01\n');
});

test.each([
  { name: 'no file', args: [], complaint: 'exactly one program is needed' },
  { name: 'an unknown option', args: ['x.s', '--turbo'], complaint: 'unknown option --turbo' },
  { name: 'an unknown model', args: ['x.s', '--model', 'fast'], complaint: '--model is one of single-cycle' },
  { name: 'nine harts', args: ['x.s', '--harts', '9'], complaint: 'a machine has 1 to 8 harts' },
  { name: 'a crooked cache', args: ['x.s', '--cache', '3x1x1'], complaint: 'must be powers of two' },
  { name: 'a missing file', args: ['/nowhere/x.s'], complaint: 'no such file' },
])('wrong usage: $name', ({ args, complaint }) => {
  expect(runRiscvCommand(args)).toBe(64);
  expect(complaints).toContain(complaint);
});

test('a mistake in the source is told with line and column', () => {
  const path = fileWith('nop\n  adi a0, a0, 1\n');
  expect(runRiscvCommand([path])).toBe(64);
  expect(complaints).toBe(`lockstep: ${path}:2:3: unknown instruction 'adi' (did you mean 'addi'?)\n`);
});

test('an endless loop ends at the limit', () => {
  expect(runRiscvCommand([fileWith('j .'), '--max-cycles', '1000'])).toBe(71);
});

test('a trap without a handler is told', () => {
  expect(runRiscvCommand([fileWith('nop; .word 0')])).toBe(1);
  expect(complaints).toContain('hart 0 stopped at 0x400004');
});
