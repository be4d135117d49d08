/**
 * The GIL of stepped runs: whoever is chosen has it. The holder stands at a possible switch then, so it can be taken from it at once; nobody
 * ever waits for it, and there is no interval.
 */
import { stopYield } from '../../kernel/program.ts';
import type { Nanoseconds } from '../../base/units.ts';
import type { Stop } from '../../kernel/program.ts';
import { eventKinds, gilReleaseReasons } from '../../trace/event-kind.ts';
import { Gil } from './gil.ts';
import type { PyThread } from './py-thread.ts';
import type { ThreadPhase } from './thread-phase.ts';
import type { VersionProfile } from './version-profile.ts';

export class SteppedGil extends Gil {
  private hasManyThreads = false;
  private readonly isOld: boolean;

  constructor(resource: number, profile: VersionProfile, intervalNs: Nanoseconds) {
    super(resource, intervalNs);
    this.isOld = profile.gil === 'old';
  }

  /** As in 2.7, once there are threads. */
  override get isDroppedByEveryAcquire(): boolean {
    return this.isOld && this.hasManyThreads;
  }

  take(thread: PyThread): null {
    const { holder } = this;
    if (holder !== null) {
      thread.kernel.record(eventKinds.gilDropRequested, thread.kernelThread.id, this.resource, holder.kernelThread.id);
      this.noteReleased(holder, gilReleaseReasons.dropRequested);
      holder.phase = 'wants-gil';
    }
    this.becomeHolder(thread);
    return null;
  }

  drop(thread: PyThread, reason: number, next: ThreadPhase): void {
    this.noteReleased(thread, reason);
    thread.phase = next;
  }

  poll(): Stop {
    return stopYield;
  }

  leave(thread: PyThread): void {
    if (this.holder === thread) this.noteReleased(thread, gilReleaseReasons.threadExit);
  }

  waitForHandOver(): null {
    return null;
  }

  threadStarted(): void {
    this.hasManyThreads = true;
  }

  wantsPoll(): boolean {
    return true;
  }

  /** Stepped threads know themselves (`Stepping`). */
  isAtSwitchPoint(): boolean {
    return true;
  }
}
