import type { ReactNode } from 'react';
import { threadColor } from '../../ui/state-style.ts';
import type { LockGraph } from './lock-graph-layout.ts';
import css from './picture.module.css';

export interface GraphSymbolsProps {
  readonly graph: LockGraph;
  readonly lockLabel: (index: number) => string;
}

/** Locks as squares with letters, workers as discs with numbers. */
export function GraphSymbols({ graph, lockLabel }: GraphSymbolsProps): ReactNode {
  return (
    <>
      {graph.locks.map(({ index, x, y }) => (
        <g key={index} transform={`translate(${x} ${y})`}>
          <rect x={-15} y={-15} width={30} height={30} rx={3} className={css['lock']} />
          <text className={css['symbol']} dy="0.35em">
            {lockLabel(index)}
          </text>
        </g>
      ))}
      {graph.workers.map(({ index, x, y }) => (
        <g key={index} transform={`translate(${x} ${y})`} style={{ '--hue': threadColor(index) }}>
          <circle r={16} className={css['worker']} />
          <text className={css['symbol']} dy="0.35em">
            {index + 1}
          </text>
        </g>
      ))}
    </>
  );
}
