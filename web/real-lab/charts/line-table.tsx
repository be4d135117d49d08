import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { formatQuantity } from '../results/format-quantity.ts';
import type { LineChart, Series } from '../results/run-summary.ts';
import css from './chart.module.css';

export interface LineTableProps {
  readonly chart: LineChart;
  readonly predicted: readonly Series[];
}

/** The curves in numbers, for keyboard and screen reader and for copying. */
export function LineTable({ chart, predicted }: LineTableProps): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const columns = [
    ...chart.series.map((series) => ({ name: t(`label.${series.label}`), points: new Map(series.points) })),
    ...predicted.map((series) => ({
      name: t('label.predicted', { label: t(`label.${series.label}`) }),
      points: new Map(series.points),
    })),
  ];
  const xs = [...new Set(columns.flatMap(({ points }) => [...points.keys()]))].toSorted((a, b) => a - b);
  return (
    <details className={css['details']}>
      <summary>{t('chart.table')}</summary>
      <div className={css['tableBox']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t(`chart.axis.${chart.id}`)}</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {xs.map((x) => (
              <tr key={x}>
                <th scope="row">{formatQuantity(x, chart.xUnit, language)}</th>
                {columns.map(({ name, points }) => {
                  const y = points.get(x);
                  return <td key={name}>{y === undefined ? '–' : formatQuantity(y, chart.yUnit, language)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
