import { BookmarkPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import { NotesSection } from './notes/notes-section.tsx';
import { StopRow } from './stop-row.tsx';
import css from './stops-panel.module.css';

/** The lecture track: places to stop at, with captions and questions. */
export function StopsPanel(): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const stops = useStore((state) => state.stops);
  return (
    <div className={css['panel']}>
      <h3>{t('stops.title')}</h3>
      <p className={css['help']}>{t('stops.help')}</p>
      <ol className={css['stops']}>
        {stops.map((stop, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a stop has no other identity: it may be edited in every part
          <li key={index}>
            <StopRow stop={stop} index={index} />
          </li>
        ))}
      </ol>
      <Button icon={<BookmarkPlus />} onClick={() => store.getState().addStop()}>
        {t('stops.add')}
      </Button>
      <NotesSection />
    </div>
  );
}
