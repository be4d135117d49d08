/** Writes a run's events into growing columns; the finished columns are a `Trace`. */
import type { Nanoseconds } from '../base/units.ts';
import { EventColumns } from './event-columns.ts';
import type { RecordedEvent } from './event-columns.ts';
import type { EventKind } from './event-kind.ts';
import type { Outcome } from './outcome.ts';
import type { TaskSwitchPlace, TraceTask } from './task.ts';
import type { OutputPiece, ResourceKind, Trace, TraceResource } from './trace.ts';
import { hashOfColumns } from './trace-hash.ts';

/** More of them nobody can look at. */
const mostResources = 40_000;

export class TraceRecorder {
  length = 0;
  private readonly columns = new EventColumns();
  strings: string[] = [];
  stringIndex = new Map<string, number>();
  resources: TraceResource[] = [];
  tasks: TraceTask[] = [];
  /** By file and line. */
  taskSwitches = new Map<string, TaskSwitchPlace>();
  sharedResources = new Map<ResourceKind, number>();
  output: OutputPiece[] = [];
  /** Pieces of output so far, stored or not. */
  outputCount = 0;
  /** While re-running from a checkpoint what is known already is counted but not stored again. */
  isMuted = false;

  // oxlint-disable-next-line max-params -- an object for each of a million events would cost more than the event
  add(timeNs: Nanoseconds, step: number, kind: EventKind, thread: number, a: number, b: number): void {
    this.length += 1;
    if (!this.isMuted) this.columns.add(timeNs, step, kind, thread, a, b);
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

  /** A task gave its turn away in a line of the program's own text. */
  taskSwitch(fileName: string, line: number): void {
    if (this.isMuted) return;
    const key = `${fileName}:${line}`;
    const count = (this.taskSwitches.get(key)?.count ?? 0) + 1;
    this.taskSwitches.set(key, { fileName, line, count });
  }

  /** Keeps a piece of output; its index. */
  addOutput(piece: OutputPiece): number {
    if (!this.isMuted) this.output.push(piece);
    this.outputCount += 1;
    return this.outputCount - 1;
  }

  event(index: number): RecordedEvent {
    return this.columns.event(index);
  }

  finish(end: { steps: number; endNs: Nanoseconds; cores: number; outcome: Outcome }): Trace {
    const { length } = this;
    const columns = this.columns.join();
    const parts = { strings: this.strings, output: this.output, steps: end.steps, endNs: end.endNs };
    const hash = hashOfColumns({ ...columns, ...parts, outcome: end.outcome.kind });
    return {
      length,
      ...columns,
      strings: [...this.strings],
      resources: [...this.resources],
      tasks: [...this.tasks],
      taskSwitches: [...this.taskSwitches.values()],
      output: [...this.output],
      ...end,
      hash,
    };
  }
}
