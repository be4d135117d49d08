/**
 * The GIL of Python 3.2 and later.
 * Models: CPython 3.13, Python/ceval_gil.c, take_gil and drop_gil with FORCE_SWITCHING, switch interval 5 ms.
 * Leaves out: the mutexes around its own fields (their costs are in the release and take costs).
 */
import type { Stop } from '../../kernel/program.ts';
import type { Thread } from '../../kernel/thread.ts';
import { eventKinds, gilReleaseReasons, threadStates } from '../../trace/event-kind.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';
import { Gil } from './gil.ts';
import { gilCosts } from './gil-costs.ts';
import type { PyThread } from './py-thread.ts';
import type { ThreadPhase } from './thread-phase.ts';

export class NewGil extends Gil {
  take(thread: PyThread): Stop | null {
    if (this.holder === null) {
      thread.isDropRequested = false;
      this.becomeHolder(thread);
      this.endHandOver(thread);
      return null;
    }
    const hasTimedOut = thread.isWaitingForGil && thread.kernelThread.wakeReason === 'timeout';
    if (hasTimedOut && this.switchNumber === thread.seenSwitchNumber) this.requestDrop(thread, this.holder);
    this.noteWaiting(thread);
    thread.seenSwitchNumber = this.switchNumber;
    return {
      kind: 'wait',
      queue: this.waiters,
      timeoutNs: this.timeoutNs(thread),
      state: threadStates.waitingForGil,
      resource: this.resource,
    };
  }

  drop(thread: PyThread, reason: number, next: ThreadPhase): void {
    const wasRequested = thread.isDropRequested;
    thread.isDropRequested = false;
    this.release(thread, reason);
    if (wasRequested && this.lastHolder === thread) {
      thread.phase = 'hand-over';
      thread.phaseAfterHandOver = next;
    } else thread.phase = next;
  }

  poll(thread: PyThread): Stop | null {
    if (thread.isDropRequested && this.holder === thread)
      this.drop(thread, gilReleaseReasons.dropRequested, 'wants-gil');
    return null;
  }

  leave(thread: PyThread): void {
    if (this.holder === thread) this.release(thread, gilReleaseReasons.threadExit);
  }

  waitForHandOver(thread: PyThread): Stop | null {
    if (this.lastHolder !== thread) {
      thread.phase = thread.phaseAfterHandOver;
      return null;
    }
    return {
      kind: 'wait',
      queue: this.handOver,
      timeoutNs: null,
      state: threadStates.waitingForGil,
      resource: this.resource,
    };
  }

  threadStarted(): void {}

  wantsPoll(thread: PyThread): boolean {
    return thread.isDropRequested;
  }

  isAtSwitchPoint(thread: PyThread, op: number, code: LoadedCode, at: number, next: number): boolean {
    return thread.interpreter.profile.polls.isSwitchPoint(op, code, at, next);
  }

  /**
   * Those who dropped the GIL on request go on. Where no core is free for them they would only run to ask for it again:
   * they are put among the waiters at once, as a wake-up that pre-empts for a moment would.
   */
  private endHandOver(by: PyThread): void {
    const { kernel } = by;
    for (const thread of this.handOver.waiters.slice()) {
      const other = thread.program as PyThread;
      if (kernel.hasIdleCore || other.phaseAfterHandOver !== 'wants-gil') kernel.wakeThread(thread, this.resource);
      else {
        other.phase = 'wants-gil';
        other.isWaitingForGil = true;
        other.seenSwitchNumber = this.switchNumber;
        kernel.requeue(thread, this.waiters, this.timeoutNs(by));
      }
    }
  }

  private timeoutNs({ kernel }: PyThread): number {
    return this.intervalNs + gilCosts.timerSlackLeastNs + kernel.chooser.choose('jitter', gilCosts.timerSlackSpreadNs);
  }

  private requestDrop(thread: PyThread, holder: PyThread): void {
    if (holder.isDropRequested) return;
    holder.isDropRequested = true;
    holder.updateBreaker();
    thread.kernel.record(eventKinds.gilDropRequested, thread.kernelThread.id, this.resource, holder.kernelThread.id);
  }

  private release(thread: PyThread, reason: number): void {
    const { kernel } = thread;
    this.noteReleased(thread, reason);
    const { waiters } = this.waiters;
    if (waiters.length === 0) return;
    const chosen = waiters[kernel.chooser.choose('gil-waiter', waiters.length)] as Thread;
    kernel.wakeThread(chosen, this.resource);
  }
}
