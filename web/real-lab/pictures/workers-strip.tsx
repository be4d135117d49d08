import type { ReactNode } from 'react';
import { StateSwatch } from '../../ui/state-swatch.tsx';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { formatNumber } from '../results/format-quantity.ts';
import { lookOf, nameOfState } from '../timeline/state-look.ts';
import type { LiveFrame } from './live-frame.ts';
import css from './picture.module.css';

/** What every worker does at this moment, and how far it is. */
export function WorkersStrip({ frame }: { readonly frame: LiveFrame }): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  return (
    <ol className={css['strip']} aria-label={t('picture.workers')}>
      {frame.workers.map(({ state, progress }, worker) => (
        // oxlint-disable-next-line react/no-array-index-key -- a worker is its number
        <li key={worker}>
          <span className={css['name']}>{t('timeline.worker', { worker: worker + 1 })}</span>
          <StateSwatch state={lookOf(state)} />
          <span className={css['state']}>{t(`state.${nameOfState(state)}`)}</span>
          <span className={css['progress']}>{formatNumber(progress, language, 0)}</span>
        </li>
      ))}
    </ol>
  );
}
