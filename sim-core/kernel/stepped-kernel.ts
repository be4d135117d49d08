/**
 * The machine of stepped runs: one core, no time slices, no latencies. A thread runs until its program yields (at a possible switch), waits
 * or ends; then the chooser says who goes on – if there is more than one who can. Virtual time still passes: a sleeper can go on when its
 * time has come, and when nobody else can go on, time jumps to the next sleeper.
 */
import type { Nanoseconds } from '../base/units.ts';
import type { ThreadChooser } from '../engine/chooser.ts';
import { coreLeaveReasons, eventKinds, threadStates } from '../trace/event-kind.ts';
import type { Core } from './core.ts';
import { Kernel } from './kernel.ts';
import type { DispatcherOptions } from './dispatcher.ts';
import type { Pause } from './kernel.ts';
import type { Thread } from './thread.ts';

export class SteppedKernel extends Kernel {
  readonly threadChooser: ThreadChooser;
  /** The thread that ran last. */
  last: Thread | null = null;
  /** Changes from one thread to another, and those among them where the other could have gone on. */
  switches = 0;
  preemptions = 0;
  private mustAsk = true;

  constructor(options: DispatcherOptions & { readonly chooser: ThreadChooser }) {
    super({ ...options, cores: 1 });
    this.threadChooser = options.chooser;
  }

  /** The threads that can go on, by their numbers. */
  enabled(): Thread[] {
    return this.threads.filter((thread) => thread.runState === 'R' && thread.program.wouldWait?.() !== true);
  }

  override advance(untilNs: Nanoseconds): Pause {
    this.halted = null;
    const core = this.cores[0] as Core;
    for (;;) {
      if (this.mustAsk || core.current === null) {
        const pause = this.ask(core, untilNs);
        if (pause !== null) return pause;
      }
      if (core.localNs >= untilNs) return this.pauseAt(untilNs);
      if (this.runCore(core, untilNs - core.localNs) === 'halt') return 'halt';
    }
  }

  protected override yielded(): void {
    this.mustAsk = true;
  }

  protected override makeReady(thread: Thread): void {
    this.becomeReady(thread);
  }

  protected override becomeReady(thread: Thread): void {
    thread.runState = 'R';
    thread.sleptNs = this.now - thread.sinceNs;
    thread.sinceNs = this.now;
    this.recordState(thread, threadStates.ready, -1);
  }

  /** Brings a thread onto the core; null when one is there. */
  private ask(core: Core, untilNs: Nanoseconds): Pause | null {
    for (;;) {
      this.fireDueTimers();
      const enabled = this.enabled();
      const chosen = enabled.length > 1 ? this.chosenOf(enabled) : (enabled[0] ?? this.loser());
      if (chosen === null) return 'choice';
      if (chosen !== undefined) {
        this.mustAsk = false;
        this.switchTo(core, chosen, enabled);
        return null;
      }
      const dueNs = this.future.nextDueNs();
      if (dueNs === Number.POSITIVE_INFINITY) return 'idle';
      if (dueNs > untilNs) return this.pauseAt(untilNs);
      this.handleNextEvent();
    }
  }

  /** Nobody can go on: those who were woken for nothing wait again first. */
  private loser(): Thread | undefined {
    return this.threads.find((thread) => thread.runState === 'R');
  }

  private chosenOf(enabled: readonly Thread[]): Thread | null {
    const ids = enabled.map(({ id }) => id);
    const chosen = this.threadChooser.nextThread(ids, this.last === null ? null : this.last.id);
    const at = chosen === null ? -1 : ids.findIndex((id) => id === chosen);
    if (at < 0) return null;
    const thread = enabled[at] as Thread;
    this.record(eventKinds.choice, thread.id, at, enabled.length);
    return thread;
  }

  private switchTo(core: Core, thread: Thread, enabled: readonly Thread[]): void {
    const before = core.current;
    if (before === thread) return;
    if (before !== null) {
      this.leaveCore(core, before, coreLeaveReasons.preempted);
      before.sinceNs = this.now;
      this.recordState(before, threadStates.ready, -1);
    }
    if (this.last !== null && this.last !== thread) {
      this.switches += 1;
      if (before !== null && enabled.includes(before)) this.preemptions += 1;
    }
    this.last = thread;
    this.dispatch(core, thread);
  }

  private fireDueTimers(): void {
    const { now } = this;
    while (this.future.nextDueNs() <= now) this.handleNextEvent();
    this.now = now;
  }
}
