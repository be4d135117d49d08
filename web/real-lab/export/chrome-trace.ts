/**
 * A run as Chrome's trace JSON, which Perfetto and chrome://tracing open.
 * Models: the Trace Event Format: 'M' names, 'X' spans, 'i' moments; times in microseconds.
 */
import { labMarkNames, labMarks, labStateNames, labStates } from '../recording/lab-event.ts';
import type { TimelineRow } from '../timeline/rows.ts';

interface TraceEvent {
  readonly name: string;
  readonly ph: 'M' | 'X' | 'i';
  readonly pid: number;
  readonly tid: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly s?: 't';
  readonly args?: Readonly<Record<string, string | number>>;
}

export interface ChromeTrace {
  readonly traceEvents: readonly TraceEvent[];
  readonly displayTimeUnit: 'ns';
  readonly otherData: Readonly<Record<string, string | number>>;
}

const pid = 1;

export function chromeTraceOf(rows: readonly TimelineRow[], about: ChromeTrace['otherData']): ChromeTrace {
  const names: TraceEvent[] = [
    { name: 'process_name', ph: 'M', pid, tid: 0, args: { name: 'Lockstep real lab' } },
    ...rows.map(({ worker }): TraceEvent => ({
      name: 'thread_name',
      ph: 'M',
      pid,
      tid: worker + 1,
      args: { name: `Worker ${worker + 1}` },
    })),
  ];
  return { traceEvents: [...names, ...rows.flatMap(eventsOf)], displayTimeUnit: 'ns', otherData: about };
}

function eventsOf({ worker, spans, marks }: TimelineRow): readonly TraceEvent[] {
  const tid = worker + 1;
  return [
    ...spans.map(({ fromMs, toMs, state, argument }): TraceEvent => {
      return {
        name: stateName(state),
        ph: 'X',
        pid,
        tid,
        ts: fromMs * 1000,
        dur: (toMs - fromMs) * 1000,
        args: { argument },
      };
    }),
    ...marks.map(({ timeMs, mark, argument }): TraceEvent => {
      return { name: markName(mark), ph: 'i', pid, tid, ts: timeMs * 1000, s: 't', args: { argument } };
    }),
  ];
}

function stateName(state: number): string {
  return labStateNames.find((name) => labStates[name] === state) ?? 'unknown';
}

function markName(mark: number): string {
  return labMarkNames.find((name) => labMarks[name] === mark) ?? 'unknown';
}
