/**
 * A trace in the Trace Event Format (JSON), as ui.perfetto.dev and chrome://tracing open it: a track per thread, task, core, GIL and lock,
 * an arrow from who wakes to who is woken, a counter for the run queue, for those who wait, and for what a semaphore or queue holds.
 */
import { ChromeTraceWriter, type Track } from './chrome-trace-writer.ts';
import { type EventKind, eventKinds, gilReleaseReasons, taskStates, threadStates } from './event-kind.ts';
import type { Trace } from './trace.ts';

/** In pieces: of a million events the whole text would be too long for one string. */
export function* chromeTraceParts(trace: Trace): Generator<string> {
  const reader = new ChromeTraceReader(trace);
  yield '{"displayTimeUnit":"ns","traceEvents":[\n';
  for (let event = 0; event < trace.length; event += 1) {
    reader.read(event);
    if (event % 10_000 === 9999) yield reader.writer.take();
  }
  reader.finish();
  yield reader.writer.take();
  yield '\n]}\n';
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

/** Processes that are none: Perfetto groups tracks by process. */
const coresPid = 1_000_000;
const locksPid = 1_000_001;
/** Tasks stand among the threads of their process. */
const firstTaskTid = 2_000_000;

function coreTrack(core: number): Track {
  return { pid: coresPid, tid: core };
}

function lockTrack(resource: number): Track {
  return { pid: locksPid, tid: resource };
}

class ChromeTraceReader {
  readonly writer = new ChromeTraceWriter();
  private readonly trace: Trace;
  private readonly processOf = new Map<number, number>();
  private readonly names = new Map<number, string>();
  private readonly taskNames: string[];
  private readonly taskAwaits = new Map<number, number>();
  /** What each thread waits for. */
  private readonly awaits = new Map<number, number>();
  private readonly waiters = new Map<number, number>();
  private nextFlow = 1;
  private readonly readers: ReadonlyMap<EventKind, Reader>;

  constructor(trace: Trace) {
    this.trace = trace;
    this.taskNames = trace.tasks.map(({ name }) => name);
    this.writer.process(coresPid, 'cores', -2);
    this.writer.process(locksPid, 'GIL, locks, queues', -1);
    this.readers = new Map([...this.threadReaders(), ...this.resourceReaders(), ...this.taskReaders()]);
    for (let core = 0; core < trace.cores; core += 1) this.writer.thread(coresPid, core, `core ${core}`);
  }

  read(event: number): void {
    const { trace } = this;
    const reader = this.readers.get(trace.kind[event] as EventKind);
    if (reader === undefined) return;
    const thread = trace.thread[event] as number;
    const a = trace.a[event] as number;
    const b = trace.b[event] as number;
    reader({ atNs: trace.timeNs[event] as number, thread, a, b });
  }

  finish(): void {
    for (const [thread, name] of this.names) this.writer.thread(this.pidOf(thread), thread, name);
    for (const [task, name] of this.taskNames.entries()) {
      const { pid, tid } = this.taskTrack(task);
      this.writer.thread(pid, tid, name);
    }
    for (const [resource, { kind, name, isInternal }] of this.trace.resources.entries())
      if (!isInternal && kind !== 'thread-end') this.writer.thread(locksPid, resource, name);
    this.writer.finish(this.trace.endNs);
  }

  private threadReaders(): readonly (readonly [EventKind, Reader])[] {
    const { strings, output } = this.trace;
    const { writer, names } = this;
    return [
      [eventKinds.processCreated, ({ a, b }) => writer.process(a, strings[b] ?? '', a)],
      [eventKinds.threadCreated, ({ thread, a, b }) => this.create(thread, a, strings[b] ?? '')],
      [eventKinds.threadRenamed, ({ thread, b }) => names.set(thread, strings[b] ?? '')],
      [eventKinds.threadState, ({ atNs, thread, a, b }) => this.enter(thread, { state: a, resource: b }, atNs)],
      [eventKinds.coreTaken, ({ atNs, thread, a }) => writer.begin(coreTrack(a), this.nameOf(thread), atNs)],
      [eventKinds.coreLeft, ({ atNs, a }) => writer.end(coreTrack(a), atNs)],
      [eventKinds.runQueue, ({ atNs, a }) => writer.counter(coresPid, 'run queue', atNs, a)],
      [eventKinds.threadWoken, ({ atNs, thread, a }) => this.wake(thread, a, atNs)],
      [
        eventKinds.output,
        ({ atNs, thread, b }) => writer.instant(this.track(thread), 'print', atNs, output[b]?.text ?? ''),
      ],
    ];
  }

  private resourceReaders(): readonly (readonly [EventKind, Reader])[] {
    const { writer } = this;
    const wait: Reader = ({ atNs, thread, a }) => this.wait(thread, a, atNs);
    const take: Reader = ({ atNs, thread, a }) => this.take(thread, a, atNs);
    return [
      [eventKinds.gilAwaited, wait],
      [eventKinds.resourceAwaited, wait],
      [eventKinds.waitAbandoned, ({ atNs, thread }) => this.stopWaiting(thread, atNs)],
      [eventKinds.gilTaken, take],
      [eventKinds.resourceAcquired, take],
      [eventKinds.gilReleased, ({ atNs, a, b }) => this.letGilGo(a, b, atNs)],
      [eventKinds.resourceReleased, ({ atNs, a, b }) => this.release(a, b, atNs)],
      [
        eventKinds.gilDropRequested,
        ({ atNs, thread }) => writer.instant(this.track(thread), 'asks for the GIL', atNs, null),
      ],
      [eventKinds.resourceValue, ({ atNs, a, b }) => this.count(a, this.counterName(a), atNs, b)],
    ];
  }

  private taskReaders(): readonly (readonly [EventKind, Reader])[] {
    const { strings } = this.trace;
    return [
      [eventKinds.taskRenamed, ({ a, b }) => (this.taskNames[a] = strings[b] ?? '')],
      [eventKinds.taskAwaits, ({ a, b }) => this.taskAwaits.set(a, b)],
      [eventKinds.taskState, ({ atNs, a, b }) => this.enterTask(a, b, atNs)],
    ];
  }

  private create(thread: number, process: number, name: string): void {
    this.processOf.set(thread, process);
    this.names.set(thread, name);
  }

  private take(thread: number, resource: number, atNs: number): void {
    this.stopWaiting(thread, atNs);
    if (this.isShown(resource)) this.writer.begin(lockTrack(resource), this.nameOf(thread), atNs);
  }

  private letGilGo(gil: number, reason: number, atNs: number): void {
    this.writer.end(lockTrack(gil), atNs);
    if (reason === gilReleaseReasons.dropRequested) this.writer.instant(lockTrack(gil), 'forced switch', atNs, null);
  }

  private release(resource: number, depth: number, atNs: number): void {
    if (depth === 0 || this.trace.resources[resource]?.kind !== 'rlock') this.writer.end(lockTrack(resource), atNs);
  }

  private enterTask(task: number, state: number, atNs: number): void {
    const track = this.taskTrack(task);
    if (state === taskStates.running) this.writer.begin(track, 'running', atNs);
    else if (state === taskStates.ready) this.writer.begin(track, 'ready', atNs);
    else if (state === taskStates.suspended)
      this.writer.begin(track, `awaits ${this.trace.strings[this.taskAwaits.get(task) ?? -1] ?? '…'}`, atNs);
    else this.writer.end(track, atNs);
  }

  private enter(thread: number, { state, resource }: { state: number; resource: number }, atNs: number): void {
    const name = stateNames.get(state);
    if (name === undefined) return this.writer.end(this.track(thread), atNs);
    const what = state === threadStates.blocked ? this.trace.resources[resource]?.name : undefined;
    this.writer.begin(this.track(thread), what === undefined ? name : `waiting for ${what}`, atNs);
  }

  private wake(thread: number, woken: number, atNs: number): void {
    if (thread < 0 || thread === woken) return;
    this.writer.flow(this.nextFlow, { from: this.track(thread), to: this.track(woken) }, atNs);
    this.nextFlow += 1;
  }

  private wait(thread: number, resource: number, atNs: number): void {
    this.stopWaiting(thread, atNs);
    this.awaits.set(thread, resource);
    this.countWaiters(resource, 1, atNs);
  }

  private stopWaiting(thread: number, atNs: number): void {
    const resource = this.awaits.get(thread);
    if (resource === undefined) return;
    this.awaits.delete(thread);
    this.countWaiters(resource, -1, atNs);
  }

  private countWaiters(resource: number, change: 1 | -1, atNs: number): void {
    const count = (this.waiters.get(resource) ?? 0) + change;
    this.waiters.set(resource, count);
    this.count(resource, `waiting for ${this.trace.resources[resource]?.name ?? ''}`, atNs, count);
  }

  private count(resource: number, name: string, atNs: number, value: number): void {
    if (this.isShown(resource)) this.writer.counter(locksPid, name, atNs, value);
  }

  private counterName(resource: number): string {
    const { kind = '', name = '' } = this.trace.resources[resource] ?? {};
    return `${kind} ${name}`;
  }

  private isShown(resource: number): boolean {
    const found = this.trace.resources[resource];
    return found !== undefined && !found.isInternal && found.kind !== 'thread-end' && found.kind !== 'process-end';
  }

  private nameOf(thread: number): string {
    return this.names.get(thread) ?? `thread ${thread}`;
  }

  private pidOf(thread: number): number {
    return this.processOf.get(thread) ?? 0;
  }

  private track(thread: number): Track {
    return { pid: this.pidOf(thread), tid: thread };
  }

  private taskTrack(task: number): Track {
    return { pid: this.pidOf(this.trace.tasks[task]?.thread ?? -1), tid: firstTaskTid + task };
  }
}

type Reader = (happened: Happened) => void;

interface Happened {
  readonly atNs: number;
  readonly thread: number;
  readonly a: number;
  readonly b: number;
}
