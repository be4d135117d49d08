/** A trace in the Trace Event Format (JSON), as ui.perfetto.dev and chrome://tracing open it: a track per thread, per core and for the GIL. */
import { eventKinds, threadStates } from './event-kind.ts';
import type { Trace } from './trace.ts';

interface ChromeEvent {
  readonly name: string;
  readonly ph: 'X' | 'M' | 'i';
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts?: number;
  readonly dur?: number;
  readonly s?: 't';
  readonly cat?: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

const stateNames = new Map<number, string>([
  [threadStates.running, 'running'],
  [threadStates.runningOutsideGil, 'running outside the GIL'],
  [threadStates.ready, 'ready'],
  [threadStates.waitingForGil, 'waiting for the GIL'],
  [threadStates.blocked, 'waiting'],
  [threadStates.sleeping, 'sleeping'],
  [threadStates.inputOutput, 'in I/O'],
  [threadStates.stopped, 'stopped'],
]);

const coresPid = 1_000_000;

export function chromeTrace(trace: Trace): string {
  const writer = new ChromeWriter(trace);
  for (let i = 0; i < trace.length; i += 1) writer.event(i);
  return `{"traceEvents":[\n${writer
    .finish()
    .map((event) => JSON.stringify(event))
    .join(',\n')}\n],"displayTimeUnit":"ns"}\n`;
}

class ChromeWriter {
  private readonly trace: Trace;
  private readonly events: ChromeEvent[] = [];
  private readonly processOf = new Map<number, number>();
  private readonly names = new Map<number, string>();
  private readonly states = new Map<number, { state: number; sinceNs: number; resource: number }>();
  private readonly cores = new Map<number, { thread: number; sinceNs: number }>();

  constructor(trace: Trace) {
    this.trace = trace;
    this.events.push({ name: 'process_name', ph: 'M', pid: coresPid, tid: 0, args: { name: 'cores' } });
  }

  event(i: number): void {
    const { trace } = this;
    const [kind, thread, a, b, timeNs] = [trace.kind[i], trace.thread[i], trace.a[i], trace.b[i], trace.timeNs[i]] as [
      number,
      number,
      number,
      number,
      number,
    ];
    if (kind === eventKinds.threadCreated) this.processOf.set(thread, a);
    if (kind === eventKinds.threadCreated || kind === eventKinds.threadRenamed)
      this.names.set(thread, trace.strings[b] ?? '');
    if (kind === eventKinds.processCreated)
      this.events.push({ name: 'process_name', ph: 'M', pid: a, tid: 0, args: { name: trace.strings[b] ?? '' } });
    if (kind === eventKinds.threadState) this.enter(thread, a, b, timeNs);
    if (kind === eventKinds.coreTaken) this.cores.set(a, { thread, sinceNs: timeNs });
    if (kind === eventKinds.coreLeft) this.leaveCore(a, timeNs);
    if (kind === eventKinds.output)
      this.instant(thread, timeNs, `print ${JSON.stringify(trace.output[b]?.text ?? '')}`);
    if (kind === eventKinds.gilDropRequested) this.instant(thread, timeNs, 'asks for the GIL');
  }

  finish(): readonly ChromeEvent[] {
    for (const thread of this.states.keys()) this.enter(thread, threadStates.finished, -1, this.trace.endNs);
    for (const core of this.cores.keys()) this.leaveCore(core, this.trace.endNs);
    for (const [thread, name] of this.names) {
      this.events.push({
        name: 'thread_name',
        ph: 'M',
        pid: this.processOf.get(thread) ?? 0,
        tid: thread,
        args: { name },
      });
    }
    return this.events;
  }

  private enter(thread: number, state: number, resource: number, timeNs: number): void {
    const before = this.states.get(thread);
    const name = before === undefined ? undefined : stateNames.get(before.state);
    if (before !== undefined && name !== undefined) {
      const what = this.trace.resources[before.resource]?.name;
      const label = before.state === threadStates.blocked && what !== undefined ? `waiting for ${what}` : name;
      this.span(label, { pid: this.processOf.get(thread) ?? 0, tid: thread }, before.sinceNs, timeNs);
    }
    this.states.set(thread, { state, sinceNs: timeNs, resource });
  }

  private leaveCore(core: number, timeNs: number): void {
    const before = this.cores.get(core);
    if (before === undefined) return;
    this.cores.delete(core);
    this.span(
      this.names.get(before.thread) ?? `thread ${before.thread}`,
      { pid: coresPid, tid: core },
      before.sinceNs,
      timeNs,
    );
  }

  private span(name: string, track: { pid: number; tid: number }, fromNs: number, toNs: number): void {
    this.events.push({ name, ph: 'X', ...track, ts: fromNs / 1000, dur: (toNs - fromNs) / 1000 });
  }

  private instant(thread: number, timeNs: number, name: string): void {
    this.events.push({ name, ph: 'i', pid: this.processOf.get(thread) ?? 0, tid: thread, ts: timeNs / 1000, s: 't' });
  }
}
