import { type ReactNode, useEffect, useRef } from 'react';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { arrowPaths, cellsOf, columnsOf, tableSize } from './pipeline-grid.ts';
import type { Pipeline, PipelineTableCell } from './pipeline-grid.ts';
import css from './pipeline.module.css';

/** Instructions down, cycles across; a bubble names its cause, an arrow is a forwarded value. */
export function PipelineTable({ pipeline }: { readonly pipeline: Pipeline }): ReactNode {
  const t = useCpuMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = columnsOf(pipeline);
  const last = columns.at(-1);
  useEffect(() => {
    const element = scroller.current;
    element?.scrollTo({ left: element.scrollWidth, top: element.scrollHeight });
  }, [last]);
  const { rows } = pipeline;
  return (
    // The table scrolls: it must be reachable by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={scroller} className={css['scroller']} tabIndex={0} aria-label={t('pipeline.table')}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('pipeline.instruction')}</th>
            {columns.map((cycle) => (
              <th key={cycle} scope="col">
                {cycle}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-flushed={row.flushedAt !== null}>
              <th scope="row">
                <code>{row.text}</code>
              </th>
              {cellsOf(row, columns).map((cell, i) => (
                <Cell key={columns[i] ?? i} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <svg className={css['arrows']} {...tableSize(pipeline)} aria-hidden>
        <defs>
          <marker id="forward-arrow" viewBox="0 0 8 8" refX={7} refY={4} markerWidth={7} markerHeight={7} orient="auto">
            <path d="M0 0 L8 4 L0 8 z" />
          </marker>
        </defs>
        {arrowPaths(pipeline).map(({ key, path }) => (
          <path key={key} className={css['arrow']} d={path} markerEnd="url(#forward-arrow)" />
        ))}
      </svg>
    </section>
  );
}

/** A cell without text would look like a forgotten label. */
const blank = '\u00a0';

function Cell({ cell }: { readonly cell: PipelineTableCell | null }): ReactNode {
  const t = useCpuMessages();
  if (cell === null) return <td>{blank}</td>;
  if (cell.kind === 'flush') {
    return (
      <td>
        <span className={css['flush']} title={t('bubble.control')}>
          ✕
        </span>
      </td>
    );
  }
  const { stage, waitsBecause, forwards } = cell;
  const title = [
    t(`stage.${stage}`),
    ...(waitsBecause === null ? [] : [t(`bubble.${waitsBecause}`)]),
    ...forwards.map(({ register, fromStage }) => t('pipeline.forwarded', { register, stage: fromStage })),
  ].join(' · ');
  return (
    <td>
      <span className={css['cell']} data-stage={stage} data-waits={waitsBecause !== null} title={title}>
        {stage}
        {waitsBecause !== null && <small>{t(`bubble.${waitsBecause}.short`)}</small>}
      </span>
    </td>
  );
}
