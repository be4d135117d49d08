/**
 * The cores and who runs on them: the part of the operating system that gives cores to ready threads and takes them away.
 *
 * Time: each core has simulated its thread up to `localNs`. The core furthest behind goes on, but never past the next event,
 * so what happens between threads happens in the order of time.
 */
import { Copyable } from '../base/copyable.ts';
import { assert } from '../base/assert.ts';
import type { CoreId } from '../base/ids.ts';
import type { Nanoseconds } from '../base/units.ts';
import type { Chooser } from '../engine/chooser.ts';
import { EventQueue } from '../engine/event-queue.ts';
import type { Scheduled } from '../engine/event-queue.ts';
import { coreLeaveReasons, eventKinds, threadStates } from '../trace/event-kind.ts';
import type { EventKind, ThreadStateCode } from '../trace/event-kind.ts';
import type { TraceRecorder } from '../trace/trace-recorder.ts';
import { Core } from './core.ts';
import type { KernelEvent } from './kernel-event.ts';
import { machineCosts } from './machine-costs.ts';
import type { Policy } from './policies/policy.ts';
import type { Thread } from './thread.ts';

export interface DispatcherOptions {
  readonly cores: number;
  readonly policy: Policy;
  readonly quantumNs: Nanoseconds;
  readonly chooser: Chooser;
  readonly recorder: TraceRecorder;
  /** How far one core may run ahead of another that is busy too: 0 in the order of time, more for speed where they share nothing. */
  readonly lookaheadNs: Nanoseconds;
}

export class Dispatcher extends Copyable {
  readonly cores: Core[] = [];
  readonly policy: Policy;
  readonly chooser: Chooser;
  readonly recorder: TraceRecorder;
  readonly quantumNs: Nanoseconds;
  readonly lookaheadNs: Nanoseconds;
  readonly future = new EventQueue<KernelEvent>();
  /** The time of whatever is happening now: the running thread's own time while a program runs. */
  now: Nanoseconds = 0;
  /** Instructions executed by all programs: the programs count them. */
  steps = 0;
  /** How far the program that runs now may go: the next event, or the core it must not overtake. It shrinks when the program itself wakes someone. */
  limitNs: Nanoseconds = 0;
  contextSwitches = 0;
  /** The thread whose program runs right now; null while the kernel itself acts. */
  running: Thread | null = null;
  isTickScheduled = false;

  constructor(options: DispatcherOptions) {
    super();
    assert(options.cores >= 1 && options.cores <= 64, `${options.cores} cores`);
    for (let id = 0; id < options.cores; id += 1) this.cores.push(new Core(id as CoreId));
    this.policy = options.policy;
    this.chooser = options.chooser;
    this.recorder = options.recorder;
    this.quantumNs = options.quantumNs;
    this.lookaheadNs = options.lookaheadNs;
  }

  /** Another core has not yet come as far in time as the running thread: what happens there may come first. */
  get isAheadOfAnother(): boolean {
    return this.cores.some((core) => core.current !== null && core.current !== this.running && core.localNs < this.now);
  }

  get hasIdleCore(): boolean {
    return this.cores.some((core) => core.current === null);
  }

  record(kind: EventKind, thread: number, a: number, b: number): void {
    this.recorder.add(this.now, this.steps, kind, thread, a, b);
  }

  recordState(thread: Thread, state: ThreadStateCode, resource: number): void {
    this.record(eventKinds.threadState, thread.id, state, resource);
  }

  /** Puts something into the future; the program that runs now must not go past it. */
  protected schedule(dueNs: Nanoseconds, event: KernelEvent): Scheduled<KernelEvent> {
    if (dueNs < this.limitNs) this.limitNs = dueNs;
    return this.future.add(dueNs, event);
  }

  protected becomeReady(thread: Thread): void {
    thread.runState = 'R';
    thread.awaitedResource = -1;
    thread.sleptNs = this.now - thread.sinceNs;
    if (thread.sleptNs > this.quantumNs / 2) thread.isOwedCore = false;
    thread.sinceNs = this.now;
    const idle = this.idleCoreFor(thread);
    if (idle !== null) {
      this.dispatch(idle, thread);
      return;
    }
    this.recordState(thread, threadStates.ready, -1);
    const victim = this.cores.find((core) => core.current !== null && this.policy.preemptsOnWake(thread, core.current));
    if (victim === undefined) {
      this.policy.enqueue(thread, false);
      this.noteRunQueue();
    } else this.preempt(victim, thread);
    this.scheduleTick();
  }

  private idleCoreFor(thread: Thread): Core | null {
    if (thread.lastCore !== null && thread.lastCore.current === null) return thread.lastCore;
    return this.cores.find((core) => core.current === null) ?? null;
  }

  protected dispatch(core: Core, thread: Thread): void {
    core.current = thread;
    core.localNs = Math.max(core.localNs, this.now);
    thread.core = core;
    thread.sliceNs = 0;
    thread.hasQueuedForCore = false;
    const isBackAtOnce = thread.lastCore === core && thread.sleptNs < machineCosts.idlePollNs;
    if (!isBackAtOnce && (thread.lastCore !== core || core.localNs === this.now))
      core.localNs += machineCosts.contextSwitchNs;
    thread.lastCore = core;
    this.contextSwitches += 1;
    this.record(eventKinds.coreTaken, thread.id, core.id, 0);
    this.recordState(thread, threadStates.runningOutsideGil, -1);
  }

  protected leaveCore(core: Core, thread: Thread, reason: number): void {
    core.current = null;
    thread.core = null;
    this.record(eventKinds.coreLeft, thread.id, core.id, reason);
  }

  protected dispatchNext(core: Core): void {
    const next = this.policy.pick();
    if (next === null) return;
    this.noteRunQueue();
    this.dispatch(core, next);
    next.hasQueuedForCore = true;
  }

  protected preempt(core: Core, by: Thread | null): void {
    const thread = core.current;
    assert(thread !== null, 'a core without a thread cannot be pre-empted');
    this.leaveCore(core, thread, coreLeaveReasons.preempted);
    thread.sinceNs = this.now;
    this.recordState(thread, threadStates.ready, -1);
    const next = by ?? this.policy.pick();
    this.policy.enqueue(thread, true);
    this.noteRunQueue();
    if (next === null) return;
    this.dispatch(core, next);
    next.hasQueuedForCore = by === null;
  }

  protected tick(): void {
    this.isTickScheduled = false;
    for (const core of this.cores) {
      if (core.current !== null && this.policy.length > 0 && this.policy.mustYield(core.current, this.quantumNs))
        this.preempt(core, null);
    }
    this.scheduleTick();
  }

  private scheduleTick(): void {
    if (this.isTickScheduled || this.policy.length === 0) return;
    this.isTickScheduled = true;
    const tick = machineCosts.tickNs;
    this.schedule((Math.floor(this.now / tick) + 1) * tick, { kind: 'tick' });
  }

  protected yielded(core: Core): void {
    if (this.policy.length > 0) this.preempt(core, null);
  }

  protected coreFurthestBehind(): Core | null {
    let behind: Core | null = null;
    for (const core of this.cores) {
      if (core.current !== null && (behind === null || core.localNs < behind.localNs)) behind = core;
    }
    return behind;
  }

  protected nextBusyCoreNs(than: Core): Nanoseconds {
    let next = Number.POSITIVE_INFINITY;
    for (const core of this.cores) {
      if (core !== than && core.current !== null && core.localNs < next) next = core.localNs;
    }
    return next;
  }

  private noteRunQueue(): void {
    this.record(eventKinds.runQueue, -1, this.policy.length, 0);
  }
}
