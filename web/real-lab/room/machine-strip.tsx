import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import type { Machine } from '../machine/machine.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { formatDuration } from '../results/format-quantity.ts';
import css from './machine.module.css';

export interface MachineStripProps {
  readonly machine: Machine | null;
  readonly liveWorkers: number;
}

/** One line on what the experiments run on, and how many workers are alive. */
export function MachineStrip({ machine, liveWorkers }: MachineStripProps): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  return (
    <aside aria-label={t('machine.title')} data-live-workers={liveWorkers}>
      <ul className={css['strip']}>
        {machine === null ? (
          <li>{t('machine.measuring')}</li>
        ) : (
          <>
            <li>{machine.browser}</li>
            <li>{t('machine.cores', { count: machine.cores })}</li>
            <li>{t('machine.clock', { resolution: formatDuration(machine.clockResolutionMs, language) })}</li>
            <li data-ring-cost-ns={machine.ringCost.eventNs}>
              {t('machine.ring', { cost: formatDuration(machine.ringCost.eventNs / 1e6, language) })}
            </li>
          </>
        )}
        <li>{t('machine.live', { count: liveWorkers })}</li>
      </ul>
    </aside>
  );
}
