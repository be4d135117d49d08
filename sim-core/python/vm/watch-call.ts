/** Waiting for one of many files: epoll_wait(2) and select(2), without the GIL. */
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { machineCosts } from '../../kernel/machine-costs.ts';
import type { Stop } from '../../kernel/program.ts';
import type { WaitQueue } from '../../kernel/wait-queue.ts';
import { threadStates } from '../../trace/event-kind.ts';
import type { Value } from '../objects/value.ts';
import { BlockingCall } from './blocking-call.ts';
import type { PyThread } from './py-thread.ts';

export abstract class WatchCall extends BlockingCall {
  /** Null: for ever; 0: does not wait at all. */
  private readonly timeoutNs: number | null;
  private readonly resource: number;
  private deadlineNs: number | null = null;
  private hasEntered = false;

  constructor(timeoutNs: number | null, resource: number) {
    super();
    this.timeoutNs = timeoutNs;
    this.resource = resource;
  }

  /** Looks at the files; true if one is ready. */
  protected abstract look(): boolean;
  protected abstract queue(): WaitQueue;
  /** What looking at the files takes. */
  protected abstract lookNs(): number;
  protected abstract over(): void;

  proceed(thread: PyThread): Stop | null {
    const { kernel, kernelThread } = thread;
    if (!this.hasEntered) {
      this.hasEntered = true;
      kernel.spend(machineCosts.syscallNs + this.lookNs());
      this.deadlineNs = this.timeoutNs === null ? null : kernel.now + this.timeoutNs;
    } else if (kernelThread.wakeReason === 'timeout') {
      this.over();
      return null;
    }
    if (this.look() || this.timeoutNs === 0) {
      this.over();
      return null;
    }
    const leftNs = this.deadlineNs === null ? null : Math.max(0, this.deadlineNs - kernel.now);
    const slackNs =
      machineCosts.timerSlackNs + (leftNs === null ? 0 : kernel.chooser.choose('jitter', machineCosts.timerWakeNs));
    return {
      kind: 'wait',
      queue: this.queue(),
      timeoutNs: leftNs === null ? null : leftNs + slackNs,
      state: threadStates.inputOutput,
      resource: this.resource,
    };
  }

  abstract override finish(thread: PyThread): Value;
}

/** A file and what is asked about it. */
export interface WatchedFile {
  readonly descriptor: number;
  readonly given: Value;
  readonly file: OpenFile;
}
