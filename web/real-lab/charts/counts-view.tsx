import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { formatNumber } from '../results/format-quantity.ts';
import type { CountsChart } from '../results/run-summary.ts';
import css from './chart.module.css';

/** Columns over whole numbers, each with its count written on it. */
export function CountsView({ chart }: { readonly chart: CountsChart }): ReactNode {
  const language = useLanguage();
  const most = Math.max(1, ...chart.counts);
  const columns = chart.counts.map((count, index) => ({ count, number: chart.first + index }));
  return (
    <ol className={css['counts']}>
      {columns.map(({ count, number }) => (
        <li key={number}>
          <span className={css['countValue']}>{formatNumber(count, language, 0)}</span>
          <span className={css['countColumn']} style={{ '--part': count / most }} aria-hidden="true" />
          <span className={css['countNumber']}>{number}</span>
        </li>
      ))}
    </ol>
  );
}
