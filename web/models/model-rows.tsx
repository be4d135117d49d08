import type { ReactNode } from 'react';
import { useCommonMessages } from '../ui/messages/common.ts';
import { StateBar } from '../ui/state-bar.tsx';
import { stateStyleOf } from '../ui/state-style.ts';
import { useModelMessages } from './messages/model-messages.ts';
import type { ModelRow, ModelRun } from './model-run.ts';
import css from './model-rows.module.css';
import { sharesOf, visibleParts } from './visible-parts.ts';

export interface ModelRowsProps {
  readonly run: ModelRun;
  readonly longestNs: number;
  readonly label: string;
}

/** A row for each thread or task; in words for who does not see them. */
export function ModelRows({ run, longestNs, label }: ModelRowsProps): ReactNode {
  const t = useModelMessages();
  return (
    <ul className={css['rows']} aria-label={t('rows', { model: label })}>
      {run.rows.map((row) => (
        <Row key={row.id} row={row} run={run} longestNs={longestNs} />
      ))}
    </ul>
  );
}

function Row({ row, run, longestNs }: Omit<ModelRowsProps, 'label'> & { readonly row: ModelRow }): ReactNode {
  const t = useModelMessages();
  const common = useCommonMessages();
  const words = sharesOf(row.parts, run.totalNs)
    .filter(({ share }) => share >= 0.005)
    .map(({ state, share }) =>
      t('row.part', { share: Math.round(share * 100), state: common(stateStyleOf(state).message) }),
    )
    .join(', ');
  return (
    <li className={css['row']} title={t('row.words', { name: row.name, words })}>
      <span className={css['name']}>{shortName(row.name)}</span>
      <span className={css['track']}>
        <span className={css['hidden']}>{words}</span>
        {visibleParts(row.parts, longestNs / 400).map((part) => (
          <StateBar
            key={part.fromNs}
            state={part.state}
            from={part.fromNs / longestNs}
            length={(part.toNs - part.fromNs) / longestNs}
          />
        ))}
      </span>
    </li>
  );
}

/** 'Thread-1 (job)' without what is the same for all. */
function shortName(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}
