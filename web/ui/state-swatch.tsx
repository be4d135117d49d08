import type { ReactNode } from 'react';
import { stateStyleOf } from './state-style.ts';
import css from './state-swatch.module.css';

/** A small patch in a state's colour and pattern, for cards and legends; the word stands beside it. */
export function StateSwatch({ state }: { readonly state: number }): ReactNode {
  const { token, pattern } = stateStyleOf(state);
  return (
    <span
      className={[css['swatch'], css[pattern]].join(' ')}
      style={{ '--fill': `var(--state-${token})`, '--ink': `var(--state-${token}-ink)` }}
      aria-hidden="true"
    />
  );
}
