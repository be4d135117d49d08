import type { ReactNode } from 'react';
import { useStore } from '../store/store-context.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import { ThreadCard } from './thread-card.tsx';
import css from './thread-cards.module.css';

/** A card per thread at the playhead; of very many only those that have not ended. */
export function ThreadCards(): ReactNode {
  const t = useInspectorMessages();
  const moment = useStore((store) => store.moment);
  if (moment === null) return <p className={css['none']}>{t('moment.none')}</p>;
  const alive = moment.threads.length > 60 ? moment.threads.filter(({ frames }) => frames.length > 0) : moment.threads;
  return (
    <ul className={css['cards']}>
      {alive.slice(0, 200).map((thread) => (
        <li key={thread.id}>
          <ThreadCard thread={thread} moment={moment} />
        </li>
      ))}
    </ul>
  );
}
