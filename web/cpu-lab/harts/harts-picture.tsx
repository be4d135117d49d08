import type { ReactNode } from 'react';
import { hexadecimal } from '../format-word.ts';
import { useLab, useLabStore } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { Button } from '../../ui/button.tsx';
import { threadColor } from '../../ui/state-style.ts';
import css from './harts.module.css';
import { HartLanes } from './hart-lanes.tsx';
import { LineStates } from './line-states.tsx';

/** Several harts with their caches over one bus, and what each did in the last cycles. */
export function HartsPicture(): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const moment = useLab((state) => state.moment);
  const listing = useLab((state) => state.loaded?.listing);
  const selected = useLab((state) => state.hart);
  const isByHand = useLab((state) => state.config.interleaving.kind === 'by-hand');
  if (moment === null) return null;
  const textAt = (pc: number): string => listing?.find((row) => row.address === pc)?.text ?? '';
  return (
    <div className={css['picture']}>
      <ul className={css['harts']} aria-label={t('harts.name')}>
        {moment.harts.map((hart, id) => (
          // The harts never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={id} className={css['hart']} style={{ '--hart': threadColor(id) }} data-selected={selected === id}>
            <button
              className={css['hartName']}
              type="button"
              aria-pressed={selected === id}
              onClick={() => void store.getState().lookAt({ hart: id })}
            >
              {t('harts.hart', { hart: id })}
            </button>
            <code className={css['pc']}>{hexadecimal(hart.pc)}</code>
            <code className={css['instruction']}>{hart.stop === null ? textAt(hart.pc) : t('harts.stopped')}</code>
            {hart.reservation !== null && (
              <span className={css['reservation']}>
                {t('harts.reserves', { address: hexadecimal(hart.reservation) })}
              </span>
            )}
            <LineStates hart={id} />
            {isByHand && (
              <Button kind="chip" disabled={hart.stop !== null} onClick={() => void store.getState().step(id)}>
                {t('harts.stepThis')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <BusLine />
      <HartLanes />
    </div>
  );
}

function BusLine(): ReactNode {
  const t = useCpuMessages();
  const bus = useLab((state) => state.moment?.bus ?? null);
  if (bus === null) return <p className={css['bus']}>{t('bus.none')}</p>;
  const last = bus.events.at(-1);
  return (
    <p className={css['bus']} data-busy={bus.owner !== null}>
      <strong>{t('bus.name')}</strong>{' '}
      {bus.owner === null
        ? t('bus.free')
        : t('bus.owned', { hart: bus.owner, transaction: bus.waiting[0]?.transaction ?? '' })}{' '}
      {last !== undefined && (
        <code>{`${last.cycle}: ${last.transaction} ${hexadecimal(last.address)} ${last.before} → ${last.after}`}</code>
      )}
    </p>
  );
}
