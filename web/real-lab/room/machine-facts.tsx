import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import type { Machine } from '../machine/machine.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { formatDuration } from '../results/format-quantity.ts';
import css from './machine.module.css';

/** The same facts as in the strip, each with what it means. */
export function MachineFacts({ machine }: { readonly machine: Machine }): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const duration = (ms: number): string => formatDuration(ms, language);
  const facts = [
    [t('machine.cores', { count: machine.cores }), t('machine.coresHint')],
    [t('machine.clock', { resolution: duration(machine.clockResolutionMs) }), t('machine.clockHint')],
    [
      t('machine.ring', { cost: duration(machine.ringCost.eventNs / 1e6) }),
      t('machine.ringHint', { stores: duration(machine.ringCost.storesNs / 1e6) }),
    ],
  ] as const;
  return (
    <dl className={css['facts']}>
      {facts.map(([fact, meaning]) => (
        <div key={fact}>
          <dt>{fact}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
