/** Where things lie in the table of instructions and cycles: pure, so that arrows and cells cannot disagree. */
import type { LabMoment } from '../../worker/riscv-api.ts';

export type Pipeline = NonNullable<LabMoment['pipeline']>;
type Row = Pipeline['rows'][number];
type Stage = Row['cells'][number]['stage'];

export type PipelineTableCell =
  | { readonly kind: 'flush' }
  | {
      readonly kind: 'stage';
      readonly stage: Stage;
      readonly waitsBecause: Row['cells'][number]['waitsBecause'];
      readonly forwards: Pipeline['arrows'];
    };

/** In pixels, as in the style sheet. */
const gridPx = { label: 190, column: 46, row: 34, header: 28 } as const;

export function columnsOf({ rows }: Pipeline): readonly number[] {
  const cycles = rows.flatMap((row) => row.cells.map((cell) => cell.cycle));
  if (cycles.length === 0) return [];
  const first = Math.min(...cycles);
  const last = Math.max(...cycles);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

export function cellsOf(row: Row, columns: readonly number[]): readonly (PipelineTableCell | null)[] {
  const cells = new Map(row.cells.map((cell) => [cell.cycle, cell]));
  return columns.map((cycle) => {
    if (row.flushedAt === cycle) return { kind: 'flush' };
    const cell = cells.get(cycle);
    if (cell === undefined || (row.flushedAt !== null && cycle > row.flushedAt)) return null;
    return { kind: 'stage', stage: cell.stage, waitsBecause: cell.waitsBecause, forwards: [] };
  });
}

export function tableSize(pipeline: Pipeline): { width: number; height: number } {
  return {
    width: gridPx.label + columnsOf(pipeline).length * gridPx.column,
    height: gridPx.header + pipeline.rows.length * gridPx.row,
  };
}

/** From the producer's stage at the start of a cycle to the consumer's EX in the same cycle. */
export function arrowPaths(pipeline: Pipeline): readonly { readonly key: string; readonly path: string }[] {
  const columns = columnsOf(pipeline);
  const [first] = columns;
  if (first === undefined) return [];
  const seen = new Set<string>();
  return pipeline.arrows.flatMap((arrow) => {
    const from = pipeline.rows.findIndex((row) => row.id === arrow.from);
    const to = pipeline.rows.findIndex((row) => row.id === arrow.to);
    const key = `${arrow.cycle} ${arrow.from} ${arrow.to}`;
    if (from < 0 || to < 0 || arrow.cycle < first || seen.has(key)) return [];
    seen.add(key);
    const x = gridPx.label + (arrow.cycle - first) * gridPx.column;
    const startY = gridPx.header + from * gridPx.row + gridPx.row / 2 + 8;
    const endY = gridPx.header + to * gridPx.row + gridPx.row / 2 - 8;
    return [{ key, path: `M${x + 8} ${startY} L${x + 8} ${endY}` }];
  });
}
