import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { Prediction } from '../predictions/prediction.ts';
import { formatQuantity } from '../results/format-quantity.ts';
import type { BarChart } from '../results/run-summary.ts';
import css from './chart.module.css';

export interface BarsViewProps {
  readonly chart: BarChart;
  readonly predicted: Prediction['bars'];
}

/** Medians as bars with the range of all rounds; a diamond marks what was predicted. */
export function BarsView({ chart, predicted }: BarsViewProps): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const highest = Math.max(...chart.bars.map(({ label, value }) => Math.max(value, predicted[label] ?? 0))) || 1;
  const percent = (value: number): string => `${Math.min(100, (value / highest) * 100)}%`;
  return (
    <>
      <dl className={css['bars']}>
        {chart.bars.map(({ label, value, spread, isResolved }) => {
          const prediction = predicted[label];
          const predictedText = prediction === undefined ? null : formatQuantity(prediction, chart.unit, language);
          return (
            <div key={label} className={css['barRow']}>
              <dt>{t(`label.${label}`)}</dt>
              <dd className={css['track']} aria-hidden="true">
                <span className={css['bar']} style={{ '--length': percent(value) }} />
                <span className={css['spread']} style={{ '--from': percent(spread[0]), '--to': percent(spread[1]) }} />
                {prediction !== undefined && <span className={css['mark']} style={{ '--at': percent(prediction) }} />}
              </dd>
              <dd className={css['value']}>
                {isResolved ? formatQuantity(value, chart.unit, language) : t('measure.unresolved')}
                {predictedText !== null && (
                  <span className={css['muted']}> {t('chart.predictedMark', { value: predictedText })}</span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className={css['note']}>{t('chart.spreadNote')}</p>
    </>
  );
}
