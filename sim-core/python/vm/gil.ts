/**
 * The global interpreter lock: what every kind of it has. The rules are in `new-gil.ts` (3.2 and later) and `old-gil.ts` (2.7).
 * The free-threaded build has none.
 */
import type { Stop } from '../../kernel/program.ts';
import { Copyable } from '../../base/copyable.ts';
import type { Nanoseconds } from '../../base/units.ts';
import { WaitQueue } from '../../kernel/wait-queue.ts';
import { eventKinds, threadStates } from '../../trace/event-kind.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';
import type { PyThread } from './py-thread.ts';
import type { ThreadPhase } from './thread-phase.ts';
import { gilCosts } from './gil-costs.ts';

export abstract class Gil extends Copyable {
  readonly resource: number;
  holder: PyThread | null = null;
  lastHolder: PyThread | null = null;
  /** Grows whenever another thread than before takes it. */
  switchNumber = 0;
  /** sys.setswitchinterval */
  intervalNs: Nanoseconds;
  /** Threads that want it. */
  readonly waiters = new WaitQueue();
  /** Threads that dropped it on request and wait until someone else has had it. */
  readonly handOver = new WaitQueue();

  constructor(resource: number, intervalNs: Nanoseconds) {
    super();
    this.resource = resource;
    this.intervalNs = intervalNs;
  }

  /** Even a lock that is free is not acquired without a moment in which others may have the GIL. */
  get isDroppedByEveryAcquire(): boolean {
    return false;
  }

  /** Takes it for the thread (then null), or says what to wait for. */
  abstract take(thread: PyThread): Stop | null;
  /** Gives it up; the thread goes on with `next`, perhaps after a hand-over. */
  abstract drop(thread: PyThread, reason: number, next: ThreadPhase): void;
  /** At a switch point: another thread may have it now. */
  abstract poll(thread: PyThread): Stop | null;
  /** The thread is over. */
  abstract leave(thread: PyThread): void;
  /** The phase after a drop that was asked for. */
  abstract waitForHandOver(thread: PyThread): Stop | null;
  /** A second thread has been started. */
  abstract threadStarted(): void;
  /** Whether a thread has to look up at its next switch point for the GIL's sake. */
  abstract wantsPoll(thread: PyThread): boolean;
  /** Whether the bytecode `at` just executed is one after which a thread with a reason to look up does so. */
  abstract isAtSwitchPoint(thread: PyThread, op: number, code: LoadedCode, at: number, next: number): boolean;

  protected becomeHolder(thread: PyThread): void {
    this.holder = thread;
    thread.isWaitingForGil = false;
    if (this.lastHolder !== thread) {
      this.lastHolder = thread;
      this.switchNumber += 1;
    }
    thread.kernel.spend(gilCosts.takeNs);
    thread.kernel.record(eventKinds.gilTaken, thread.kernelThread.id, this.resource, 0);
    thread.kernel.recordState(thread.kernelThread, threadStates.running, -1);
  }

  protected noteWaiting(thread: PyThread): void {
    if (!thread.isWaitingForGil) thread.kernel.record(eventKinds.gilAwaited, thread.kernelThread.id, this.resource, 0);
    thread.isWaitingForGil = true;
  }

  protected noteReleased(thread: PyThread, reason: number): void {
    this.holder = null;
    this.lastHolder = thread;
    thread.kernel.spend(gilCosts.releaseNs);
    thread.kernel.record(eventKinds.gilReleased, thread.kernelThread.id, this.resource, reason);
  }
}
