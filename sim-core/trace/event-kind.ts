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
  /** A task (asyncio task, greenlet) is made in `thread`: a = task (index into the trace's tasks), b = the task that made it, or -1. */
  taskCreated: 23,
  /** The task a has a new name: b = string. */
  taskRenamed: 24,
  /** The task a enters a state: b = taskStates.*. Between `running` and the next state of the same task is one of its steps. */
  taskState: 25,
  /** What the task a suspends itself for, just before its state: b = string in the program's own words ('sleep(0.1)', 'lock', 'Task-2'). */
  taskAwaits: 26,
  /** The task a is asked to stop (`cancel`, `kill`): b = the task that asks, or -1. */
  taskCancelAsked: 27,
  /** The task a can go on: b = the task that made it so (set a result, released a lock), or -1 (a timer, a socket, another thread). */
  taskWoken: 28,
  /** The event loop of `thread` goes on to its next action: a = loopPhases.*, b = what belongs to it (see there). */
  loopPhase: 29,
  /** The event loop of `thread` calls a handle: a = string: the callback in words, b = the task whose step it is, or -1. It ends with the next event of the loop. */
  loopCallback: 30,
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
/** What a task is doing, as the timeline colours it. */
export const taskStates = {
  /** Its turn will come: it stands in the loop's ready queue. */
  ready: 0,
  /** Runs one of its steps. */
  running: 1,
  /** Suspended: awaits something. */
  suspended: 2,
  /** Has returned. */
  finished: 3,
  /** Ended by an exception. */
  failed: 4,
  /** Ended by a cancellation (`CancelledError`, `GreenletExit`). */
  cancelled: 5,
} as const;
export type TaskStateCode = (typeof taskStates)[keyof typeof taskStates];

/** One turn of an event loop, in the order of its algorithm (asyncio/base_events.py, `_run_once`). */
export const loopPhases = {
  /** Asks the operating system which sockets are ready, waiting at most so long: b = microseconds, -1 without end. */
  select: 0,
  /** Puts callbacks of ready sockets into the ready queue: b = how many. */
  socketsReady: 1,
  /** Moves timers that are due from the heap into the ready queue: b = how many. */
  timersDue: 2,
  /** Calls as many handles as stand in the ready queue now: b = how many. */
  callbacks: 3,
  /** The loop begins to run: b = 0 for asyncio's, 1 for gevent's hub. */
  started: 4,
  /** The loop stops running. */
  stopped: 5,
} as const;
export type LoopPhaseCode = (typeof loopPhases)[keyof typeof loopPhases];
/** `notified`: what a thread waited for has happened (condition, event, barrier …); there is nothing to hold. */
export const waitEndings = { timeout: 0, interrupted: 1, notified: 2 } as const;
