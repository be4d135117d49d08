import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { formatDuration } from '../results/format-quantity.ts';
import type { SharedRun } from '../share/shared-run.ts';
import css from './experiment-view.module.css';

/** Says that these results are someone else's, and on what machine they came about. */
export function SharedBanner({ run }: { readonly run: SharedRun }): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const { browser, cores, clockResolutionMs } = run.machine;
  return (
    <p className={css['banner']} data-shared="">
      <strong>{t('shared.title')}.</strong>{' '}
      {t(`run.${run.ending}`, { time: formatDuration(run.elapsedMs, language), message: '' })}{' '}
      {t('shared.from', {
        day: run.day,
        browser,
        cores: t('machine.cores', { count: cores }),
        resolution: formatDuration(clockResolutionMs, language),
      })}
    </p>
  );
}
