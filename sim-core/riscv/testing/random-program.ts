/** For property tests: programs that always end, with hazards, branches both ways, loads, stores and atomics close together. */
import fc from 'fast-check';

const registers = ['t0', 't1', 't2', 'a1', 'a2', 'zero'];
const register = fc.constantFrom(...registers);
const offset = fc.integer({ min: 0, max: 15 }).map((n) => n * 4);
const smallNumber = fc.integer({ min: -2048, max: 2047 });
const operations = [
  'add',
  'sub',
  'xor',
  'or',
  'and',
  'slt',
  'sltu',
  'sll',
  'srl',
  'sra',
  'mul',
  'mulh',
  'div',
  'rem',
  'remu',
];

const plain = fc.oneof(
  fc
    .tuple(fc.constantFrom(...operations), register, register, register)
    .map(([op, d, a, b]) => `${op} ${d}, ${a}, ${b}`),
  fc
    .tuple(fc.constantFrom('addi', 'xori', 'slti'), register, register, smallNumber)
    .map(([op, d, a, n]) => `${op} ${d}, ${a}, ${n}`),
  fc.tuple(fc.constantFrom('lw', 'lh', 'lbu'), register, offset).map(([op, d, at]) => `${op} ${d}, ${at}(s0)`),
  fc.tuple(fc.constantFrom('sw', 'sh', 'sb'), register, offset).map(([op, s, at]) => `${op} ${s}, ${at}(s0)`),
  fc
    .tuple(fc.constantFrom('amoadd.w', 'amoswap.w', 'amomaxu.w'), register, register)
    .map(([op, d, s]) => `${op} ${d}, ${s}, (s0)`),
  fc.tuple(register, register, register).map(([d, v, e]) => `lr.w ${d}, (s0); sc.w ${e}, ${v}, (s0)`),
  register.map((d) => `csrrw ${d}, mscratch, ${d}`),
  register.map((d) => `lui ${d}, 0x12345`),
);

/** Branches forward over a few instructions. */
const branching = fc
  .tuple(fc.constantFrom('beq', 'bne', 'blt', 'bgeu'), register, register, fc.array(plain, { maxLength: 3 }))
  .map(([op, a, b, skipped]) => `${op} ${a}, ${b}, 9f; ${skipped.join('; ')}${skipped.length > 0 ? ';' : ''} 9: nop`);

const jumping = fc.oneof(
  fc.constant('jal t2, 9f; addi t0, t0, 1; 9: nop'),
  fc.constant('la t1, 9f; jalr t2, 0(t1); addi t0, t0, 1; 9: add t0, t0, t2'),
);

/** Counted loops: s1 is touched by nothing else. */
const looping = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.array(fc.oneof(plain, branching), { minLength: 1, maxLength: 4 }))
  .map(([times, body]) => `li s1, ${times}; 8: ${body.join('; ')}; addi s1, s1, -1; bnez s1, 8b`);

const block = fc.oneof({ weight: 6, arbitrary: plain }, { weight: 2, arbitrary: branching }, jumping, looping);

export const randomProgram = fc
  .array(block, { minLength: 1, maxLength: 15 })
  .map((blocks) => `la s0, area; ${blocks.join('; ')}; ebreak\n.data\narea: .word 1, -2, 3, 0x7fffffff, 5\n.zero 64`);
