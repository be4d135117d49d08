import { describe, expect, test } from 'vitest';
import { assemble } from '../assembler/assemble.ts';
import { plainCache, plainMachine } from '../machine/machine-config.ts';
import type { MachineConfig } from '../machine/machine-config.ts';
import { faces } from '../testing/run-assembly.ts';
import { LabSession } from './lab-session.ts';
import type { StepUnit } from './lab-session.ts';

const source = `
  csrr t3, mhartid
  la s0, area
  li s1, 3
loop: lw t0, 0(s0); addi t0, t0, 1; sw t0, 0(s0)
  amoadd.w t1, t0, (s0)
  addi s1, s1, -1
  bnez s1, loop
  call end
end: ecall_free: lui t2, 5
  ebreak
.data
area: .zero 64`;

function sessionOf(config: Partial<MachineConfig>, text = source): LabSession {
  return new LabSession(assemble(text).value, { ...plainMachine, ...config });
}

const seen = (session: LabSession): unknown => session.view({ windows: [{ address: 0x10000000, words: 4 }] }, 0);

describe.each(faces)('$face', ({ config }) => {
  test.each(['transfer', 'cycle', 'instruction'] as const)(
    'every step back by %s shows what was there',
    (unit: StepUnit) => {
      const session = sessionOf(config);
      const views: unknown[] = [];
      for (let i = 0; i < 45 && !session.machine.isStopped; i += 1) {
        views.push(seen(session));
        session.step(unit, null);
      }
      for (const view of views.slice(1).toReversed()) {
        session.back(unit);
        expect(seen(session)).toEqual(view);
      }
    },
  );

  test('a long run ends where many steps end', () => {
    const text = 'li s1, 500; loop: addi s1, s1, -1; mul t0, s1, s1; bnez s1, loop; ebreak';
    const session = sessionOf(config, text);
    session.run(300);
    const stepped = sessionOf(config, text);
    for (let i = 0; i < 300; i += 1) stepped.step('cycle', null);
    const { harts, cycle } = session.view({ windows: [] }, 0);
    expect({ harts, cycle }).toEqual({
      harts: stepped.view({ windows: [] }, 0).harts,
      cycle: stepped.machine.cycle,
    });
  });
});

test('a store is fetched, decoded, computed and written, in this order', () => {
  const session = sessionOf({ model: 'multi-cycle' }, 'sw sp, 8(sp); ebreak');
  session.step('instruction', null);
  const steps = session.view({ windows: [] }, 0).micro?.steps ?? [];
  expect(steps.map((step) => `T${step.beat} ${step.transfer}`)).toEqual([
    'T1 MAR ← PC',
    'T1 IR ← M[MAR]',
    'T1 PC ← PC + 4',
    'T2 ID: sw sp, 8(sp)',
    'T2 A ← sp',
    'T2 B ← sp',
    'T2 imm ← IR',
    'T3 ALUOut ← A + imm',
    'T4 MAR ← ALUOut',
    'T4 M[MAR] ← B',
  ]);
});

test('an instruction can be seen again', () => {
  const session = sessionOf({}, 'li a0, 1; addi a0, a0, 1; ebreak');
  session.step('instruction', null);
  session.step('instruction', null);
  expect(session.machine.harts[0]?.x[10]).toBe(2);
  session.again();
  expect(session.machine.harts[0]?.x[10]).toBe(1);
  session.step('instruction', null);
  expect(session.machine.harts[0]?.x[10]).toBe(2);
});

test('a cache miss is waited for, cycle by cycle', () => {
  const session = sessionOf({ dataCache: { ...plainCache, penaltyCycles: 3 } }, 'lw a0, 0(sp); ebreak');
  session.step('instruction', null);
  expect(session.machine.cycle).toBe(4);
  expect(session.view({ windows: [] }, 0).micro?.steps.filter((step) => step.isWait).length).toBe(1);
});

test('a run to the end shows the table of its last cycles', () => {
  const session = sessionOf(
    { model: 'pipeline' },
    'li t0, 300; 1: addi t0, t0, -1; bnez t0, 1b; lw a0, 0(sp); add a0, a0, a0; ebreak',
  );
  session.run(200_000);
  const { pipeline, isStopped } = session.view({ windows: [] }, 0);
  expect(isStopped).toBe(true);
  const add = pipeline?.rows.findLast((row) => row.text === 'add a0, a0, a0');
  expect(add?.cells.map((cell) => cell.stage)).toEqual(['IF', 'ID', 'ID', 'EX', 'MEM', 'WB']);
});

test('the pipeline table names the cause of a bubble, and the forwarding', () => {
  const session = sessionOf({ model: 'pipeline' }, 'lw t0, 0(sp); add t1, t0, t0; add t2, t1, t1; ebreak');
  session.run(8);
  const { rows = [], arrows = [] } = session.view({ windows: [] }, 0).pipeline ?? {};
  const cells = rows.map((row) =>
    row.cells.map((cell) => cell.stage + (cell.waitsBecause ? `(${cell.waitsBecause})` : '')).join(' '),
  );
  expect(cells.slice(0, 3)).toEqual([
    'IF ID EX MEM WB',
    'IF ID(load-use) ID EX MEM WB',
    'IF(load-use) IF ID EX MEM WB',
  ]);
  expect(arrows.map((arrow) => `${arrow.cycle}: ${arrow.register} from ${arrow.fromStage}`)).toEqual([
    '5: t0 from WB',
    '5: t0 from WB',
    '6: t1 from MEM',
    '6: t1 from MEM',
  ]);
});
