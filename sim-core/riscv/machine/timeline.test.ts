import { describe, expect, test } from 'vitest';
import { assemble } from '../assembler/assemble.ts';
import { plainMachine } from './machine-config.ts';
import { faces } from '../testing/run-assembly.ts';
import { statisticsOf } from './statistics.ts';
import { Timeline } from './timeline.ts';

const source = `
  csrr s3, mhartid
  la s0, area
  li s1, 3000
loop: lw t0, 0(s0); addi t0, t0, 1; sw t0, 0(s0)
  call twice
  amoadd.w t1, t0, (s0)
  addi s1, s1, -1
  bnez s1, loop
  ebreak
twice: slli t2, t0, 1; sw t2, 8(s0); ret
.data
area: .zero 64`;

/** Everything that can be asked of a machine. */
function stateOf({ machine }: Timeline): unknown {
  return {
    snapshot: machine.save(),
    statistics: statisticsOf(machine),
    area: Array.from({ length: 8 }, (_, i) => machine.peek(0x10000000 + 4 * i, 4)),
  };
}

describe.each(faces)('$face', ({ config }) => {
  test('undo N, redo N: equal states', () => {
    const timeline = new Timeline(assemble(source).value, { ...plainMachine, ...config });
    timeline.run(9_001);
    const before = stateOf(timeline);
    for (const cycles of [1, 7, 500, 9_000]) {
      timeline.back(cycles);
      expect(timeline.cycle).toBe(9_001 - cycles);
      timeline.run(cycles);
      expect(stateOf(timeline)).toEqual(before);
    }
  });
});

test('harts chosen by hand are chosen again', () => {
  const byHand = { ...plainMachine, harts: 2, interleaving: { kind: 'by-hand' } } as const;
  const timeline = new Timeline(assemble(source).value, byHand);
  for (let i = 0; i < 60; i += 1) timeline.step(i % 7 < 4 ? 0 : 1);
  const before = stateOf(timeline);
  timeline.back(45);
  timeline.run(45);
  expect(stateOf(timeline)).toEqual(before);
  timeline.back(10);
  timeline.step(1);
  expect(timeline.choices.length).toBe(51);
});

test('seeded harts take the same turns again', () => {
  const seeded = { ...plainMachine, harts: 3, interleaving: { kind: 'seeded', seed: 7 } } as const;
  const timeline = new Timeline(assemble(source).value, seeded);
  timeline.run(5_000);
  const before = stateOf(timeline);
  timeline.back(4_999);
  timeline.run(4_999);
  expect(stateOf(timeline)).toEqual(before);
});
