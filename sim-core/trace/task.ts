/**
 * Tasks: units of work that take turns within one thread. They switch only where they choose to (`await`, `switch()`), never in between.
 * The trace lists them; a moment shows what each does and, for asyncio, its event loop.
 */
import type { Nanoseconds } from '../base/units.ts';
import type { FrameMoment } from './moment.ts';

export type TaskKind = 'asyncio' | 'greenlet';

export interface TraceTask {
  readonly kind: TaskKind;
  /** Its name when it was made ('Task-1', 'Greenlet-0'); `taskRenamed` events tell later ones. */
  readonly name: string;
  /** The coroutine's or function's qualified name. */
  readonly functionName: string;
  /** The thread whose turns it shares. */
  readonly thread: number;
  /** The task that made it, or -1. */
  readonly parent: number;
}

/** A line in which tasks stood when they gave their turn away: the only places where another task could come in between. */
export interface TaskSwitchPlace {
  readonly fileName: string;
  readonly line: number;
  /** How often. */
  readonly count: number;
}

export interface TaskMoment {
  /** Index into the trace's tasks. */
  readonly id: number;
  readonly kind: TaskKind;
  readonly name: string;
  readonly functionName: string;
  readonly thread: number;
  readonly parent: number | null;
  /** One of taskStates.*. */
  readonly state: number;
  /** What it awaits, in the program's own words; null while it runs, is ready or has ended. */
  readonly awaits: string | null;
  /** The task it awaits (directly, or through `gather`, `wait`, `shield`: the first of several), or null. */
  readonly awaitsTask: number | null;
  /** How often `cancel()` was asked and not yet taken back. */
  readonly cancelRequests: number;
  /** The chain of awaits, innermost first: where it stands suspended. While it runs the thread's own frames are the truth; then empty. */
  readonly frames: readonly FrameMoment[];
}

/** An event loop as it stands: what its next turn will do. */
export interface LoopMoment {
  readonly thread: number;
  /** Tasks of asyncio's loop, or of gevent's hub. */
  readonly kind: TaskKind;
  /** One of loopPhases.*; null while it does not run. */
  readonly phase: number | null;
  /** How many turns it has begun. */
  readonly turn: number;
  /** The ready queue, the next one first. */
  readonly ready: readonly HandleMoment[];
  /** Timers in the order of the heap's array (not sorted: children of i stand at 2i+1 and 2i+2). */
  readonly timers: readonly TimerMoment[];
  readonly sockets: readonly WatchedSocket[];
  /** When `select` comes back at the latest; null while it does not wait, or waits without end. */
  readonly selectUntilNs: Nanoseconds | null;
  readonly isDebugging: boolean;
}

export interface HandleMoment {
  /** The callback in words ('step of Task-2', 'wake-up of Task-1', 'print'). */
  readonly text: string;
  /** The task whose step or wake-up it is, or null. */
  readonly task: number | null;
  readonly isCancelled: boolean;
}

export interface TimerMoment extends HandleMoment {
  readonly dueNs: Nanoseconds;
}

export interface WatchedSocket {
  readonly fileDescriptor: number;
  /** What is watched, in words ('self-pipe', 'server 127.0.0.1:8888'). */
  readonly text: string;
  readonly forReading: boolean;
  readonly forWriting: boolean;
}
