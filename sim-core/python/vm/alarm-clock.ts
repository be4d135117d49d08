/** alarm(2) and setitimer(2) with ITIMER_REAL: SIGALRM after a while, and perhaps again and again. */
import type { Nanoseconds } from '../../base/units.ts';
import type { Scheduled } from '../../engine/event-queue.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { KernelEvent } from '../../kernel/kernel-event.ts';
import { machineCosts } from '../../kernel/machine-costs.ts';
import type { SignalReceiver } from '../../kernel/process.ts';
import { signals } from '../../kernel/signals.ts';

export interface AlarmState {
  /** Until the next signal; 0 where it is stopped. */
  readonly leftNs: Nanoseconds;
  /** Between that one and those after it; 0 for none. */
  readonly intervalNs: Nanoseconds;
}

/** It stands between the kernel's timer and the process' signals, and winds itself up again. */
export class AlarmClock implements SignalReceiver {
  private readonly kernel: Kernel;
  private readonly receiver: SignalReceiver;
  private dueNs: Nanoseconds = 0;
  private intervalNs: Nanoseconds = 0;
  private coming: Scheduled<KernelEvent> | null = null;

  constructor(kernel: Kernel, receiver: SignalReceiver) {
    this.kernel = kernel;
    this.receiver = receiver;
  }

  get state(): AlarmState {
    const leftNs = this.coming === null ? 0 : Math.max(1_000, this.dueNs - this.kernel.now);
    return { leftNs, intervalNs: this.intervalNs };
  }

  /** Sets it (0 stops it) and says how it stood before. */
  set({ leftNs, intervalNs }: AlarmState): AlarmState {
    const before = this.state;
    this.stop();
    this.intervalNs = intervalNs;
    if (leftNs > 0) this.schedule(this.kernel.now + leftNs);
    return before;
  }

  stop(): void {
    if (this.coming !== null) this.kernel.cancelSignal(this.coming);
    this.coming = null;
    this.intervalNs = 0;
  }

  receive(): void {
    this.coming = null;
    if (this.intervalNs > 0) this.schedule(this.dueNs + this.intervalNs);
    this.receiver.receive(signals.alarm);
  }

  private schedule(dueNs: Nanoseconds): void {
    this.dueNs = dueNs;
    this.coming = this.kernel.signalAt(dueNs + machineCosts.timerWakeNs, this, signals.alarm);
  }
}
