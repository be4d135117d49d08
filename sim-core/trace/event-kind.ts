/**
 * What can happen in a run, as numbers for the trace's columns. A new kind is added at the end (the numbers are part of the trace hash).
 * Each event has a time, a step, a thread (or -1 for the machine itself) and two numbers `a` and `b`, whose meaning stands beside the kind.
 * "string" means an index into the trace's strings, "resource" an index into its resources.
 */
export const eventKinds = {
  /** a = process, b = string: the process' name. `thread` is the one that made it, -1 for the first. */
  processCreated: 0,
  /** a = process, b = exit status. */
  processExited: 1,
  /** `thread` is the new one; a = process, b = string: its name in the operating system's view. */
  threadCreated: 2,
  /** `thread` has a new name; b = string. */
  threadRenamed: 3,
  /** `thread` enters a state: a = threadStates.*, b = what it waits for (resource) or -1. */
  threadState: 4,
  /** `thread` has a core now: a = core. */
  coreTaken: 5,
  /** `thread` leaves its core: a = core, b = coreLeaveReasons.*. */
  coreLeft: 6,
  /** The length of the run queue changed: a = threads waiting for a core. */
  runQueue: 7,
  /** `thread` takes the GIL a (resource). */
  gilTaken: 8,
  /** `thread` lets the GIL a go; b = gilReleaseReasons.*. */
  gilReleased: 9,
  /** `thread` begins to wait for the GIL a. */
  gilAwaited: 10,
  /** `thread` asks the holder to drop the GIL a (its interval is over): b = the holder's thread. */
  gilDropRequested: 11,
  /** `thread` gets the resource a; b = its depth or value afterwards (RLock count, semaphore value). */
  resourceAcquired: 12,
  /** `thread` begins to wait for the resource a; b = 1 if with a time-out. */
  resourceAwaited: 13,
  /** `thread` gives the resource a back; b = depth or value afterwards. */
  resourceReleased: 14,
  /** `thread` stops waiting for a without having got it: b = waitEndings.*. */
  waitAbandoned: 15,
  /** `thread` wakes thread a (through resource b, or -1). */
  threadWoken: 16,
  /** `thread` wrote to a = stream (1 stdout, 2 stderr); b = index into the trace's output. */
  output: 17,
  /** A decision that could have gone several ways: a = the chosen option, b = how many there were. */
  choice: 18,
  /** `thread` ended with an uncaught exception; b = string: its type and message. */
  threadFailed: 19,
  /** `thread` ended. */
  threadExited: 20,
  /** A value of a resource changed without owner (queue depth, event flag, barrier count): a = resource, b = value. */
  resourceValue: 21,
  /** `thread` read typed input: b = string. */
  input: 22,
} as const;
export type EventKind = (typeof eventKinds)[keyof typeof eventKinds];

/** What a thread is doing, as the timeline colours it. */
export const threadStates = {
  /** Runs Python code and holds the GIL (or needs none). */
  running: 0,
  /** Runs on a core without the GIL: in C code that released it. */
  runningOutsideGil: 1,
  /** Could run, waits for a core (kernel state R). */
  ready: 2,
  /** Waits for the GIL (kernel state S). */
  waitingForGil: 3,
  /** Waits for a lock, condition, queue, join … (kernel state S). */
  blocked: 4,
  /** Sleeps until a time (kernel state S). */
  sleeping: 5,
  /** Waits for input or output (kernel state S or D). */
  inputOutput: 6,
  /** Has ended. */
  finished: 7,
  /** Stopped by a signal (kernel state T). */
  stopped: 8,
} as const;
export type ThreadStateCode = (typeof threadStates)[keyof typeof threadStates];

export const coreLeaveReasons = { blocked: 0, preempted: 1, yielded: 2, exited: 3 } as const;
export const gilReleaseReasons = { dropRequested: 0, blockingCall: 1, threadExit: 2, poll: 3 } as const;
export const waitEndings = { timeout: 0, interrupted: 1 } as const;
