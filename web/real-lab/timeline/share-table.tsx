import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { labStateNames } from '../recording/lab-event.ts';
import { formatQuantity } from '../results/format-quantity.ts';
import type { TimelineRow } from './rows.ts';
import { nameOf } from './row-name.ts';
import css from './run-timeline.module.css';
import { stateShares } from './state-shares.ts';

/** What the canvas shows, in numbers. */
export function ShareTable({ rows }: { readonly rows: readonly TimelineRow[] }): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const shares = rows.map((row) => ({ row, share: stateShares(row) }));
  const states = labStateNames.filter((name) => shares.some(({ share }) => share[name] > 0));
  return (
    <details className={css['details']}>
      <summary>{t('timeline.table')}</summary>
      <div className={css['tableBox']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('set.workers')}</th>
              {states.map((name) => (
                <th key={name} scope="col">
                  {t(`state.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shares.map(({ row, share }) => (
              <tr key={row.worker}>
                <th scope="row">{nameOf(row, t)}</th>
                {states.map((name) => (
                  <td key={name}>{formatQuantity(share[name] * 100, 'percent', language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
