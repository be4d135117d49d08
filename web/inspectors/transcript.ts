/** The whole run in sentences, a line each: to read, to print, to give to those who cannot see the picture. */
import { durationText } from '../ui/time-text.ts';
import { eventSentence, type SentenceContext } from './event-sentence.ts';
import { toldAround } from './told-events.ts';

const mostLines = 100_000;

export function transcriptOf(context: SentenceContext): string {
  const { trace } = context;
  const lines = toldAround(trace, 0, mostLines, false).map((event) => {
    const happened = {
      kind: trace.kind[event] ?? -1,
      thread: trace.thread[event] ?? -1,
      a: trace.a[event] ?? -1,
      b: trace.b[event] ?? -1,
    };
    return `${durationText(trace.timeNs[event] ?? 0).padStart(10)}  ${eventSentence(happened, context)}`;
  });
  return `${lines.join('\n')}\n`;
}
