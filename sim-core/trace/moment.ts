/**
 * Everything that can be seen at one step of a run: recomputed by running again from a checkpoint, never stored.
 * Plain data (structured-cloneable): the page gets it through the worker door.
 */
import type { Nanoseconds } from '../base/units.ts';
import type { LoopMoment, TaskMoment } from './task.ts';
import type { ResourceKind, TraceResource } from './trace.ts';

export interface Moment {
  /** The state *before* bytecode number `step` of the whole run is executed; `step` = total steps is the end. */
  readonly step: number;
  readonly timeNs: Nanoseconds;
  /** How many events of the trace have happened. */
  readonly eventCount: number;
  /** The thread whose bytecode comes next, null at the end or while all wait. */
  readonly nextThread: number | null;
  /** What the step that led here just did, as a fact the page puts into words; null at the beginning. */
  readonly justDone: StepFact | null;
  readonly processes: readonly ProcessMoment[];
  readonly threads: readonly ThreadMoment[];
  readonly resources: readonly ResourceMoment[];
  /** asyncio's tasks and greenlets that were made so far; those that have ended long ago may be left out. */
  readonly tasks: readonly TaskMoment[];
  readonly loops: readonly LoopMoment[];
}

export interface ProcessMoment {
  readonly id: number;
  readonly name: string;
  readonly exitStatus: number | null;
  /** The main module's variables; functions, classes and modules last, and marked so. */
  readonly globals: readonly Variable[];
}

export interface ThreadMoment {
  readonly id: number;
  readonly process: number;
  readonly name: string;
  readonly isDaemon: boolean;
  /** One of threadStates.*. */
  readonly state: number;
  readonly core: number | null;
  readonly hasGil: boolean;
  /** What it waits for, if it waits. */
  readonly waitsFor: WaitMoment | null;
  /** Indices of resources it holds. */
  readonly holds: readonly number[];
  /** Innermost first. */
  readonly frames: readonly FrameMoment[];
}

export interface WaitMoment {
  /** Index of the resource, or null when it just sleeps. */
  readonly resource: number | null;
  readonly untilNs: Nanoseconds | null;
  /** The library's function that waits ('Queue.get'), null where the program's own code does. */
  readonly call: string | null;
}

export interface FrameMoment {
  readonly functionName: string;
  readonly fileName: string;
  readonly line: number;
  /** True for our library modules: folded away unless asked for. */
  readonly isLibrary: boolean;
  readonly locals: readonly Variable[];
  /** The key of the code object for `bytecodeOf`, and the index of the next instruction in it. */
  readonly code: number;
  readonly instruction: number;
}

export interface Variable {
  readonly name: string;
  readonly type: string;
  /** repr(), cut to some 120 characters. */
  readonly text: string;
  /** True if the step that led here changed it. */
  readonly hasChanged: boolean;
  readonly role: 'value' | 'function' | 'class' | 'module';
  /** Same number = same object (mutable objects only): shows what threads share. */
  readonly identity: number | null;
}

export interface ResourceMoment {
  readonly index: number;
  readonly kind: ResourceKind;
  readonly name: string;
  readonly isInternal: boolean;
  readonly place: TraceResource['place'];
  readonly guard: number | null;
  readonly limit: number | null;
  /** Threads that hold it now: a lock's owner, those who have taken a semaphore's places and not given them back. */
  readonly owners: readonly number[];
  /** Threads that wait for it, the one that has waited longest first. */
  readonly waiters: readonly number[];
  /** RLock depth, semaphore value, queue length, event flag (0, 1), threads at a barrier; null where there is none. */
  readonly value: number | null;
  /** What a queue holds, or a pool has still to do; null for others. */
  readonly contents: QueueContents | null;
}

/** The first items of a queue, the one to be taken next first. */
export interface QueueContents {
  readonly count: number;
  readonly texts: readonly string[];
}

/** What one bytecode did, for the sentence under the timeline. */
export interface StepFact {
  readonly thread: number;
  readonly threadName: string;
  readonly fileName: string;
  readonly line: number;
  readonly opcodeName: string;
  /** Its argument as `dis` shows it ('g_value', '(+=)'), '' if none. */
  readonly argumentText: string;
  readonly functionName: string;
  /** True where library code did it. */
  readonly isLibrary: boolean;
  /** True where the chosen Python version can switch threads right after this bytecode. */
  readonly canSwitchAfter: boolean;
  /** Kinds (eventKinds.*) of the trace events this step caused, with their numbers, in order. */
  readonly events: readonly {
    readonly kind: number;
    readonly thread: number;
    readonly a: number;
    readonly b: number;
  }[];
}

/** One row of a code object's listing. */
export interface BytecodeRow {
  readonly instruction: number;
  readonly offset: number;
  readonly line: number | null;
  readonly opcodeName: string;
  readonly argument: number | null;
  readonly argumentText: string;
  readonly isJumpTarget: boolean;
  /** True where the scenario's Python version polls for a switch. */
  readonly canSwitchAfter: boolean;
}

export interface BytecodeListing {
  readonly functionName: string;
  readonly fileName: string;
  readonly rows: readonly BytecodeRow[];
}

/** The bytecodes executed in a window of the run, for the timeline when it is zoomed in deep; recomputed. */
export interface ExecutedWindow {
  readonly fromStep: number;
  readonly length: number;
  readonly timeNs: Float64Array;
  readonly thread: Int32Array;
  readonly line: Int32Array;
  readonly opcode: Uint8Array;
  /** 1 where the code is a library module's. */
  readonly isLibrary: Uint8Array;
  /** Names of the opcodes that occur. */
  readonly opcodeNames: Readonly<Record<number, string>>;
}
