/** Polling: a thread that sleeps a little, looks, and sleeps again, over and over, without doing anything else. */
import { eventKinds, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Finding, TraceEvent } from './findings.ts';

const leastSleeps = 10;

interface Row {
  readonly fromNs: number;
  toNs: number;
  sleeps: number;
  /** When it went to sleep last. */
  asleepSinceNs: number;
  asleepNs: number;
  state: number;
}

export class PollingUse {
  private readonly rows = new Map<number, Row>();
  private readonly found: Finding[] = [];

  read({ kind, atNs, thread, a }: TraceEvent): void {
    if (kind === eventKinds.threadState) this.enter(thread, a, atNs);
    else if (isWork(kind)) this.close(thread);
  }

  finish(): readonly Finding[] {
    for (const thread of this.rows.keys()) this.close(thread);
    return this.found;
  }

  private enter(thread: number, state: number, atNs: number): void {
    const row = this.rows.get(thread);
    if (row !== undefined && row.state === threadStates.sleeping && state !== threadStates.sleeping) {
      row.asleepNs += atNs - row.asleepSinceNs;
      row.toNs = atNs;
    }
    if (row !== undefined) row.state = state;
    if (state !== threadStates.sleeping) return;
    if (row === undefined) {
      const begun = { fromNs: atNs, toNs: atNs, sleeps: 1, asleepSinceNs: atNs, asleepNs: 0 };
      this.rows.set(thread, { ...begun, state });
    } else {
      row.sleeps += 1;
      row.asleepSinceNs = atNs;
    }
  }

  private close(thread: number): void {
    const row = this.rows.get(thread);
    this.rows.delete(thread);
    if (row === undefined || row.sleeps < leastSleeps) return;
    const { fromNs, toNs, sleeps: count, asleepNs } = row;
    const percent = Math.round((100 * asleepNs) / Math.max(1, toNs - fromNs));
    this.found.push({ kind: 'polling', thread, resource: null, fromNs, toNs, count, percent });
  }
}

/** What shows that a thread does more than look. */
function isWork(kind: number): boolean {
  return (
    kind === eventKinds.output ||
    kind === eventKinds.resourceAcquired ||
    kind === eventKinds.resourceValue ||
    kind === eventKinds.threadCreated ||
    kind === eventKinds.threadExited
  );
}
