import { type ReactNode, useEffect, useRef } from 'react';
import type { Note } from '../store/notes-slice.ts';
import { useStore } from '../store/store-context.ts';
import { threadColor } from '../ui/state-style.ts';
import { durationText } from '../ui/time-text.ts';
import { eventSentence, type HappenedEvent, type SentenceContext } from './event-sentence.ts';
import css from './events-panel.module.css';
import { useNoteMessages } from './notes/messages/note-messages.ts';

export interface EventsTableProps {
  readonly context: SentenceContext;
  /** Numbers of events. */
  readonly rows: readonly number[];
  /** How many events of the run have happened at the playhead. */
  readonly here: number;
  readonly onGoTo: (event: number) => void;
}

export function EventsTable({ context, rows, here, onGoTo }: EventsTableProps): ReactNode {
  const { trace, t } = context;
  const note = useNoteMessages();
  const notes = useStore((store) => store.notes);
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    table.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
  }, [rows]);
  const lastPast = rows.findLast((event) => event < here);
  return (
    <table ref={table} className={css['table']}>
      <caption>{t('events.caption')}</caption>
      <tbody>
        {rows.flatMap((event, row) => [
          ...notesBetween(notes, trace.step[rows[row - 1] ?? -1] ?? -1, trace.step[event] ?? 0).map(
            ({ step, timeNs, text }) => (
              <tr key={`note-${step}`} className={css['note']}>
                <td className={css['time']}>{durationText(timeNs)}</td>
                <td>{note('notes.line', { text })}</td>
              </tr>
            ),
          ),
          <tr
            key={event}
            className={event < here ? css['past'] : css['future']}
            aria-current={event === lastPast ? 'step' : undefined}
          >
            <td className={css['time']}>
              <button type="button" onClick={() => onGoTo(event)}>
                {durationText(trace.timeNs[event] ?? 0)}
              </button>
            </td>
            <td style={{ '--thread': threadColor(trace.thread[event] ?? 0) }} className={css['what']}>
              {eventSentence(happened(context, event), context)}
            </td>
          </tr>,
        ])}
      </tbody>
    </table>
  );
}

/** Those after one event and up to the next. */
function notesBetween(notes: readonly Note[], fromStep: number, toStep: number): readonly Note[] {
  return notes.filter(({ step }) => step > fromStep && step <= toStep);
}

function happened({ trace }: SentenceContext, event: number): HappenedEvent {
  return {
    kind: trace.kind[event] ?? -1,
    thread: trace.thread[event] ?? -1,
    a: trace.a[event] ?? -1,
    b: trace.b[event] ?? -1,
  };
}
