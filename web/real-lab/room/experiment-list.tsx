import type { ReactNode } from 'react';
import { type ExperimentId, experimentIds } from '../experiments/experiment-id.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { experimentHash } from '../share/run-link.ts';
import css from './experiment-list.module.css';

export function ExperimentList({ selected }: { readonly selected: ExperimentId }): ReactNode {
  const t = useLabMessages();
  return (
    <nav className={css['list']} aria-label={t('room.experiments')}>
      <p className={css['lead']}>{t('room.lead')}</p>
      <ol>
        {experimentIds.map((id) => (
          <li key={id}>
            <a href={experimentHash(id)} aria-current={id === selected ? 'page' : undefined}>
              <span className={css['title']}>{t(`${id}.title`)}</span>
              <span className={css['short']}>{t(`${id}.short`)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
