import type { ReactNode } from 'react';
import { threadColor } from '../../ui/state-style.ts';
import type { Edge } from './lock-graph-layout.ts';
import css from './picture.module.css';

/** Edges end before the symbols they connect. */
const symbolPx = 20;

export function GraphEdge({ edge }: { readonly edge: Edge }): ReactNode {
  const { kind, worker, from, to } = edge;
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const dx = ((to.x - from.x) / length) * symbolPx;
  const dy = ((to.y - from.y) / length) * symbolPx;
  return (
    <line
      x1={from.x + dx}
      y1={from.y + dy}
      x2={to.x - dx}
      y2={to.y - dy}
      className={css[kind]}
      style={{ '--hue': threadColor(worker) }}
      {...(kind === 'waits' ? { markerEnd: 'url(#arrow)' } : {})}
    />
  );
}
