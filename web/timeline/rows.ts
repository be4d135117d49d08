/** From a trace to lanes: one pass over the events, once per run. */
import { type EventKind, eventKinds, gilReleaseReasons } from '../../sim-core/trace/event-kind.ts';
import type { Trace, TraceResource } from '../../sim-core/trace/trace.ts';
import { threadsOf } from '../store/trace-threads.ts';
import { IntervalTrackBuilder } from './interval-track.ts';
import type { Lane } from './lane.ts';
import { LevelTrackBuilder } from './level-track.ts';
import { isWorthALane, ResourceLaneBuilder } from './resource-lane-builder.ts';
import { TaskLaneBuilders } from './task-lanes.ts';

const caches = { all: new WeakMap<Trace, readonly Lane[]>(), own: new WeakMap<Trace, readonly Lane[]>() };

/** Of what the library made for itself there are lanes only if it is asked for: ten thousand threads have thirty thousand such locks. */
export function rowsOf(trace: Trace, showsInternal = false): readonly Lane[] {
  const cache = showsInternal ? caches.all : caches.own;
  const cached = cache.get(trace);
  if (cached !== undefined) return cached;
  const builders = new LaneBuilders(trace, showsInternal);
  builders.readAll();
  const lanes = builders.build();
  cache.set(trace, lanes);
  return lanes;
}

/** One event, out of its columns; the same object for all of them. */
export interface Happened {
  kind: number;
  atNs: number;
  thread: number;
  a: number;
  b: number;
}

type Reader = (happened: Happened) => void;

class LaneBuilders {
  readonly #trace: Trace;
  readonly #cores: IntervalTrackBuilder[];
  readonly #threads: IntervalTrackBuilder[] = [];
  readonly #outputs: number[][] = [];
  /** Undefined for those without a lane. */
  readonly #resources: (ResourceLaneBuilder | undefined)[];
  /** For a lock the conditions that stand on it: who has the lock is in the condition. */
  readonly #conditions = new Map<number, ResourceLaneBuilder[]>();
  readonly #runQueue = new LevelTrackBuilder();
  readonly #tasks: TaskLaneBuilders;
  /** What each thread waits for now, so that leaving any waiting state ends the wait. */
  readonly #awaits = new Map<number, number>();
  readonly #awaitsGil = new Map<number, number>();

  constructor(trace: Trace, showsInternal: boolean) {
    this.#trace = trace;
    this.#cores = Array.from({ length: trace.cores }, () => new IntervalTrackBuilder());
    const isShown = (resource: TraceResource): boolean => showsInternal || isWorthALane(resource);
    this.#resources = trace.resources.map((resource) =>
      isShown(resource) ? new ResourceLaneBuilder(resource) : undefined,
    );
    for (const [index, { kind, guard }] of trace.resources.entries()) {
      const condition = this.#resources[index];
      if (kind !== 'condition' || guard === null || condition === undefined) continue;
      this.#conditions.set(guard, [...(this.#conditions.get(guard) ?? []), condition]);
    }
    this.#tasks = new TaskLaneBuilders(trace);
  }

  readAll(): void {
    const { kind, timeNs, thread, a, b, length } = this.#trace;
    const readers = Array.from<Reader | undefined>({ length: 256 });
    for (const [code, reader] of this.#readers()) readers[code] = reader;
    const happened: Happened = { kind: 0, atNs: 0, thread: 0, a: 0, b: 0 };
    for (let event = 0; event < length; event += 1) {
      const reader = readers[kind[event] as number];
      if (reader === undefined) continue;
      happened.kind = kind[event] as number;
      happened.atNs = timeNs[event] as number;
      happened.thread = thread[event] as number;
      happened.a = a[event] as number;
      happened.b = b[event] as number;
      reader(happened);
    }
  }

  #readers(): readonly (readonly [EventKind, Reader])[] {
    const task: Reader = (happened) => this.#tasks.read(happened);
    return [
      [eventKinds.threadState, (happened) => this.#enter(happened)],
      [eventKinds.coreTaken, ({ atNs, thread, a }) => this.#cores[a]?.begin(atNs, thread, -1)],
      [eventKinds.coreLeft, ({ atNs, a }) => this.#cores[a]?.end(atNs)],
      [eventKinds.runQueue, ({ atNs, a }) => this.#runQueue.set(atNs, a)],
      [eventKinds.output, ({ atNs, thread }) => this.#output(thread).push(atNs)],
      [eventKinds.gilAwaited, ({ atNs, thread, a }) => this.#await(this.#awaitsGil, atNs, thread, a)],
      [eventKinds.gilTaken, (happened) => this.#takeGil(happened)],
      [eventKinds.gilReleased, (happened) => this.#releaseGil(happened)],
      [eventKinds.gilDropRequested, ({ atNs, a }) => this.#resources[a]?.requestNs.push(atNs)],
      [eventKinds.resourceAwaited, ({ atNs, thread, a }) => this.#await(this.#awaits, atNs, thread, a)],
      [eventKinds.waitAbandoned, ({ atNs, thread }) => this.#stopWaiting(this.#awaits, atNs, thread)],
      [eventKinds.resourceAcquired, (happened) => this.#acquire(happened)],
      [eventKinds.resourceReleased, (happened) => this.#release(happened)],
      [eventKinds.resourceValue, ({ atNs, thread, a, b }) => this.#resources[a]?.value(atNs, thread, b)],
      [eventKinds.taskState, task],
      [eventKinds.taskAwaits, task],
      [eventKinds.taskRenamed, task],
      [eventKinds.loopPhase, task],
      [eventKinds.loopCallback, task],
    ];
  }

  /** What a thread does matters to the tasks that share its turns, too. */
  #enter(happened: Happened): void {
    const { atNs, thread, a, b } = happened;
    this.#track(thread).begin(atNs, a, b);
    if (this.#trace.tasks.length > 0) this.#tasks.read(happened);
  }

  #takeGil({ atNs, thread, a }: Happened): void {
    this.#stopWaiting(this.#awaitsGil, atNs, thread);
    this.#resources[a]?.owner.begin(atNs, thread, -1);
  }

  #releaseGil({ atNs, a, b }: Happened): void {
    this.#resources[a]?.owner.end(atNs);
    if (b === gilReleaseReasons.dropRequested) this.#resources[a]?.forcedNs.push(atNs);
  }

  #acquire({ atNs, thread, a, b }: Happened): void {
    this.#stopWaiting(this.#awaits, atNs, thread);
    this.#resources[a]?.acquire(atNs, thread, b);
    if (this.#conditions.size === 0) return;
    for (const condition of this.#conditions.get(a) ?? []) condition.owner.begin(atNs, thread, -1);
  }

  #release({ atNs, a, b }: Happened): void {
    this.#resources[a]?.release(atNs, b);
    if (this.#conditions.size === 0 || (b > 0 && this.#trace.resources[a]?.kind === 'rlock')) return;
    for (const condition of this.#conditions.get(a) ?? []) condition.owner.end(atNs);
  }

  #await(waits: Map<number, number>, atNs: number, thread: number, resource: number): void {
    this.#stopWaiting(waits, atNs, thread);
    waits.set(thread, resource);
    this.#resources[resource]?.wait(atNs, 1);
  }

  #stopWaiting(waits: Map<number, number>, atNs: number, thread: number): void {
    const resource = waits.get(thread);
    if (resource === undefined) return;
    waits.delete(thread);
    this.#resources[resource]?.wait(atNs, -1);
  }

  #track(thread: number): IntervalTrackBuilder {
    return (this.#threads[thread] ??= new IntervalTrackBuilder());
  }

  #output(thread: number): number[] {
    return (this.#outputs[thread] ??= []);
  }

  build(): readonly Lane[] {
    return [...this.#coreLanes(), ...this.#threadLanes(), ...this.#tasks.build(), ...this.#resourceLanes()];
  }

  #coreLanes(): readonly Lane[] {
    const runQueue = this.#runQueue.build();
    return this.#cores.map((track, core) => ({
      kind: 'core',
      id: `core-${core}`,
      group: 'cores',
      core,
      track: track.build(this.#trace.endNs),
      isInternal: false,
      runQueue: core === 0 && runQueue.length > 0 ? runQueue : null,
    }));
  }

  #threadLanes(): readonly Lane[] {
    return threadsOf(this.#trace).flatMap((thread) => ({
      kind: 'thread',
      id: `thread-${thread.id}`,
      group: 'threads',
      thread: thread.id,
      process: thread.process,
      name: thread.name,
      track: this.#track(thread.id).build(this.#trace.endNs),
      outputNs: momentsOf(this.#outputs[thread.id]),
      isInternal: false,
    }));
  }

  #resourceLanes(): readonly Lane[] {
    return this.#resources.flatMap((builder, index) => builder?.build(index, this.#trace.endNs) ?? []);
  }
}

const noMoments = new Float64Array();

function momentsOf(times: readonly number[] | undefined): Float64Array {
  return times === undefined || times.length === 0 ? noMoments : new Float64Array(times);
}
