import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { AllowedOutcomes } from '../predictions/prediction.ts';
import { formatNumber } from '../results/format-quantity.ts';
import type { OutcomeChart } from '../results/run-summary.ts';
import css from './chart.module.css';

export interface OutcomesViewProps {
  readonly chart: OutcomeChart;
  readonly allowed: readonly AllowedOutcomes[];
}

const outcomes = ['0 0', '0 1', '1 0', '1 1'] as const;

/** How often each outcome was seen, under what is possible: the column that no order of steps explains is marked. */
export function OutcomesView({ chart, allowed }: OutcomesViewProps): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const inAnyOrder = allowed.find(({ machine }) => machine === 'any-order');
  const isWeak = (outcome: number): boolean => inAnyOrder?.outcomes[outcome] === false;
  const columnClass = (outcome: number): string | undefined => (isWeak(outcome) ? css['weak'] : undefined);
  return (
    <div className={css['tableBox']}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">a b</th>
            {outcomes.map((name, outcome) => (
              <th key={name} scope="col" className={columnClass(outcome)}>
                {name}
                {isWeak(outcome) && <span className={css['weakWord']}> {t('chart.weak')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.rows.map(({ label, counts }) => (
            <tr key={label}>
              <th scope="row">{t(`label.${label}`)}</th>
              {outcomes.map((name, outcome) => (
                <td key={name} className={columnClass(outcome)}>
                  {formatNumber(counts[outcome] ?? 0, language, 0)}
                </td>
              ))}
            </tr>
          ))}
          {allowed.map(({ machine, outcomes: possible }) => (
            <tr key={machine} className={css['muted']}>
              <th scope="row">{t(`chart.machine.${machine}`)}</th>
              {outcomes.map((name, outcome) => (
                <td key={name} className={columnClass(outcome)}>
                  {possible[outcome] === true ? t('chart.allowed') : t('chart.forbidden')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
