import type { ReactNode } from 'react';
import css from './chart.module.css';

export interface SeriesMarkProps {
  readonly x: number;
  readonly y: number;
  /** Each curve has its own shape, so that none is told by colour alone. */
  readonly index: number;
}

export function SeriesMark({ x, y, index }: SeriesMarkProps): ReactNode {
  const shape = index % 3;
  if (shape === 0) return <circle cx={x} cy={y} r={3} className={css['dot']} />;
  if (shape === 1) return <rect x={x - 3} y={y - 3} width={6} height={6} className={css['dot']} />;
  return <path d={`M${x} ${y - 4}l4 7h-8z`} className={css['dot']} />;
}
