import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { formatQuantity } from '../results/format-quantity.ts';
import type { Measure } from '../results/run-summary.ts';
import css from './result-lists.module.css';

export function NumberList({ measures }: { readonly measures: readonly Measure[] }): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  return (
    <dl className={css['numbers']}>
      {measures.map(({ id, value, unit, isResolved }) => (
        <div key={id} data-measure={id} data-value={value}>
          <dt>{t(`measure.${id}`)}</dt>
          <dd>{isResolved ? formatQuantity(value, unit, language) : t('measure.unresolved')}</dd>
        </div>
      ))}
    </dl>
  );
}
