import { type ReactNode, use, useMemo, Suspense } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage } from '../ui/messages/catalogue.ts';
import css from './gallery-dialog.module.css';
import { type GalleryEntry, galleryIndex, topics } from './gallery-index.ts';
import { useShareMessages } from './messages/share-messages.ts';
import { openGalleryEntry } from './open-gallery-entry.ts';

/** Examples in the order of a course, each with its goal. */
export function GalleryDialog(): ReactNode {
  const t = useShareMessages();
  const store = useStoreApi();
  const index = useMemo(() => galleryIndex(), []);
  return (
    <Dialog
      isOpen
      size="sheet"
      onClose={() => store.getState().closeDialog()}
      title={t('gallery.title')}
      description={t('gallery.help')}
    >
      <Suspense fallback={<p>{t('gallery.loading')}</p>}>
        <Topics index={index} />
      </Suspense>
    </Dialog>
  );
}

function Topics({ index }: { readonly index: Promise<readonly GalleryEntry[]> }): ReactNode {
  const t = useShareMessages();
  const entries = use(index);
  return topics.map((topic) => {
    const members = entries.filter((entry) => entry.topic === topic);
    if (members.length === 0) return null;
    return (
      <section key={topic} className={css['topic']}>
        <h3>{t(`gallery.topic.${topic}`)}</h3>
        <ul>
          {members.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      </section>
    );
  });
}

function Entry({ entry }: { readonly entry: GalleryEntry }): ReactNode {
  const language = useLanguage();
  const store = useStoreApi();
  const isOpen = useStore((state) => state.lesson?.id === entry.id);
  const open = (): void => {
    store.getState().closeDialog();
    void openGalleryEntry(store, entry);
  };
  return (
    <li>
      <button type="button" className={css['entry']} aria-current={isOpen ? 'true' : undefined} onClick={open}>
        <strong>{entry.title[language]}</strong>
        <span>{entry.goal[language]}</span>
      </button>
    </li>
  );
}
