// What the lessons say is what their programs do.

import { expect, test } from 'vitest';
import { assemble } from '../../../sim-core/riscv/assembler/assemble.ts';
import { Machine } from '../../../sim-core/riscv/machine/machine.ts';
import { statisticsOf } from '../../../sim-core/riscv/machine/statistics.ts';
import { plainConfig } from '../plain-config.ts';
import { lessonOf } from './lesson-list.ts';
import { lessonIds } from './lesson.ts';
import type { LessonId } from './lesson.ts';

const enoughCycles = 50_000;

function run(id: LessonId, change: Partial<typeof plainConfig> = {}): Machine {
  const { source, config } = lessonOf(id);
  const { value, diagnostics } = assemble(source);
  expect(diagnostics).toEqual([]);
  const machine = new Machine(value, { ...plainConfig, ...config, ...change });
  machine.run(enoughCycles);
  return machine;
}

const figuresOf = (id: LessonId, change: Partial<typeof plainConfig> = {}): ReturnType<typeof statisticsOf> =>
  statisticsOf(run(id, change));

const wordAt = (machine: Machine, name: string): number => machine.peek(machine.image.symbols.get(name) ?? 0, 4);

test.each(lessonIds.filter((id) => id !== 'first'))('%s runs to its ebreak', (id) => {
  expect(run(id).harts.map((hart) => hart.stop?.kind)).toEqual(run(id).harts.map(() => 'breakpoint'));
});

test('the first one never ends', () => {
  expect(run('first').isStopped).toBe(false);
});

test('the sum is 14, the factorial of 4 is 24', () => {
  expect(wordAt(run('sum'), 'sum')).toBe(14);
  expect(run('stack').harts[0]?.x[10]).toBe(24);
});

test('the two load-use pairs cost one cycle each, and none when reordered', () => {
  expect(figuresOf('hazards').stalls).toBe(2);
  expect(figuresOf('reordered').stalls).toBe(0);
  expect(figuresOf('hazards').cycles - figuresOf('reordered').cycles).toBe(2);
});

test('one bit misses 22 times, two bits 13', () => {
  const { config } = lessonOf('prediction');
  const predictor = { ...plainConfig.predictor, ...config.predictor, kind: '1-bit', initialCounter: 0 } as const;
  expect(figuresOf('prediction', { predictor }).predictor?.mispredictions).toBe(22);
  expect(figuresOf('prediction').predictor?.mispredictions).toBe(13);
});

test('the walk along the rows hits in three of four, down the columns never; eight sets of two mend it', () => {
  const rateOf = (id: LessonId, change: Partial<typeof plainConfig> = {}): number => {
    const { hits = 0, accesses = 1 } = figuresOf(id, change).cache.data ?? {};
    return hits / accesses;
  };
  expect(rateOf('rows')).toBe(0.75);
  expect(rateOf('columns')).toBe(0);
  const { dataCache } = lessonOf('columns').config;
  expect(rateOf('columns', dataCache ? { dataCache: { ...dataCache, sets: 8, ways: 2 } } : {})).toBe(0.75);
});

test('plain increments are lost, atomic ones are not', () => {
  expect(wordAt(run('lost'), 'g')).toBeLessThan(20);
  expect(wordAt(run('amoadd'), 'g')).toBe(20);
  expect(wordAt(run('reserved'), 'g')).toBe(20);
});

test('both locks guard, and testing first spares the bus', () => {
  expect(wordAt(run('testAndSet'), 'g')).toBe(12);
  expect(wordAt(run('testFirst'), 'g')).toBe(12);
  expect(figuresOf('testFirst').busTransactions).toBeLessThan(figuresOf('testAndSet').busTransactions);
});

test('padding silences the bus after one miss of each hart', () => {
  expect(figuresOf('padded').busTransactions).toBe(2);
  expect(figuresOf('falseSharing').busTransactions).toBeGreaterThan(10);
});
