/** A lane of the timeline: a row of what happened to one core, thread, task, GIL or lock. */
import type { ResourceKind } from '../../sim-core/trace/trace.ts';
import type { TaskKind } from '../../sim-core/trace/task.ts';
import type { IntervalTrack } from './interval-track.ts';
import type { LevelTrack } from './level-track.ts';

export type LaneGroup = 'cores' | 'threads' | 'tasks' | 'gil' | 'locks';
/** Tasks first: who writes them wants to see them; a program without them has no such group. */
export const laneGroups: readonly LaneGroup[] = ['tasks', 'cores', 'threads', 'gil', 'locks'];

interface LaneBase {
  /** Stays the same for the same thing in every run of a program: pins and links refer to it. */
  readonly id: string;
  readonly group: LaneGroup;
  readonly track: IntervalTrack;
  /** True for what library code made for itself. */
  readonly isInternal: boolean;
}

/** Who runs on a core; the intervals' values are threads. */
export interface CoreLane extends LaneBase {
  readonly kind: 'core';
  readonly core: number;
  /** The length of the run queue, on the first core's lane only. */
  readonly runQueue: LevelTrack | null;
}

/** What a thread does; the intervals' values are states, their details what it waits for. */
export interface ThreadLane extends LaneBase {
  readonly kind: 'thread';
  readonly thread: number;
  readonly process: number;
  readonly name: string;
  /** When it wrote something. */
  readonly outputNs: Float64Array;
}

/** Who holds a GIL or a lock; the intervals' values are threads. */
export interface ResourceLane extends LaneBase {
  readonly kind: 'resource';
  readonly resource: number;
  readonly resourceKind: ResourceKind;
  readonly name: string;
  /** How many threads wait. */
  readonly waiters: LevelTrack;
  /** A semaphore's value, a queue's length; null where there is none. */
  readonly level: LevelTrack | null;
  /** The most the level can be, if that is known. */
  readonly limit: number | null;
  /** A semaphore's places: who has each; the intervals' values are threads. Empty for others. */
  readonly places: readonly IntervalTrack[];
  /** When a thread asked the holder to drop the GIL. */
  readonly requestNs: Float64Array;
  /** When the GIL was taken away because of such a request. */
  readonly forcedNs: Float64Array;
}

/** What a task does; the intervals' values are thread states (those it borrows its look from), their details strings: what it awaits. */
export interface TaskLane extends LaneBase {
  readonly kind: 'task';
  readonly task: number;
  readonly thread: number;
  readonly name: string;
  /** The coroutine or function it runs. */
  readonly functionName: string;
  /** Intervals in which the task makes its whole thread wait (`time.sleep` in a coroutine), and with it everybody else. */
  readonly blocking: ReadonlySet<number>;
  /** How many tasks stand above it: who made it, who made that one, … */
  readonly depth: number;
}

/** What an event loop does: asleep in select, or calling one callback after the other (details are strings: which). */
export interface LoopLane extends LaneBase {
  readonly kind: 'loop';
  /** asyncio's event loop, or gevent's hub. */
  readonly taskKind: TaskKind;
  /** Callbacks that keep everybody else from having a turn. */
  readonly blocking: ReadonlySet<number>;
  readonly thread: number;
  /** The thread's name. */
  readonly name: string;
}

export type Lane = CoreLane | ThreadLane | TaskLane | LoopLane | ResourceLane;
