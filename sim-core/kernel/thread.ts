/**
 * The thread control block (TCB): what the operating system knows of a thread.
 * Models: Linux struct task_struct as far as scheduling goes; states as `ps` shows them.
 */
import { Copyable } from '../base/copyable.ts';
import type { ThreadId } from '../base/ids.ts';
import type { Nanoseconds } from '../base/units.ts';
import type { Scheduled } from '../engine/event-queue.ts';
import { threadStates } from '../trace/event-kind.ts';
import type { ThreadStateCode } from '../trace/event-kind.ts';
import type { Core } from './core.ts';
import type { KernelEvent } from './kernel-event.ts';
import type { Process } from './process.ts';
import type { Program } from './program.ts';
import type { WaitQueue } from './wait-queue.ts';

/** R running or ready, S sleeping (can be woken), D waiting for a device, T stopped, Z ended but not yet reaped, X gone. */
export type RunState = 'R' | 'S' | 'D' | 'T' | 'Z' | 'X';

export type WakeReason = 'woken' | 'timeout' | 'interrupted';

export class Thread extends Copyable {
  readonly id: ThreadId;
  /** The number `threading.get_native_id()` shows; the first thread's is its process' pid. */
  readonly tid: number;
  readonly process: Process;
  readonly program: Program;
  name: string;
  runState: RunState = 'S';
  core: Core | null = null;
  /** The core it last ran on: it goes back there if that is idle. */
  lastCore: Core | null = null;
  queue: WaitQueue | null = null;
  /** Time-out of its wait, or its way to the run queue. */
  timer: Scheduled<KernelEvent> | null = null;
  wakeReason: WakeReason = 'woken';
  /** The resource it waits for, -1 for none: for whoever looks. */
  awaitedResource = -1;
  /** What it does while it is not on a core and not ready. */
  waitState: ThreadStateCode = threadStates.blocked;
  /** Since when it has been sleeping, waiting or ready. */
  sinceNs: Nanoseconds = 0;
  /** How long its last sleep was: long sleepers are favoured when they wake. */
  sleptNs: Nanoseconds = 0;
  /** It had waited for its core, and gave it back almost unused: it is owed the rest of its slice (EEVDF's lag). */
  isOwedCore = false;
  /** It got its core from the run queue, not because one was idle. */
  hasQueuedForCore = false;
  /** CPU time used in all, and since it was last given a core. */
  cpuNs: Nanoseconds = 0;
  sliceNs: Nanoseconds = 0;

  constructor(identity: { id: ThreadId; tid: number; process: Process; program: Program; name: string }) {
    super();
    this.id = identity.id;
    this.tid = identity.tid;
    this.process = identity.process;
    this.program = identity.program;
    this.name = identity.name;
  }
}
