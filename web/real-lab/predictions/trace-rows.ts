import { eventKinds, threadStates } from '../../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../../sim-core/trace/trace.ts';
import { type LabStateCode, labStates } from '../recording/lab-event.ts';
import type { Span, TimelineRow } from '../timeline/rows.ts';

/** A simulated run as rows of the same timeline that shows the real one: one row a thread. */
export function rowsOfTrace(trace: Trace, hasGil: boolean): readonly TimelineRow[] {
  const states = hasGil ? { ...labStateOf, [threadStates.running]: labStates.holding } : labStateOf;
  const names = new Map<number, string>();
  const spans = new Map<number, Span[]>();
  for (let index = 0; index < trace.length; index += 1) {
    const thread = trace.thread[index] ?? -1;
    const kind = trace.kind[index];
    if (kind === eventKinds.threadCreated || kind === eventKinds.threadRenamed) {
      names.set(thread, trace.strings[trace.b[index] ?? -1] ?? `${thread}`);
    }
    if (kind !== eventKinds.threadState) continue;
    const timeMs = (trace.timeNs[index] ?? 0) / 1e6;
    const ofThread = spans.get(thread) ?? [];
    closeLast(ofThread, timeMs);
    const state = states[trace.a[index] ?? -1] ?? labStates.finished;
    ofThread.push({ fromMs: timeMs, toMs: timeMs, state, argument: 0 });
    spans.set(thread, ofThread);
  }
  return [...spans].map(([thread, ofThread]) => {
    closeLast(ofThread, trace.endNs / 1e6);
    const shown = ofThread.filter(({ state }) => state !== labStates.finished);
    return { worker: thread, name: names.get(thread) ?? `${thread}`, spans: shown, marks: [] };
  });
}

const labStateOf: Readonly<Record<number, LabStateCode>> = {
  [threadStates.running]: labStates.working,
  [threadStates.runningOutsideGil]: labStates.working,
  [threadStates.ready]: labStates.ready,
  [threadStates.waitingForGil]: labStates.waitingForGil,
  [threadStates.blocked]: labStates.waiting,
  [threadStates.sleeping]: labStates.sleeping,
  [threadStates.inputOutput]: labStates.communicating,
  [threadStates.finished]: labStates.finished,
  [threadStates.stopped]: labStates.waiting,
};

function closeLast(spans: Span[], toMs: number): void {
  const last = spans.pop();
  if (last !== undefined) spans.push({ ...last, toMs });
}
