import type { ReactNode } from 'react';
import { CalledNow, type CalledNowProps } from './called-now.tsx';
import { HandleChip } from './handle-chip.tsx';
import { useTaskMessages } from './messages/task-messages.ts';
import css from './ready-queue.module.css';

const mostShown = 24;

/** What is called now, and the callbacks that will be called, the next one first. */
export function ReadyQueue({ loop, eventCount }: CalledNowProps): ReactNode {
  const t = useTaskMessages();
  const { ready } = loop;
  return (
    <>
      <CalledNow loop={loop} eventCount={eventCount} />
      <div className={css['ready']}>
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
      </div>
    </>
  );
}
