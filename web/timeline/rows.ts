/** From a trace to lanes: one pass over the events, once per run. */
import { eventKinds, gilReleaseReasons } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { threadsOf } from '../store/trace-threads.ts';
import { IntervalTrackBuilder } from './interval-track.ts';
import type { Lane } from './lane.ts';
import { LevelTrackBuilder } from './level-track.ts';
import { TaskLaneBuilders } from './task-lanes.ts';

export function rowsOf(trace: Trace): readonly Lane[] {
  const builders = new LaneBuilders(trace);
  for (let event = 0; event < trace.length; event += 1) builders.read(event);
  return builders.build();
}

/** One event, out of its columns. */
interface Happened {
  readonly kind: number;
  readonly atNs: number;
  readonly thread: number;
  readonly a: number;
  readonly b: number;
}

class LaneBuilders {
  readonly #trace: Trace;
  readonly #cores: IntervalTrackBuilder[];
  readonly #threads: IntervalTrackBuilder[] = [];
  readonly #outputs: number[][] = [];
  readonly #owners: IntervalTrackBuilder[];
  readonly #waiters: LevelTrackBuilder[];
  readonly #levels: LevelTrackBuilder[];
  readonly #requests: number[][];
  readonly #forced: number[][];
  /** For a lock the conditions that stand on it: who has the lock is in the condition. */
  readonly #conditions = new Map<number, number[]>();
  readonly #runQueue = new LevelTrackBuilder();
  readonly #tasks: TaskLaneBuilders;
  /** What each thread waits for now, so that leaving any waiting state ends the wait. */
  readonly #awaits = new Map<number, number>();
  readonly #awaitsGil = new Map<number, number>();

  constructor(trace: Trace) {
    this.#trace = trace;
    this.#cores = Array.from({ length: trace.cores }, () => new IntervalTrackBuilder());
    this.#owners = trace.resources.map(() => new IntervalTrackBuilder());
    this.#waiters = trace.resources.map(() => new LevelTrackBuilder());
    this.#levels = trace.resources.map(() => new LevelTrackBuilder());
    this.#requests = trace.resources.map(() => []);
    this.#forced = trace.resources.map(() => []);
    for (const [condition, { kind, guard }] of trace.resources.entries())
      if (kind === 'condition' && guard !== null)
        this.#conditions.set(guard, [...(this.#conditions.get(guard) ?? []), condition]);
    this.#tasks = new TaskLaneBuilders(trace);
  }

  read(event: number): void {
    const { kind, timeNs, thread, a, b } = this.#trace;
    const happened: Happened = {
      kind: kind[event] ?? -1,
      atNs: timeNs[event] ?? 0,
      thread: thread[event] ?? -1,
      a: a[event] ?? -1,
      b: b[event] ?? -1,
    };
    this.#readThread(happened);
    this.#readGil(happened);
    this.#readResource(happened);
    this.#tasks.read(happened);
  }

  #readThread({ kind, atNs, thread, a, b }: Happened): void {
    if (kind === eventKinds.threadState) this.#track(thread).begin(atNs, a, b);
    else if (kind === eventKinds.coreTaken) this.#cores[a]?.begin(atNs, thread, -1);
    else if (kind === eventKinds.coreLeft) this.#cores[a]?.end(atNs);
    else if (kind === eventKinds.runQueue) this.#runQueue.set(atNs, a);
    else if (kind === eventKinds.output) this.#output(thread).push(atNs);
  }

  #readGil({ kind, atNs, thread, a, b }: Happened): void {
    if (kind === eventKinds.gilAwaited) this.#await(this.#awaitsGil, atNs, thread, a);
    else if (kind === eventKinds.gilTaken) {
      this.#stopWaiting(this.#awaitsGil, atNs, thread);
      this.#owners[a]?.begin(atNs, thread, -1);
    } else if (kind === eventKinds.gilReleased) {
      this.#owners[a]?.end(atNs);
      if (b === gilReleaseReasons.dropRequested) this.#forced[a]?.push(atNs);
    }
    if (kind === eventKinds.gilDropRequested) this.#requests[a]?.push(atNs);
  }

  #readResource({ kind, atNs, thread, a, b }: Happened): void {
    if (kind === eventKinds.resourceAwaited) this.#await(this.#awaits, atNs, thread, a);
    else if (kind === eventKinds.waitAbandoned) this.#stopWaiting(this.#awaits, atNs, thread);
    else if (kind === eventKinds.resourceAcquired) this.#acquire(atNs, thread, a, b);
    else if (kind === eventKinds.resourceReleased) this.#release(atNs, a, b);
    else if (kind === eventKinds.resourceValue) this.#levels[a]?.set(atNs, b);
  }

  #acquire(atNs: number, thread: number, resource: number, depth: number): void {
    this.#stopWaiting(this.#awaits, atNs, thread);
    if (this.#hasOwner(resource)) this.#owners[resource]?.begin(atNs, thread, -1);
    for (const condition of this.#conditions.get(resource) ?? []) this.#owners[condition]?.begin(atNs, thread, -1);
    this.#levels[resource]?.set(atNs, depth);
  }

  #release(atNs: number, resource: number, depth: number): void {
    if (this.#hasOwner(resource) && (depth === 0 || this.#kindOf(resource) !== 'rlock'))
      for (const freed of [resource, ...(this.#conditions.get(resource) ?? [])]) this.#owners[freed]?.end(atNs);
    this.#levels[resource]?.set(atNs, depth);
  }

  #await(waits: Map<number, number>, atNs: number, thread: number, resource: number): void {
    this.#stopWaiting(waits, atNs, thread);
    waits.set(thread, resource);
    const waiters = this.#waiters[resource];
    waiters?.set(atNs, waiters.current + 1);
  }

  #stopWaiting(waits: Map<number, number>, atNs: number, thread: number): void {
    const resource = waits.get(thread);
    if (resource === undefined) return;
    waits.delete(thread);
    const waiters = this.#waiters[resource];
    waiters?.set(atNs, waiters.current - 1);
  }

  #hasOwner(resource: number): boolean {
    const kind = this.#kindOf(resource);
    return kind === 'lock' || kind === 'rlock' || kind === 'condition' || kind === 'gil';
  }

  #kindOf(resource: number): string | undefined {
    return this.#trace.resources[resource]?.kind;
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
      outputNs: Float64Array.from(this.#outputs[thread.id] ?? []),
      isInternal: false,
    }));
  }

  #resourceLanes(): readonly Lane[] {
    return this.#trace.resources.map((resource, index) => {
      const level = this.#levels[index]?.build() ?? null;
      return {
        kind: 'resource',
        id: `resource-${index}`,
        group: resource.kind === 'gil' ? 'gil' : 'locks',
        resource: index,
        resourceKind: resource.kind,
        name: resource.name,
        track: (this.#owners[index] ?? new IntervalTrackBuilder()).build(this.#trace.endNs),
        waiters: (this.#waiters[index] ?? new LevelTrackBuilder()).build(),
        level: level !== null && level.length > 0 && !this.#hasOwner(index) ? level : null,
        limit: resource.limit,
        requestNs: Float64Array.from(this.#requests[index] ?? []),
        forcedNs: Float64Array.from(this.#forced[index] ?? []),
        isInternal: resource.isInternal,
      };
    });
  }
}
