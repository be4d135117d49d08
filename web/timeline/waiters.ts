/** Who waits for a lock, queue … at a time, read from the threads' own lanes. */
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { intervalAt } from './interval-track.ts';
import type { ResourceLane, ThreadLane } from './lane.ts';
import { rowsOf } from './rows.ts';

/** The one who has waited longest first. */
export function waitersAt(trace: Trace, lane: ResourceLane, timeNs: number): readonly number[] {
  return rowsOf(trace)
    .flatMap((thread) => (thread.kind === 'thread' ? waitOf(thread, lane, timeNs) : []))
    .toSorted((one, other) => one.sinceNs - other.sinceNs)
    .map(({ thread }) => thread);
}

function waitOf({ thread, track }: ThreadLane, lane: ResourceLane, timeNs: number): readonly Wait[] {
  const interval = intervalAt(track, timeNs);
  if (interval === null) return [];
  const isMine = track.detail[interval] === lane.resource;
  const waitsForGil = track.value[interval] === threadStates.waitingForGil;
  const isWaiting = lane.resourceKind === 'gil' ? waitsForGil && isMine : !waitsForGil && isMine;
  return isWaiting ? [{ thread, sinceNs: track.startNs[interval] ?? 0 }] : [];
}

interface Wait {
  readonly thread: number;
  readonly sinceNs: number;
}
