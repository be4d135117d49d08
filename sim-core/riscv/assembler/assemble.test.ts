import { describe, expect, test } from 'vitest';
import { decode } from '../isa/decode.ts';
import { disassemble } from '../isa/disassemble.ts';
import { instructionTable } from '../isa/instruction-table.ts';
import { assemble, textbookBases } from './assemble.ts';

/** The words of the first section, as hexadecimal. */
function wordsOf(source: string): string {
  const { value, diagnostics } = assemble(source, { text: 0, data: 0x1000 });
  if (diagnostics.length > 0) return diagnostics.map((it) => it.message).join('; ');
  const bytes = value.segments[0]?.bytes ?? new Uint8Array();
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length >> 2 }, (_, i) =>
    view
      .getUint32(4 * i, true)
      .toString(16)
      .padStart(8, '0'),
  ).join(' ');
}

// The words are what LLVM's assembler makes of the same text.
test.each([
  ['addi a0, a1, -2048', '80058513'],
  ['lui a0, 0xfffff', 'fffff537'],
  ['sw a0, -4(sp)', 'fea12e23'],
  ['srai a0, a1, 7', '4075d513'],
  ['lr.w.aq a0, (a1)', '1405a52f'],
  ['sc.w.rl a0, a2, (a1)', '1ac5a52f'],
  ['amoadd.w.aqrl a0, a2, 0(a1)', '06c5a52f'],
  ['fence rw, w', '0310000f'],
  ['fence', '0ff0000f'],
  ['csrrwi a0, mstatus, 31', '300fd573'],
  ['mret', '30200073'],
  ['unimp', 'c0001073'],
  ['nop; ret', '00000013 00008067'],
  ['x: j x; beqz a0, x; bgt a0, a1, x', '0000006f fe050ee3 fea5cce3'],
  ['jr 4(a0); jalr a0, a1, 4; jalr a0', '00450067 00458567 000500e7'],
  ['li a0, 5; li a0, 2048; li a0, 0x12345678', '00500513 00001537 80050513 12345537 67850513'],
  ['li a0, 0xffffffff; li a0, 0x80000000', 'fff00513 80000537'],
  ['.equ N, 16\naddi a0, a0, N*2-1; lw a0, N(a1)', '01f50513 0105a503'],
  ['add a0, a1, 5; sll a0, a1, 3', '00558513 00359513'],
  ["addi a0, zero, 'A'", '04100513'],
  ['call f; f: nop', '00000097 008080e7 00000013'],
  ['la a0, f; f: nop', '00000517 00850513 00000013'],
  ['lw a0, f; f: nop', '00000517 00852503 00000013'],
  ['sw a0, f, t0; f: nop', '00000297 00a2a423 00000013'],
  ['1: auipc a0, %pcrel_hi(f); addi a0, a0, %pcrel_lo(1b); f: nop', '00000517 00850513 00000013'],
  ['lui a0, %hi(0x12345fff); addi a0, a0, %lo(0x12345fff)', '12346537 fff50513'],
  ['1: j 1f; 1: j 1b; 1: nop', '0040006f 0000006f 00000013'],
  ['.word 1, -1, f\nf: .half 1, 2; .byte 1, 2, 3, 4', '00000001 ffffffff 0000000c 00020001 04030201'],
  ['.string "abc"; .ascii "d\\n\\0\\x41"', '00636261 41000a64'],
  ['.byte 1; .balign 4; .word 2', '00000001 00000002'],
  ['nop; .balign 16; nop', '00000013 00000013 00000013 00000013 00000013'],
  ['x = 3\n.word x << 2 | 1, ~0, (1 + 2) * 3, -7 / 2', '0000000d ffffffff 00000009 fffffffd'],
  ['.option norelax; .type f, @function; .size f, .-f; .file "x"; .cfi_startproc; f: nop', '00000013'],
  ['/* over\n two lines */ nop # and // more', '00000013'],
])('%s', (source, words) => {
  expect(wordsOf(source)).toBe(words);
});

test.each([
  {
    source: 'nop\n  ad a0, a1, a2',
    line: 2,
    column: 2,
    message: "unknown instruction 'ad'",
    hint: "did you mean 'add'?",
  },
  {
    source: 'addi a0, a1, 5000',
    line: 1,
    column: 13,
    message: '5000 is not −2048 to 2047',
    hint: 'load it into a register with li first',
  },
  { source: 'add a0, a1', line: 1, column: 0, message: "'add' takes 3 operands, not 2", hint: 'write add rd,rs1,rs2' },
  { source: 'lw a0, loop', line: 1, column: 7, message: "'loop' is not defined", hint: null },
  { source: 'loop: j lop', line: 1, column: 8, message: "'lop' is not defined", hint: "did you mean 'loop'?" },
  { source: 'add a0, b1, a2', line: 1, column: 8, message: "'b1' is not a register", hint: "did you mean 't1'?" },
  { source: 'x: nop\nx: nop', line: 2, column: 0, message: "'x' is defined twice", hint: null },
  { source: 'j 2f', line: 1, column: 2, message: "there is no label '2:' after this line", hint: null },
  { source: '.wrod 5', line: 1, column: 0, message: "unknown directive '.wrod'", hint: null },
  { source: 'slli a0, a0, 32', line: 1, column: 13, message: 'a shift by 32 is not 0 to 31', hint: null },
  {
    source: 'amoadd.w a0, a1, 4(a2)',
    line: 1,
    column: 17,
    message: 'atomics take a register in parentheses without an offset',
    hint: 'for example (a0)',
  },
  { source: 'li a0, 1 ?', line: 1, column: 9, message: "unexpected character '?'", hint: 'a comment begins with #' },
])('$source: $message', ({ source, line, column, message, hint }) => {
  const [first] = assemble(source).diagnostics;
  expect({ ...first?.start, message: first?.message, hint: first?.hint }).toEqual({ line, column, message, hint });
});

describe('disassembler', () => {
  test.each(instructionTable.map((row) => [row.mnemonic, row] as const))('%s comes back as it was', (_, row) => {
    const pc = textbookBases.text;
    for (const bits of [0x00a58593, 0x01f9a0b7, 0x7f2e3c13, -1].filter(() => row.format !== 'system')) {
      const aligned = row.format === 'B' ? ~0x100 : row.format === 'J' ? ~0x200000 : -1;
      const word = (bits & ~row.mask & aligned) | row.match | 0;
      if (decode(word).row !== row) continue;
      const { value, diagnostics } = assemble(disassemble(word, pc));
      expect(diagnostics).toEqual([]);
      expect(new DataView(value.segments[0]?.bytes.buffer ?? new ArrayBuffer(4)).getInt32(0, true)).toBe(word);
    }
    expect(disassemble(row.match, pc)).toContain(row.mnemonic);
  });
});
