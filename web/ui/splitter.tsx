import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import css from './splitter.module.css';

export interface SplitterProps {
  readonly label: string;
  /** Between panes side by side it is a column, between stacked ones a row. */
  readonly orientation: 'column' | 'row';
  /** The share of the first pane, in percent. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** The line between two panes: dragged, or moved with the arrow keys. Its parent holds exactly the two panes and it. */
export function Splitter({ label, orientation, value, min, max, onChange }: SplitterProps): ReactNode {
  const change = (wanted: number): void => onChange(Math.round(Math.min(max, Math.max(min, wanted)) * 10) / 10);
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    const share =
      orientation === 'column' ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height;
    change(share * 100);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -2, ArrowUp: -2, ArrowRight: 2, ArrowDown: 2 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    change(value + step);
  };
  return (
    // A window splitter is a focusable separator (WAI-ARIA); the tag <hr> may not have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={[css['splitter'], css[orientation]].join(' ')}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation === 'column' ? 'vertical' : 'horizontal'}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
