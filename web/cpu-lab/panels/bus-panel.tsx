import type { ReactNode } from 'react';
import { shortHexadecimal } from '../format-word.ts';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './panels.module.css';

/** The bus transactions, the newest first: who asked, for what, and what became of every copy. */
export function BusPanel(): ReactNode {
  const t = useCpuMessages();
  const bus = useLab((state) => state.moment?.bus ?? null);
  if (bus === null) return <p className={css['empty']}>{t('bus.none')}</p>;
  return (
    <div className={css['panel']}>
      <p>{t('bus.count', { count: bus.transactions })}</p>
      <table className={css['memory']}>
        <caption>{t('bus.log')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('bus.cycle')}</th>
            <th scope="col">{t('bus.hart')}</th>
            <th scope="col">{t('bus.transaction')}</th>
            <th scope="col">{t('bus.block')}</th>
            <th scope="col">{t('bus.states')}</th>
          </tr>
        </thead>
        <tbody>
          {bus.events.toReversed().map((event) => (
            <tr key={`${event.cycle} ${event.hart} ${event.transaction}`}>
              <td>{event.cycle}</td>
              <td>{event.hart}</td>
              <th scope="row" title={t(`transaction.${event.transaction}`)}>
                {event.transaction}
                {event.lostUpgrade && '*'}
              </th>
              <td>{shortHexadecimal(event.address)}</td>
              <td>{`${event.before} → ${event.after}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css['note']}>{t('bus.note')}</p>
    </div>
  );
}
