import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { formatNumber } from '../results/format-quantity.ts';
import type { LiveFrame } from './live-frame.ts';
import css from './picture.module.css';

/** The one word that all workers raise, as it stands in memory. */
export function CounterPicture({ frame }: { readonly frame: LiveFrame }): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const rounds = Math.max(...frame.workers.map(({ round }) => round));
  return (
    <p className={css['counter']}>
      <span className={css['name']}>{t('picture.counter')}</span>
      <span className={css['word']}>{formatNumber(frame.cells[0] ?? 0, language, 0)}</span>
      <span className={css['progress']}>{t('chart.rounds', { count: rounds })}</span>
    </p>
  );
}
