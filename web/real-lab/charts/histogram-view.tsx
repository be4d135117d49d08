import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { Prediction } from '../predictions/prediction.ts';
import { formatNumber } from '../results/format-quantity.ts';
import type { HistogramChart } from '../results/run-summary.ts';
import css from './chart.module.css';

export interface HistogramViewProps {
  readonly chart: HistogramChart;
  readonly possible: Prediction['possible'];
  /** Where one simulated run of the same experiment ended. */
  readonly simulated: number | null;
}

/** Measured rounds as columns; below them, on the same axis, the band of all possible results. */
export function HistogramView({ chart, possible, simulated }: HistogramViewProps): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const { from, to, counts } = chart;
  const most = Math.max(1, ...counts);
  const binWidth = (to - from) / counts.length;
  const percentAt = (value: number): number => ((value - from) / (to - from)) * 100;
  const whole = (value: number): string => formatNumber(value, language, 0);
  const columns = counts.map((count, bin) => ({
    count,
    from: from + bin * binWidth,
    to: from + (bin + 1) * binWidth,
  }));
  return (
    <>
      <ol className={css['columns']}>
        {columns.map((column) => {
          const words = `${whole(column.from)} – ${whole(column.to)}: ${t('chart.rounds', { count: column.count })}`;
          return (
            <li key={column.from} className={css['column']} title={words} aria-hidden={column.count === 0}>
              <span className={css['columnFill']} style={{ '--part': column.count / most }} />
              <span className="visually-hidden">{words}</span>
            </li>
          );
        })}
      </ol>
      {possible !== null && (
        <div className={css['band']}>
          <div
            className={css['bandFill']}
            style={{ '--from': `${percentAt(possible.from)}%`, '--to': `${percentAt(possible.to)}%` }}
          />
          {simulated !== null && <div className={css['simulated']} style={{ '--at': `${percentAt(simulated)}%` }} />}
        </div>
      )}
      <div className={css['axis']}>
        <span>{whole(from)}</span>
        {possible !== null && (
          <span>
            {t('chart.possible', { from: whole(possible.from), to: whole(possible.to) })}
            {simulated !== null && ` · ${t('chart.simulated', { value: whole(simulated) })}`}
          </span>
        )}
        <span>{whole(to)}</span>
      </div>
    </>
  );
}
