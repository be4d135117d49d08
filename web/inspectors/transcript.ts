/** The whole run in sentences, a line each: to read, to print, to give to those who cannot see the picture. */
import type { Note } from '../store/notes-slice.ts';
import { durationText } from '../ui/time-text.ts';
import { eventSentence, type SentenceContext } from './event-sentence.ts';
import { toldAround } from './told-events.ts';

const mostLines = 100_000;

/** `noteLine` writes a note as a line; notes stand before what happens next. */
export function transcriptOf(
  context: SentenceContext,
  notes: readonly Note[],
  noteLine: (note: Note) => string,
): string {
  const { trace } = context;
  const waiting = [...notes];
  const lines: string[] = [];
  const add = (timeNs: number, sentence: string): void => {
    lines.push(`${durationText(timeNs).padStart(10)}  ${sentence}`);
  };
  const addNotesBefore = (step: number): void => {
    while (waiting[0] !== undefined && waiting[0].step <= step) {
      const note = waiting.shift() as Note;
      add(note.timeNs, noteLine(note));
    }
  };
  for (const event of toldAround(trace, 0, mostLines, false)) {
    addNotesBefore(trace.step[event] ?? 0);
    const happened = {
      kind: trace.kind[event] ?? -1,
      thread: trace.thread[event] ?? -1,
      a: trace.a[event] ?? -1,
      b: trace.b[event] ?? -1,
    };
    add(trace.timeNs[event] ?? 0, eventSentence(happened, context));
  }
  addNotesBefore(Number.POSITIVE_INFINITY);
  return `${lines.join('\n')}\n`;
}
