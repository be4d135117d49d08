/** What the models room shows of a run: a row for every thread or task, and figures. */
import { eventKinds, taskStates, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { isHousekeeping } from '../store/housekeeping-tasks.ts';
import { waitStates } from '../store/loop-callback.ts';

export interface ModelRow {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly RowPart[];
}

export interface RowPart {
  readonly fromNs: number;
  readonly toNs: number;
  /** A thread state's number: a task looks like the thread that does the same. */
  readonly state: number;
}

export interface ModelRun {
  readonly rows: readonly ModelRow[];
  readonly totalNs: number;
  readonly threads: number;
  readonly tasks: number;
  /** How often another thread than before took the GIL. */
  readonly gilHandovers: number;
  /** 0 to 1: the part of all cores' time in which nothing ran. */
  readonly idleShare: number;
}

const likeThreads: Readonly<Record<number, number>> = {
  [taskStates.ready]: threadStates.ready,
  [taskStates.running]: threadStates.running,
  [taskStates.suspended]: threadStates.sleeping,
};

export function modelRunOf(trace: Trace): ModelRun {
  const reader = new RunReader(trace);
  for (let event = 0; event < trace.length; event += 1) reader.read(event);
  return reader.finish();
}

class RunReader {
  readonly #trace: Trace;
  readonly #threads = new Map<number, RowBuilder>();
  readonly #tasks = new Map<number, RowBuilder>();
  /** The task that runs in each thread. */
  readonly #running = new Map<number, number>();
  readonly #busySince = new Map<number, number>();
  #busyNs = 0;
  #lastHolder = -1;
  #gilHandovers = 0;

  constructor(trace: Trace) {
    this.#trace = trace;
  }

  read(event: number): void {
    const trace = this.#trace;
    const kind = trace.kind[event] ?? -1;
    const atNs = trace.timeNs[event] ?? 0;
    const thread = trace.thread[event] ?? -1;
    const a = trace.a[event] ?? -1;
    const b = trace.b[event] ?? -1;
    if (kind === eventKinds.threadCreated || kind === eventKinds.threadRenamed)
      this.#row(this.#threads, thread).name = trace.strings[b] ?? '';
    else if (kind === eventKinds.threadState) this.#enterThread(thread, atNs, a);
    else if (kind === eventKinds.taskCreated) this.#row(this.#tasks, a).name = trace.tasks[a]?.name ?? '';
    else if (kind === eventKinds.taskState) this.#enterTask(thread, atNs, a, b);
    else this.#readMachine(kind, atNs, thread, a);
  }

  /** A task that runs while its thread waits waits with it. */
  #enterThread(thread: number, atNs: number, state: number): void {
    this.#row(this.#threads, thread).enter(atNs, state);
    const task = this.#running.get(thread);
    if (task !== undefined)
      this.#row(this.#tasks, task).enter(atNs, waitStates.has(state) ? state : threadStates.running);
  }

  // oxlint-disable-next-line max-params -- the four numbers of an event
  #enterTask(thread: number, atNs: number, task: number, state: number): void {
    if (state === taskStates.running) this.#running.set(thread, task);
    else if (this.#running.get(thread) === task) this.#running.delete(thread);
    this.#row(this.#tasks, task).enter(atNs, likeThreads[state] ?? threadStates.finished);
  }

  #readMachine(kind: number, atNs: number, thread: number, core: number): void {
    if (kind === eventKinds.gilTaken) this.#takeGil(thread);
    else if (kind === eventKinds.coreTaken) this.#busySince.set(core, atNs);
    else if (kind === eventKinds.coreLeft) this.#leaveCore(core, atNs);
  }

  finish(): ModelRun {
    const { endNs, cores } = this.#trace;
    for (const core of this.#busySince.keys()) this.#leaveCore(core, endNs);
    const rows = this.#tasks.size > 0 ? this.#tasks : this.#threads;
    const prefix = this.#tasks.size > 0 ? 'task' : 'thread';
    return {
      rows: [...rows]
        .filter(([id]) => rows !== this.#tasks || !isHousekeeping(this.#trace.tasks[id]?.functionName ?? ''))
        .map(([id, row]) => ({ id: `${prefix}-${id}`, name: row.name, parts: row.partsUntil(endNs) })),
      totalNs: endNs,
      threads: this.#threads.size,
      tasks: this.#trace.tasks.filter(({ functionName }) => !isHousekeeping(functionName)).length,
      gilHandovers: this.#gilHandovers,
      idleShare: endNs === 0 ? 0 : 1 - this.#busyNs / (endNs * cores),
    };
  }

  #takeGil(thread: number): void {
    if (this.#lastHolder >= 0 && this.#lastHolder !== thread) this.#gilHandovers += 1;
    this.#lastHolder = thread;
  }

  #leaveCore(core: number, atNs: number): void {
    this.#busyNs += atNs - (this.#busySince.get(core) ?? atNs);
    this.#busySince.delete(core);
  }

  #row(rows: Map<number, RowBuilder>, id: number): RowBuilder {
    const known = rows.get(id);
    if (known !== undefined) return known;
    const row = new RowBuilder();
    rows.set(id, row);
    return row;
  }
}

class RowBuilder {
  name = '';
  readonly #parts: RowPart[] = [];
  #open: { readonly fromNs: number; readonly state: number } | null = null;

  enter(atNs: number, state: number): void {
    if (this.#open?.state === state) return;
    this.#close(atNs);
    this.#open = { fromNs: atNs, state };
  }

  partsUntil(endNs: number): readonly RowPart[] {
    this.#close(endNs);
    return this.#parts;
  }

  #close(atNs: number): void {
    const open = this.#open;
    this.#open = null;
    if (open !== null && atNs > open.fromNs && open.state !== threadStates.finished)
      this.#parts.push({ ...open, toNs: atNs });
  }
}
