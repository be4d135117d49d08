/** The run in Chrome's trace format, which ui.perfetto.dev and chrome://tracing open: a slice per state of a thread, instants for output. */
import { eventKinds, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { processesOf, threadsOf } from '../store/trace-threads.ts';

type TraceEvent = Readonly<Record<string, unknown>>;

export function perfettoTrace(trace: Trace): string {
  const events = [...namesOf(trace), ...slicesOf(trace), ...outputsOf(trace)];
  return JSON.stringify({ displayTimeUnit: 'ns', traceEvents: events });
}

function namesOf(trace: Trace): readonly TraceEvent[] {
  return [
    ...processesOf(trace).map(({ id, name }) => ({ ph: 'M', name: 'process_name', pid: id, args: { name } })),
    ...threadsOf(trace).map(({ id, process, name }) => ({
      ph: 'M',
      name: 'thread_name',
      pid: process,
      tid: id,
      args: { name },
    })),
  ];
}

function slicesOf(trace: Trace): readonly TraceEvent[] {
  const slices: TraceEvent[] = [];
  const open: { state: number; resource: number; fromNs: number }[] = [];
  const close = (thread: number, atNs: number): void => {
    const slice = open[thread];
    if (slice === undefined || atNs <= slice.fromNs || slice.state === threadStates.finished) return;
    const waits = trace.resources[slice.resource]?.name;
    slices.push({
      ph: 'X',
      name: stateName(slice.state) + (waits === undefined ? '' : `: ${waits}`),
      pid: threadsOf(trace)[thread]?.process ?? 0,
      tid: thread,
      ts: slice.fromNs / 1000,
      dur: (atNs - slice.fromNs) / 1000,
    });
  };
  for (let event = 0; event < trace.length; event += 1) {
    if (trace.kind[event] !== eventKinds.threadState) continue;
    const thread = trace.thread[event] ?? -1;
    const fromNs = trace.timeNs[event] ?? 0;
    close(thread, fromNs);
    open[thread] = { state: trace.a[event] ?? 0, resource: trace.b[event] ?? -1, fromNs };
  }
  for (const thread of open.keys()) close(thread, trace.endNs);
  return slices;
}

function outputsOf(trace: Trace): readonly TraceEvent[] {
  return trace.output.map(({ text, thread, timeNs }) => ({
    ph: 'i',
    s: 't',
    name: 'print',
    pid: threadsOf(trace)[thread]?.process ?? 0,
    tid: thread,
    ts: timeNs / 1000,
    args: { text },
  }));
}

function stateName(state: number): string {
  return Object.entries(threadStates).find(([, code]) => code === state)?.[0] ?? String(state);
}
