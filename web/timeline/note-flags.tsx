import { type ReactNode, useMemo } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { momentText } from '../ui/time-text.ts';
import { useTimelineMessages } from './messages/timeline-messages.ts';
import css from './note-flags.module.css';

/** Notes as flags on the ruler: a click goes to the moment. */
export function NoteFlags(): ReactNode {
  const t = useTimelineMessages();
  const store = useStoreApi();
  const notes = useStore((state) => state.notes);
  const viewport = useStore((state) => state.viewport);
  const lengthNs = viewport.toNs - viewport.fromNs;
  const shown = useMemo(
    () =>
      notes
        .map((note, index) => ({ ...note, index }))
        .filter(({ timeNs }) => timeNs >= viewport.fromNs && timeNs <= viewport.toNs),
    [notes, viewport],
  );
  return shown.map(({ index, timeNs, text }) => (
    <button
      key={index}
      type="button"
      className={css['flag']}
      style={{ '--share': `${((timeNs - viewport.fromNs) / lengthNs) * 100}%` }}
      title={text}
      aria-label={t('note.flag', { number: index + 1, time: momentText(timeNs, lengthNs), text })}
      onClick={() => void store.getState().goToNote(index)}
    >
      {text === '' ? String(index + 1) : text}
    </button>
  ));
}
