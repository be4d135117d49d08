import { expect, test } from 'vitest';
import { arrowPaths, cellsOf, columnsOf } from './pipeline-grid.ts';
import type { Pipeline } from './pipeline-grid.ts';

const stageCells = (from: number, stages: string): Pipeline['rows'][number]['cells'] =>
  stages.split(' ').map((stage, i) => ({ cycle: from + i, stage: stage as 'IF', waitsBecause: null }));

const pipeline: Pipeline = {
  rows: [
    { id: 1, pc: 0, text: 'beq', cells: stageCells(3, 'IF ID EX'), flushedAt: null },
    { id: 2, pc: 4, text: 'nop', cells: stageCells(4, 'IF ID'), flushedAt: 6 },
  ],
  arrows: [
    { cycle: 5, from: 1, to: 2, fromStage: 'MEM', register: 't0' },
    { cycle: 5, from: 1, to: 2, fromStage: 'MEM', register: 't1' },
    { cycle: 5, from: 9, to: 2, fromStage: 'WB', register: 't1' },
  ],
  stages: [],
  hazard: null,
  redirect: null,
};

test('columns run over all cycles in view', () => {
  expect(columnsOf(pipeline)).toEqual([3, 4, 5]);
});

test('a flushed instruction ends in a cross', () => {
  const [, row] = pipeline.rows;
  const kinds = row ? cellsOf(row, [3, 4, 5, 6, 7]).map((cell) => cell?.kind ?? '-') : [];
  expect(kinds).toEqual(['-', 'stage', 'stage', 'flush', '-']);
});

test('two operands of one producer are one arrow, and producers out of view none', () => {
  expect(arrowPaths(pipeline).map((arrow) => arrow.key)).toEqual(['5 1 2']);
});
