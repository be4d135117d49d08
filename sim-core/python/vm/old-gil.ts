/**
 * The GIL of Python 2.7: a semaphore. Every hundred counted bytecodes its holder posts it and at once takes it again.
 * Models: CPython 2.7, Python/ceval.c (_Py_Ticker) over Python/thread_pthread.h (sem_post, sem_wait) and futexes. Nothing is handed over: who gets
 * it is a race between the releaser, which needs a moment for waking a waiter, and that waiter, which needs many microseconds to get to its core
 * and mostly comes too late. There is no GIL before the second thread.
 */
import { stopBudget } from '../../kernel/program.ts';
import type { Stop } from '../../kernel/program.ts';
import { machineCosts } from '../../kernel/machine-costs.ts';
import { gilReleaseReasons, threadStates } from '../../trace/event-kind.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';
import { Gil } from './gil.ts';
import { gilCosts } from './gil-costs.ts';
import type { PyThread } from './py-thread.ts';
import { isCountedInTwoSeven, isTryStart } from './switch-points.ts';
import type { ThreadPhase } from './thread-phase.ts';

/** sys.getcheckinterval() */
const checkInterval = 100;

export class OldGil extends Gil {
  /** Threads were started at some time. */
  isTicking = false;
  /** Counted bytecodes until the next release. */
  ticker = checkInterval;
  /** Who posted it at a tick and has not yet tried to take it back. */
  pausing: PyThread | null = null;
  /** Threads that were woken and have not yet tried to take it. */
  readonly woken = new Set<PyThread>();

  override get isDroppedByEveryAcquire(): boolean {
    return this.isTicking;
  }

  take(thread: PyThread): Stop | null {
    const wasWoken = this.woken.delete(thread);
    if (this.holder !== null) {
      if (wasWoken) thread.kernel.spend(machineCosts.syscallNs);
      this.noteWaiting(thread);
      return {
        kind: 'wait',
        queue: this.waiters,
        timeoutNs: null,
        state: threadStates.waitingForGil,
        resource: this.resource,
      };
    }
    const { pausing } = this;
    this.pausing = null;
    if (pausing === thread) {
      this.holder = thread;
      thread.kernel.spend(gilCosts.tickTakeNs);
      return null;
    }
    if (pausing !== null) this.noteReleased(pausing, gilReleaseReasons.poll);
    this.becomeHolder(thread);
    return null;
  }

  drop(thread: PyThread, reason: number, next: ThreadPhase): void {
    this.noteReleased(thread, reason);
    this.wakeOne(thread);
    thread.phase = next;
  }

  poll(thread: PyThread): Stop | null {
    if (!this.isTicking || this.holder !== thread) return null;
    this.holder = null;
    this.pausing = thread;
    thread.phase = 'wants-gil';
    thread.kernel.spend(gilCosts.tickReleaseNs);
    this.wakeOne(thread);
    return stopBudget;
  }

  leave(thread: PyThread): void {
    if (this.holder === thread) this.drop(thread, gilReleaseReasons.threadExit, 'wants-gil');
  }

  waitForHandOver(): Stop | null {
    return null;
  }

  threadStarted(): void {
    this.isTicking = true;
  }

  wantsPoll(): boolean {
    return this.isTicking;
  }

  isAtSwitchPoint(thread: PyThread, op: number, code: LoadedCode, at: number, next: number): boolean {
    if (!this.isTicking) return thread.interpreter.profile.polls.isSwitchPoint(op, code, at, next);
    if (!isCountedInTwoSeven(op, code, at, next)) return false;
    this.ticker -= 1;
    if (this.ticker >= 0 || isTryStart(code, next)) return false;
    this.ticker = checkInterval;
    return true;
  }

  private wakeOne(thread: PyThread): void {
    const { kernel } = thread;
    const waiter = this.waiters.waiters[0];
    if (waiter !== undefined) {
      this.woken.add(waiter.program as PyThread);
      kernel.wakeThread(waiter, this.resource);
    } else if (this.woken.size > 0) {
      kernel.spend(kernel.cores.length > 1 ? gilCosts.wakeInVainOtherCoreNs : gilCosts.wakeInVainSameCoreNs);
    }
  }
}
