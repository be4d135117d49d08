import type { ReactNode } from 'react';
import type { HandleMoment } from '../../../sim-core/trace/task.ts';
import { HandleChip } from './handle-chip.tsx';
import { useTaskMessages } from './messages/task-messages.ts';
import css from './ready-queue.module.css';

const mostShown = 24;

/** The callbacks that will be called, the next one first. */
export function ReadyQueue({ ready }: { readonly ready: readonly HandleMoment[] }): ReactNode {
  const t = useTaskMessages();
  return (
    <>
      <h4>{t('ready.title')}</h4>
      {ready.length === 0 ? (
        <p className={css['none']}>{t('ready.empty')}</p>
      ) : (
        <ol className={css['queue']}>
          {ready.slice(0, mostShown).map((handle, place) => (
            <li key={place}>
              <HandleChip handle={handle} isNext={place === 0} />
            </li>
          ))}
          {ready.length > mostShown && (
            <li className={css['none']}>{t('ready.more', { count: ready.length - mostShown })}</li>
          )}
        </ol>
      )}
    </>
  );
}
