import type { EventLog } from '../recording/event-log.ts';
import { type LabMarkCode, type LabStateCode, labMarks, labStates } from '../recording/lab-event.ts';

/** One worker's line: what it did from when to when, and what happened at a moment. */
export interface TimelineRow {
  readonly worker: number;
  /** A simulated thread's name; real workers have only their number. */
  readonly name: string | null;
  /** In order, without overlap. */
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
}

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: LabStateCode;
  readonly argument: number;
}

interface Mark {
  readonly timeMs: number;
  readonly mark: LabMarkCode;
  readonly argument: number;
}

const firstMark = Math.min(...Object.values(labMarks));

/** Each state lasts until the worker enters the next one; the last one until the run's end. */
export function rowsOf(log: EventLog, endMs: number): readonly TimelineRow[] {
  return log.workers.map(({ events }, worker) => {
    const spans: Span[] = [];
    const marks: Mark[] = [];
    for (const { timeMs, code, argument } of events) {
      if (code >= firstMark) {
        marks.push({ timeMs, mark: code as LabMarkCode, argument });
        continue;
      }
      closeLast(spans, timeMs);
      spans.push({ fromMs: timeMs, toMs: timeMs, state: code as LabStateCode, argument });
    }
    closeLast(spans, endMs);
    return { worker, name: null, spans: spans.filter(({ state }) => state !== labStates.finished), marks };
  });
}

function closeLast(spans: Span[], toMs: number): void {
  const last = spans.pop();
  if (last !== undefined) spans.push({ ...last, toMs: Math.max(last.fromMs, toMs) });
}

/** From the first event to the last. */
export function extentOf(rows: readonly TimelineRow[]): { readonly fromMs: number; readonly toMs: number } {
  const starts = rows.flatMap(({ spans }) => spans.at(0)?.fromMs ?? []);
  const ends = rows.flatMap(({ spans }) => spans.at(-1)?.toMs ?? []);
  if (starts.length === 0) return { fromMs: 0, toMs: 1 };
  const fromMs = Math.min(...starts);
  return { fromMs, toMs: Math.max(fromMs + 1e-3, ...ends) };
}
