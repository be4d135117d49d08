/** What keeps a thread's other tasks from having their turn: callbacks that go on too long, and calls that make the whole thread wait. */
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import { shortestWaitNs, slowCallbackNs } from '../store/loop-callback.ts';
import { intervalAt, type IntervalTrack, lengthOf } from './interval-track.ts';

/** A thread waits while a task runs in it: `time.sleep` in a coroutine, a lock of `threading`. */
export interface ThreadWait {
  readonly thread: number;
  readonly fromNs: number;
  readonly toNs: number;
}

export function longCallbacks(loop: IntervalTrack): readonly number[] {
  return Array.from({ length: loop.length }, (_, index) => index).filter(
    (index) => loop.value[index] === threadStates.running && lengthOf(loop, index) >= slowCallbackNs,
  );
}

/** The intervals in which the thread waits; only those of a state where one is given. */
export function blockingCalls(
  track: IntervalTrack,
  waits: readonly ThreadWait[],
  state: number | null,
): readonly number[] {
  return waits.flatMap(({ fromNs, toNs }) => {
    if (toNs - fromNs < shortestWaitNs) return [];
    const interval = intervalAt(track, fromNs);
    return interval !== null && (state === null || track.value[interval] === state) ? [interval] : [];
  });
}
