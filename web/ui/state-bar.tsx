import type { ReactNode } from 'react';
import { stateStyleOf } from './state-style.ts';
import bar from './state-bar.module.css';
import css from './state-swatch.module.css';

export interface StateBarProps {
  readonly state: number;
  /** Where it begins and how long it is, as parts (0 to 1) of the box it lies in. */
  readonly from: number;
  readonly length: number;
}

/** A stretch of time in a state's colour and pattern, laid into a box that shows the whole time. */
export function StateBar({ state, from, length }: StateBarProps): ReactNode {
  const { token, pattern } = stateStyleOf(state);
  return (
    <span
      className={[bar['bar'], css[pattern]].join(' ')}
      style={{
        '--fill': `var(--state-${token})`,
        '--ink': `var(--state-${token}-ink)`,
        insetInlineStart: `${from * 100}%`,
        inlineSize: `${length * 100}%`,
      }}
      aria-hidden="true"
    />
  );
}
