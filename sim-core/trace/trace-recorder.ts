/** Writes a run's events into growing columns; the finished columns are a `Trace`. */
import type { Nanoseconds } from '../base/units.ts';
import type { EventKind } from './event-kind.ts';
import type { Outcome } from './outcome.ts';
import type { TraceTask } from './task.ts';
import type { OutputPiece, ResourceKind, Trace, TraceResource } from './trace.ts';
import { hashOfColumns } from './trace-hash.ts';

/** More of them nobody can look at. */
const mostResources = 40_000;

export interface RecordedEvent {
  readonly timeNs: Nanoseconds;
  readonly step: number;
  readonly kind: EventKind;
  readonly thread: number;
  readonly a: number;
  readonly b: number;
}

export class TraceRecorder {
  length = 0;
  timeNs = new Float64Array(1024);
  step = new Float64Array(1024);
  kind = new Uint8Array(1024);
  thread = new Int32Array(1024);
  a = new Int32Array(1024);
  b = new Int32Array(1024);
  strings: string[] = [];
  stringIndex = new Map<string, number>();
  resources: TraceResource[] = [];
  tasks: TraceTask[] = [];
  sharedResources = new Map<ResourceKind, number>();
  output: OutputPiece[] = [];
  /** Pieces of output so far, stored or not. */
  outputCount = 0;
  /** While re-running from a checkpoint what is known already is counted but not stored again. */
  isMuted = false;

  /** Adds an event. Its time is never before the last one's: cores may overtake each other by less than one bytecode. */
  // oxlint-disable-next-line max-params -- an object for each of a million events would cost more than the event
  add(timeNs: Nanoseconds, step: number, kind: EventKind, thread: number, a: number, b: number): void {
    const at = this.length;
    this.length = at + 1;
    if (this.isMuted) return;
    if (at === this.kind.length) this.#grow();
    const before = at === 0 ? 0 : (this.timeNs[at - 1] as number);
    this.timeNs[at] = timeNs < before ? before : timeNs;
    this.step[at] = step;
    this.kind[at] = kind;
    this.thread[at] = thread;
    this.a[at] = a;
    this.b[at] = b;
  }

  string(text: string): number {
    const known = this.stringIndex.get(text);
    if (known !== undefined) return known;
    const index = this.strings.length;
    this.strings.push(text);
    this.stringIndex.set(text, index);
    return index;
  }

  /** A new resource; of a program that makes them without end, the later ones of a kind share one. */
  resource(kind: ResourceKind, process: number, isInternal = false): number {
    const isShared = this.resources.length >= mostResources;
    const known = isShared ? this.sharedResources.get(kind) : undefined;
    if (known !== undefined) return known;
    const index = this.resources.length;
    const name = isShared ? `${kind} …` : `${kind}-${index}`;
    this.resources.push({ kind, name, process, isInternal, place: null, guard: null, limit: null });
    if (isShared) this.sharedResources.set(kind, index);
    return index;
  }

  /** True for those that many objects share. */
  isShared(index: number): boolean {
    return index >= mostResources;
  }

  nameResource(index: number, name: string, isInternal: boolean): void {
    this.describeResource(index, { name, isInternal });
  }

  describeResource(index: number, change: Partial<TraceResource>): void {
    const resource = this.resources[index];
    if (resource !== undefined && !this.isShared(index)) this.resources[index] = { ...resource, ...change };
  }

  /** Lists a task; its number. The caller adds the event `taskCreated`. */
  task(task: TraceTask): number {
    this.tasks.push(task);
    return this.tasks.length - 1;
  }

  /** Keeps a piece of output; its index. */
  addOutput(piece: OutputPiece): number {
    if (!this.isMuted) this.output.push(piece);
    this.outputCount += 1;
    return this.outputCount - 1;
  }

  event(index: number): RecordedEvent {
    return {
      timeNs: this.timeNs[index] as number,
      step: this.step[index] as number,
      kind: this.kind[index] as EventKind,
      thread: this.thread[index] as number,
      a: this.a[index] as number,
      b: this.b[index] as number,
    };
  }

  finish(end: { steps: number; endNs: Nanoseconds; cores: number; outcome: Outcome }): Trace {
    const length = this.length;
    const columns = {
      timeNs: this.timeNs.slice(0, length),
      step: this.step.slice(0, length),
      kind: this.kind.slice(0, length),
      thread: this.thread.slice(0, length),
      a: this.a.slice(0, length),
      b: this.b.slice(0, length),
    };
    const parts = { strings: this.strings, output: this.output, steps: end.steps, endNs: end.endNs };
    const hash = hashOfColumns({ ...columns, ...parts, outcome: end.outcome.kind });
    return {
      length,
      ...columns,
      strings: [...this.strings],
      resources: [...this.resources],
      tasks: [...this.tasks],
      output: [...this.output],
      ...end,
      hash,
    };
  }

  #grow(): void {
    const room = this.kind.length * 2;
    this.timeNs = grown(this.timeNs, new Float64Array(room));
    this.step = grown(this.step, new Float64Array(room));
    this.kind = grown(this.kind, new Uint8Array(room));
    this.thread = grown(this.thread, new Int32Array(room));
    this.a = grown(this.a, new Int32Array(room));
    this.b = grown(this.b, new Int32Array(room));
  }
}

function grown<T extends Float64Array | Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
