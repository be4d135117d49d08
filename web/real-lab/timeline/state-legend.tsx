import type { ReactNode } from 'react';
import { StateSwatch } from '../../ui/state-swatch.tsx';
import { useLabMessages } from '../messages/lab-messages.ts';
import { labMarkNames, labMarks } from '../recording/lab-event.ts';
import { markGlyphs } from './mark-glyph.ts';
import type { TimelineRow } from './rows.ts';
import css from './run-timeline.module.css';
import { lookOf, nameOfState } from './state-look.ts';

/** The states and marks that occur in these rows, with their words. */
export function StateLegend({ rows }: { readonly rows: readonly TimelineRow[] }): ReactNode {
  const t = useLabMessages();
  const states = [...new Set(rows.flatMap(({ spans }) => spans.map(({ state }) => state)))].toSorted((a, b) => a - b);
  const seen = new Set<number>(rows.flatMap((row) => row.marks.map(({ mark }) => mark)));
  const marks = labMarkNames.filter((name) => seen.has(labMarks[name]));
  return (
    <ul className={css['legend']}>
      {states.map((state) => (
        <li key={state}>
          <StateSwatch state={lookOf(state)} />
          {t(`state.${nameOfState(state)}`)}
        </li>
      ))}
      {marks.map((mark) => (
        <li key={mark}>
          <span aria-hidden="true">{markGlyphs[mark]}</span>
          {t(`mark.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
