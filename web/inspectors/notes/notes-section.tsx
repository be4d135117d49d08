import { NotebookPen, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Note } from '../../store/notes-slice.ts';
import { useStore, useStoreApi } from '../../store/store-context.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { durationText } from '../../ui/time-text.ts';
import css from '../stops-panel.module.css';
import { useNoteMessages } from './messages/note-messages.ts';

/** The notes as a list: to write, to go to, to remove. */
export function NotesSection(): ReactNode {
  const t = useNoteMessages();
  const store = useStoreApi();
  const notes = useStore((state) => state.notes);
  return (
    <section className={css['section']} aria-label={t('notes.title')}>
      <h3>{t('notes.title')}</h3>
      <p className={css['help']}>{t('notes.help')}</p>
      <ol className={css['stops']}>
        {notes.map((note, index) => (
          <li key={note.step}>
            <NoteRow note={note} index={index} />
          </li>
        ))}
      </ol>
      <Button icon={<NotebookPen />} onClick={() => store.getState().addNote()}>
        {t('notes.add')}
      </Button>
    </section>
  );
}

function NoteRow({ note, index }: { readonly note: Note; readonly index: number }): ReactNode {
  const t = useNoteMessages();
  const store = useStoreApi();
  const isNew = useStore((state) => state.newNote === index);
  const isHere = useStore((state) => state.moment?.step === note.step);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) input.current?.focus();
  }, [isNew]);
  const number = index + 1;
  const time = durationText(note.timeNs);
  return (
    <div className={[css['row'], isHere ? css['current'] : ''].join(' ')}>
      <Button
        className={css['step']}
        aria-label={t('notes.goTo', { number, time })}
        onClick={() => void store.getState().goToNote(index)}
      >
        {time}
      </Button>
      <input
        ref={input}
        className={[css['text'], css['caption']].join(' ')}
        value={note.text}
        maxLength={1000}
        placeholder={t('notes.hint')}
        aria-label={t('notes.text', { number })}
        onChange={(event) => store.getState().changeNote(index, event.target.value)}
      />
      <IconButton
        label={t('notes.remove', { number })}
        icon={<Trash2 />}
        onClick={() => store.getState().removeNote(index)}
      />
    </div>
  );
}
