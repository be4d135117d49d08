/** The lessons' programs. They carry no comments: what is to be said stands in the catalogue, in both languages. */
export const endlessLoop = `_start:
    li   t0, 0
    la   a0, cell
loop:
    addi t0, t0, 1
    slli t1, t0, 2
    sw   t1, 0(a0)
    lw   t2, 0(a0)
    beq  t1, t2, loop
    ebreak

.data
cell:   .word 0
`;

export const sumOfArray = `_start:
    la   a0, numbers
    li   a1, 5
    li   a2, 0
next:
    lw   t0, 0(a0)
    add  a2, a2, t0
    addi a0, a0, 4
    addi a1, a1, -1
    bnez a1, next
    la   t1, sum
    sw   a2, 0(t1)
    ebreak

.data
numbers: .word 3, 1, 4, 1, 5
sum:     .word 0
`;

export const stackAndCall = `_start:
    li   a0, 4
    call factorial
    ebreak

factorial:
    addi sp, sp, -8
    sw   ra, 4(sp)
    sw   a0, 0(sp)
    li   t0, 2
    blt  a0, t0, base
    addi a0, a0, -1
    call factorial
    lw   t1, 0(sp)
    mul  a0, a0, t1
    j    done
base:
    li   a0, 1
done:
    lw   ra, 4(sp)
    addi sp, sp, 8
    ret
`;

export const hazards = `_start:
    lui  x31, %hi(b)
    lw   x1, 0(x31)
    lw   x2, 4(x31)
    add  x3, x1, x2
    sw   x3, 12(x31)
    lw   x4, 8(x31)
    add  x5, x1, x4
    sw   x5, 16(x31)
    ebreak

.data
b: .word 10
e: .word 20
f: .word 30
a: .word 0
c: .word 0
`;

export const reordered = hazards.replace(
  `    add  x3, x1, x2
    sw   x3, 12(x31)
    lw   x4, 8(x31)
`,
  `    lw   x4, 8(x31)
    add  x3, x1, x2
    sw   x3, 12(x31)
`,
);

export const nestedLoops = `_start:
    li   t1, 10
outer:
    li   t0, 10
inner:
    addi t0, t0, -1
    bnez t0, inner
    addi t1, t1, -1
    bnez t1, outer
    ebreak
`;

/** The sum of an 8 × 8 matrix, along its rows or down its columns. */
export function walk(order: 'friendly' | 'unfriendly'): string {
  const [inner, outer] = order === 'friendly' ? [4, 32] : [32, 4];
  return `_start:
    la   s0, matrix
    li   s1, 8
    li   a0, 0
outer:
    mv   t0, s0
    li   s2, 8
inner:
    lw   t1, 0(t0)
    add  a0, a0, t1
    addi t0, t0, ${inner}
    addi s2, s2, -1
    bnez s2, inner
    addi s0, s0, ${outer}
    addi s1, s1, -1
    bnez s1, outer
    ebreak

.data
.balign 64
matrix:
    .word 1, 2, 3, 4, 5, 6, 7, 8
    .fill 56, 4, 1
`;
}

export const plainIncrement = `    lw   t0, 0(s0)
    addi t0, t0, 1
    sw   t0, 0(s0)`;

export const atomicIncrement = `    li   t0, 1
    amoadd.w zero, t0, (s0)`;

export const reservedIncrement = `again:
    lr.w t0, (s0)
    addi t0, t0, 1
    sc.w t1, t0, (s0)
    bnez t1, again`;

/** Every hart adds 1 to the same word, ten times. */
export function count(increment: string): string {
  return `_start:
    la   s0, g
    li   s1, 10
loop:
${increment}
    addi s1, s1, -1
    bnez s1, loop
    ebreak

.data
.balign 64
g:  .word 0
`;
}

export const testAndSet = `acquire:
    li   t0, 1
    amoswap.w t0, t0, (s0)
    bnez t0, acquire`;

export const testFirst = `acquire:
    lw   t0, 0(s0)
    bnez t0, acquire
    li   t0, 1
    amoswap.w t0, t0, (s0)
    bnez t0, acquire`;

/** Every hart takes the lock, works a while, and gives it back, three times. */
export function lock(acquire: string): string {
  return `_start:
    la   s0, lock
    la   s2, g
    li   s1, 3
again:
${acquire}
    lw   t1, 0(s2)
    li   t2, 12
work:
    addi t2, t2, -1
    bnez t2, work
    addi t1, t1, 1
    sw   t1, 0(s2)
    sw   zero, 0(s0)
    addi s1, s1, -1
    bnez s1, again
    ebreak

.data
.balign 64
lock: .word 0
.balign 64
g:    .word 0
`;
}

/** Every hart counts in a word of its own, so many bytes apart. */
export function ownCounters(distance: number): string {
  return `_start:
    csrr t0, mhartid
    li   t1, ${distance}
    mul  t0, t0, t1
    la   s0, counters
    add  s0, s0, t0
    li   s1, 10
loop:
    lw   t2, 0(s0)
    addi t2, t2, 1
    sw   t2, 0(s0)
    addi s1, s1, -1
    bnez s1, loop
    ebreak

.data
.balign 64
counters: .zero 128
`;
}
