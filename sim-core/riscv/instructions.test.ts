// Every instruction against the semantics of the manual, in every timing face.

import { describe, expect, test } from 'vitest';
import { instructionTable } from './isa/instruction-table.ts';
import { faces, register, run } from './testing/run-assembly.ts';

/** mnemonic, first operand, second operand, result. */
const registerRows = `
add    1           2           3
add    0x7fffffff  1           0x80000000
add    -1          1           0
sub    1           2           -1
sub    0x80000000  1           0x7fffffff
sll    1           31          0x80000000
sll    1           32          1
sll    0x12345678  4           0x23456780
slt    -1          1           1
slt    1           -1          0
slt    3           3           0
slt    0x80000000  0x7fffffff  1
sltu   -1          1           0
sltu   1           -1          1
sltu   0           0           0
xor    0xff00ff00  0x0f0f0f0f  0xf00ff00f
srl    0x80000000  31          1
srl    0x80000000  33          0x40000000
srl    -1          0           -1
sra    0x80000000  31          -1
sra    0x80000000  36          0xf8000000
sra    0x7fffffff  30          1
or     0xff00ff00  0x0f0f0f0f  0xff0fff0f
and    0xff00ff00  0x0f0f0f0f  0x0f000f00
mul    7           -3          -21
mul    0x12345678  0x9abcdef0  0x242d2080
mul    0x80000000  0x80000000  0
mulh   -1          -1          0
mulh   0x80000000  0x80000000  0x40000000
mulh   0x7fffffff  0x80000000  0xc0000000
mulh   0x12345678  0x9abcdef0  0xf8cc93d6
mulhsu -1          -1          -1
mulhsu 0x80000000  0xffffffff  0x80000000
mulhsu 0x7fffffff  0xffffffff  0x7ffffffe
mulhu  -1          -1          -2
mulhu  0x80000000  0x80000000  0x40000000
mulhu  0x12345678  0x9abcdef0  0x0b00ea4e
mulhu  0xffff0000  0x0000ffff  0x0000fffe
div    20          6           3
div    -20         6           -3
div    20          -6          -3
div    7           0           -1
div    0x80000000  -1          0x80000000
divu   20          6           3
divu   -20         6           715827879
divu   0x80000000  -1          0
divu   0x80000000  1           0x80000000
divu   7           0           -1
rem    20          6           2
rem    -20         6           -2
rem    20          -6          2
rem    7           0           7
rem    0x80000000  -1          0
remu   20          6           2
remu   -20         6           2
remu   0x80000000  -1          0x80000000
remu   -7          0           -7`;

/** mnemonic, register operand, immediate, result. */
const immediateRows = `
addi   5           -2048       -2043
addi   0x7fffffff  2047        0x800007fe
slti   -1          0           1
slti   5           5           0
slti   5           -6          0
sltiu  5           -1          1
sltiu  -1          -1          0
sltiu  0           1           1
xori   0x00ff0f00  -241        0xff00f00f
ori    0x00ff0f00  -241        0xffffff0f
andi   0x00ff0f00  -241        0x00ff0f00
slli   0x21212121  31          0x80000000
srli   0x80000001  31          1
srai   0x81818181  7           0xff030303`;

/** mnemonic, the old word, the register, the new word; rd gets the old one. */
const amoRows = `
amoswap.w 5           7           7
amoadd.w  0x7fffffff  1           0x80000000
amoxor.w  0xff00      0x0ff0      0xf0f0
amoand.w  0xff00      0x0ff0      0x0f00
amoor.w   0xff00      0x0ff0      0xfff0
amomin.w  -1          1           -1
amomin.w  5           -5          -5
amomax.w  -1          1           1
amomax.w  5           -5          5
amominu.w -1          1           1
amominu.w 5           7           5
amomaxu.w -1          1           -1
amomaxu.w 5           7           7`;

/** mnemonic, operands, taken? */
const branchRows = `
beq  1  1  yes
beq  1  2  no
bne  1  2  yes
bne  -1 -1 no
blt  -1 0  yes
blt  0  -1 no
blt  3  3  no
bge  3  3  yes
bge  -1 0  no
bge  0  -1 yes
bltu 0  -1 yes
bltu -1 0  no
bltu 3  3  no
bgeu -1 0  yes
bgeu 0  -1 no
bgeu 3  3  yes`;

/** mnemonic, offset into the bytes 80 7f ff 01 fe dc ba 98, result. */
const loadRows = `
lb  0 -128
lb  1 127
lb  2 -1
lbu 0 0x80
lbu 2 0xff
lh  0 0x7f80
lh  4 0xffffdcfe
lhu 4 0xdcfe
lhu 6 0x98ba
lw  0 0x01ff7f80
lw  4 0x98badcfe`;

const storeRows = `
sb 0 0x12345678 0xaaaaaa78
sb 1 0x12345678 0xaaaa78aa
sb 3 0x12345678 0x78aaaaaa
sh 0 0x12345678 0xaaaa5678
sh 2 0x12345678 0x5678aaaa
sw 0 0x12345678 0x12345678`;

/** program → value of a0 at its end. */
const programRows: readonly { readonly name: string; readonly source: string; readonly a0: number }[] = [
  { name: 'lui fills the upper 20 bits', source: 'lui a0, 0xfffff', a0: -4096 },
  { name: 'auipc adds to its own pc', source: 'nop; auipc a0, 1', a0: 0x00401004 },
  { name: 'jal links and jumps', source: 'jal a0, 1f; li a0, 9; 1: nop', a0: 0x00400004 },
  { name: 'jal backward', source: 'j 2f; 1: li a0, 7; j 3f; 2: j 1b; 3: nop', a0: 7 },
  { name: 'jalr links and jumps', source: 'la t0, 1f; jalr a0, 0(t0); li a0, 9; 1: nop', a0: 0x0040000c },
  { name: 'jalr clears bit 0', source: 'la t0, 1f; jalr t1, 1(t0); j 2f; 1: li a0, 5; 2: nop', a0: 5 },
  { name: 'jalr may overwrite its base', source: 'la a0, 1f; jalr a0, 0(a0); li a0, 9; 1: nop', a0: 0x0040000c },
  { name: 'x0 stays zero', source: 'li t0, 5; add zero, t0, t0; addi zero, zero, 1; mv a0, zero', a0: 0 },
  { name: 'x0 is not forwarded', source: 'addi zero, zero, 5; add a0, zero, zero', a0: 0 },
  { name: 'lw to x0 does nothing', source: 'la t0, v; lw zero, 0(t0); mv a0, zero; j 1f; v: .word 7; 1: nop', a0: 0 },
  { name: 'fence orders nothing that was not', source: 'li a0, 3; fence; fence rw, w; wfi', a0: 3 },
  {
    name: 'misaligned word',
    source: 'la t0, v; lw a0, 1(t0); j 1f; v: .word 0x44332211, 0x88776655; 1: nop',
    a0: 0x55443322,
  },
  {
    name: 'misaligned store across words',
    source: 'la t0, v; li t1, 0x12345678; sw t1, 3(t0); lw a0, 4(t0); j 1f; v: .word 0, 0; 1: nop',
    a0: 0x00123456,
  },
  { name: 'sc after lr succeeds', source: 'la t0, v; lr.w t1, (t0); sc.w a0, t1, (t0); .data; v: .word 3', a0: 0 },
  { name: 'sc without lr fails', source: 'la t0, v; sc.w a0, t0, (t0); .data; v: .word 3', a0: 1 },
  {
    name: 'a failed sc stores nothing',
    source: 'la t0, v; li t1, 9; sc.w t2, t1, (t0); lw a0, 0(t0); .data; v: .word 3',
    a0: 3,
  },
  {
    name: 'a second sc fails, as the first ended the reservation',
    source: 'la t0, v; lr.w t1, (t0); sc.w t2, t1, (t0); sc.w a0, t1, (t0); .data; v: .word 3',
    a0: 1,
  },
  {
    name: 'a failed sc ends the reservation, too',
    source:
      'la t0, v; la t3, w; lr.w t1, (t0); sc.w t2, t1, (t3); sc.w a0, t1, (t0); .data; v: .word 3; .zero 4096; w: .word 0',
    a0: 1,
  },
  {
    name: 'a store of its own leaves the reservation',
    source: 'la t0, v; lr.w t1, (t0); sw t1, 0(t0); sc.w a0, t1, (t0); .data; v: .word 3',
    a0: 0,
  },
  { name: 'csrrw swaps', source: 'li t0, 5; csrw mscratch, t0; li t1, 6; csrrw a0, mscratch, t1', a0: 5 },
  { name: 'csrrs sets bits', source: 'csrwi mscratch, 5; li t0, 2; csrrs t1, mscratch, t0; csrr a0, mscratch', a0: 7 },
  {
    name: 'csrrc clears bits',
    source: 'csrwi mscratch, 7; li t0, 2; csrrc t1, mscratch, t0; csrr a0, mscratch',
    a0: 5,
  },
  { name: 'csrrsi sets bits', source: 'csrwi mscratch, 1; csrrsi t1, mscratch, 8; csrr a0, mscratch', a0: 9 },
  { name: 'csrrci clears bits', source: 'csrwi mscratch, 9; csrrci t1, mscratch, 8; csrr a0, mscratch', a0: 1 },
  { name: 'csrrwi writes five bits', source: 'csrrwi t0, mscratch, 31; csrr a0, mscratch', a0: 31 },
  { name: 'mhartid of hart 0', source: 'li a0, 9; csrr a0, mhartid', a0: 0 },
  { name: 'a csr read is forwarded', source: 'csrwi mscratch, 4; csrr t0, mscratch; addi a0, t0, 1', a0: 5 },
  { name: 'instret counts what came before', source: 'nop; nop; csrr a0, instret', a0: 2 },
];

describe.each(faces)('$face', ({ config }) => {
  const a0 = (source: string): number => register(run(source, config), 'a0');

  test.each(rowsOf(registerRows))('%s %s, %s = %s', (name, a, b, result) => {
    expect(a0(`li t0, ${a}; li t1, ${b}; ${name} a0, t0, t1; ebreak`)).toBe(Number(result) | 0);
    expect(a0(`li t0, ${a}; li a0, ${b}; nop; nop; nop; ${name} a0, t0, a0; ebreak`)).toBe(Number(result) | 0);
  });

  test.each(rowsOf(immediateRows))('%s %s, %s = %s', (name, a, b, result) => {
    expect(a0(`li a0, ${a}; ${name} a0, a0, ${b}; ebreak`)).toBe(Number(result) | 0);
  });

  test.each(rowsOf(branchRows))('%s %s, %s taken: %s', (name, a, b, taken) => {
    const source = `li a0, 0; li t0, ${a}; li t1, ${b}; ${name} t0, t1, 1f; addi a0, a0, 1; 1: addi a0, a0, 2; ebreak`;
    expect(a0(source)).toBe(taken === 'yes' ? 2 : 3);
  });

  test.each(rowsOf(loadRows))('%s at %s = %s', (name, offset, result) => {
    const bytes = '.data; v: .byte 0x80, 0x7f, 0xff, 1, 0xfe, 0xdc, 0xba, 0x98';
    expect(a0(`la t0, v; ${name} a0, ${offset}(t0); ebreak; ${bytes}`)).toBe(Number(result) | 0);
    expect(a0(`la t0, v+8; ${name} t1, ${Number(offset) - 8}(t0); mv a0, t1; ebreak; ${bytes}`)).toBe(
      Number(result) | 0,
    );
  });

  test.each(rowsOf(storeRows))('%s at %s of %s makes %s', (name, offset, value, result) => {
    const source = `la t0, v; li t1, ${value}; ${name} t1, ${offset}(t0); lw a0, 0(t0); ebreak; .data; v: .word 0xaaaaaaaa`;
    expect(a0(source)).toBe(Number(result) | 0);
  });

  test.each(rowsOf(amoRows))('%s of %s with %s leaves %s', (name, old, operand, result) => {
    const source = `la t0, v; li t1, ${operand}; ${name} a1, t1, (t0); lw a0, 0(t0); ebreak; .data; v: .word ${old}`;
    const machine = run(source, { ...config, harts: 1 });
    expect(register(machine, 'a0')).toBe(Number(result) | 0);
    expect(register(machine, 'a1')).toBe(Number(old) | 0);
  });

  test.each(programRows)('$name', ({ source, a0: expected }) => {
    const [code = '', data = ''] = source.split('.data');
    expect(register(run(`${code}; ebreak; .data ${data}`, { ...config, harts: 1 }), 'a0')).toBe(expected);
  });

  test('fence.i makes stored instructions visible', () => {
    const source = `la t0, patch; lw t1, good; sw t1, 0(t0); fence.i; patch: li a0, 1; ebreak; good: li a0, 2`;
    expect(a0(source)).toBe(2);
  });

  test('an exit call ends the run with its code', () => {
    expect(run('li a0, 42; li a7, 93; ecall', config).harts[0]?.stop).toEqual({ kind: 'exit', code: 42 });
  });
});

/** In the traps' table, or below. */
const testedElsewhere = 'ecall ebreak mret fence.i';

test('every instruction has a row', () => {
  const tested = [registerRows, immediateRows, amoRows, branchRows, loadRows, storeRows].join('\n');
  const programs = programRows.map((row) => row.source).join(' ');
  const missing = instructionTable.filter((row) => !`${tested} ${programs} ${testedElsewhere}`.includes(row.mnemonic));
  expect(missing.map((row) => row.mnemonic)).toEqual([]);
});

function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(/\s+/));
}
