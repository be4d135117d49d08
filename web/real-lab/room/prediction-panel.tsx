import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { Prediction } from '../predictions/prediction.ts';
import { formatNumber } from '../results/format-quantity.ts';
import css from './experiment-view.module.css';
import { SimulationPanel } from './simulation-panel.tsx';
import type { SimulationState } from './use-simulation.ts';

export interface PredictionPanelProps {
  readonly prediction: Prediction;
  readonly simulation: SimulationState;
  /** True while real workers run: a simulation would take a core from them. */
  readonly isBusy: boolean;
}

/** What should come out, how we know, and the same experiment in Python. */
export function PredictionPanel({ prediction, simulation, isBusy }: PredictionPanelProps): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const { program, source, statement } = prediction;
  const values = Object.fromEntries(
    Object.entries(prediction.values).map(([name, value]) => [name, formatNumber(value, language, 2)]),
  );
  return (
    <section className={css['side']} aria-labelledby="predicted">
      <h2 id="predicted">
        {t('section.predicted')} <span className={css['source']}>{t(`source.${source}`)}</span>
      </h2>
      <p data-prediction={statement}>{t(`prediction.${statement}`, values)}</p>
      <h3>
        {t('section.program', { version: program.version })}{' '}
        <span className={css['source']}>{t('prediction.cores', { count: program.cores })}</span>
      </h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keys */}
      <pre className={css['program']} tabIndex={0} aria-label={t('section.program', { version: program.version })}>
        <code>{program.text}</code>
      </pre>
      <SimulationPanel simulation={simulation} isBusy={isBusy} />
    </section>
  );
}
