import { type ReactNode, Suspense, use, useEffect, useMemo, useRef, useState } from 'react';
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
  const store = useStoreApi();
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // It comes after the dialog has looked for something to focus.
  useEffect(() => field.current?.focus(), []);
  const entries = use(index);
  const found = entries.filter((entry) => isFound(entry, filter));
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = found;
          if (filter.trim() !== '' && first !== undefined) openEntry(store, first);
        }}
      >
        <input
          ref={field}
          className={css['filter']}
          type="search"
          value={filter}
          placeholder={t('gallery.filter')}
          aria-label={t('gallery.filter')}
          onChange={(event) => setFilter(event.target.value)}
        />
      </form>
      <output className="visually-hidden">{filter === '' ? '' : t('gallery.found', { count: found.length })}</output>
      {found.length === 0 && <p>{t('gallery.none')}</p>}
      {topics.map((topic) => {
        const members = found.filter((entry) => entry.topic === topic);
        if (members.length === 0) return null;
        return (
          <section key={topic} className={css['topic']}>
            <h3>{t(`gallery.topic.${topic}`)}</h3>
            <ol>
              {members.map((entry) => (
                <Entry key={entry.id} entry={entry} number={entries.indexOf(entry) + 1} />
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
}

/** Every word stands in the title or the goal, in whichever language. */
function isFound({ id, title, goal }: GalleryEntry, filter: string): boolean {
  const text = [id, title.en, title.zh, goal.en, goal.zh].join(' ').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function openEntry(store: ReturnType<typeof useStoreApi>, entry: GalleryEntry): void {
  store.getState().closeDialog();
  void openGalleryEntry(store, entry);
}

function Entry({ entry, number }: { readonly entry: GalleryEntry; readonly number: number }): ReactNode {
  const language = useLanguage();
  const store = useStoreApi();
  const isOpen = useStore((state) => state.lesson?.id === entry.id);
  return (
    <li>
      <button
        type="button"
        className={css['entry']}
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => openEntry(store, entry)}
      >
        <strong>
          {number}. {entry.title[language]}
        </strong>
        <span>{entry.goal[language]}</span>
      </button>
    </li>
  );
}
