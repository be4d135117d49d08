import type { ReactNode } from 'react';
import type { ExperimentId } from '../experiments/experiment-id.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import css from './experiment-view.module.css';

export function ExperimentWords({ experiment }: { readonly experiment: ExperimentId }): ReactNode {
  const t = useLabMessages();
  return (
    <div className={css['words']}>
      <section>
        <h2>{t('section.look')}</h2>
        <p>{t(`${experiment}.look`)}</p>
      </section>
      <section>
        <h2>{t('section.differ')}</h2>
        <p>{t(`${experiment}.differ`)}</p>
      </section>
    </div>
  );
}
