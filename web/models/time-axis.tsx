import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { durationText } from '../ui/time-text.ts';
import css from './time-axis.module.css';

/** The axis all models share, from the start of the program to the end of the slowest. */
export function TimeAxis({ endNs }: { readonly endNs: number }): ReactNode {
  const ticks = scaleLinear()
    .domain([0, endNs])
    .ticks(6)
    .filter((tickNs) => tickNs <= endNs * 0.94);
  return (
    <div className={css['axis']} aria-hidden="true">
      {ticks.map((tickNs) => (
        <span key={tickNs} style={{ insetInlineStart: `${(tickNs / endNs) * 100}%` }}>
          {tickNs === 0 ? '0' : durationText(tickNs)}
        </span>
      ))}
    </div>
  );
}
