import type { ReactNode } from 'react';
import { shownThread } from '../store/selection-slice.ts';
import { useStore } from '../store/store-context.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import { ThreadCard } from './thread-card.tsx';
import css from './thread-cards.module.css';

const mostCards = 100;
/** Beyond this number those that have ended are left out. */
const mostWithEnded = 60;

/** A card per thread at the playhead; of very many some of those that have not ended, the chosen one and the next one first. */
export function ThreadCards(): ReactNode {
  const t = useInspectorMessages();
  const moment = useStore((store) => store.moment);
  const chosen = useStore(shownThread);
  if (moment === null) return <p className={css['none']}>{t('moment.none')}</p>;
  const { threads, nextThread } = moment;
  const isFirst = (id: number): boolean => id === chosen || id === nextThread;
  const alive =
    threads.length > mostWithEnded ? threads.filter(({ id, frames }) => frames.length > 0 || isFirst(id)) : threads;
  const isTooMany = alive.length > mostCards;
  const shown = isTooMany
    ? [...alive.filter(({ id }) => isFirst(id)), ...alive.filter(({ id }) => !isFirst(id))].slice(0, mostCards)
    : alive;
  return (
    <>
      <ul className={css['cards']}>
        {shown.map((thread) => (
          <li key={thread.id}>
            <ThreadCard thread={thread} moment={moment} />
          </li>
        ))}
      </ul>
      {shown.length < threads.length && (
        <p className={css['none']}>{t('thread.more', { count: threads.length - shown.length })}</p>
      )}
    </>
  );
}
