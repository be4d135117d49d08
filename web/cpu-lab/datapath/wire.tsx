import type { ReactNode } from 'react';
import css from './datapath.module.css';

export interface WireProps {
  readonly path: string;
  /** Where the value stands; null where there is no room for one. */
  readonly label: readonly [number, number] | null;
  readonly isMoving: boolean;
  readonly text: string | null;
}

/** A wire: bright while a value moves over it, and still showing that value afterwards. */
export function Wire({ path, label, isMoving, text }: WireProps): ReactNode {
  return (
    <g className={css['wire']} data-moving={isMoving} data-carries={text !== null}>
      <path d={path} markerEnd={`url(#arrow-${isMoving ? 'moving' : 'still'})`} />
      {isMoving && <path className={css['flow']} d={path} />}
      {label !== null && text !== null && (
        <text x={label[0]} y={label[1]}>
          {text}
        </text>
      )}
    </g>
  );
}
