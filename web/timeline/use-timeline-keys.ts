/** The keys that work while the timeline has the focus: choose a lane, go from event to event, zoom and pan. */
import { type RefObject, useEffect } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';
import { firstEndingAfter } from './interval-track.ts';
import type { Lane } from './lane.ts';
import { changesUntil } from './level-track.ts';
import type { LaneLayout, PlacedLane } from './layout.ts';

export interface TimelineKeys {
  readonly section: RefObject<HTMLElement | null>;
  readonly layout: LaneLayout;
  readonly activeLane: string | null;
  readonly setActiveLane: (lane: string | null) => void;
}

export function useTimelineKeys({ section, layout, activeLane, setActiveLane }: TimelineKeys): void {
  const store = useStoreApi();
  useEffect(() => {
    const element = section.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = layout.lanes.findIndex(({ lane }) => lane.id === activeLane);
      const choose = (index: number): void => {
        const placed = layout.lanes[Math.min(Math.max(0, index), layout.lanes.length - 1)];
        if (placed === undefined) return;
        setActiveLane(placed.lane.id);
        selectLane(store.getState(), placed);
      };
      const actions: Readonly<Record<string, () => void>> = {
        ArrowDown: () => choose(at + 1),
        ArrowUp: () => choose(at - 1),
        '.': () => goToEvent(store.getState(), layout.lanes[at] ?? layout.lanes[0], 1),
        ',': () => goToEvent(store.getState(), layout.lanes[at] ?? layout.lanes[0], -1),
        P: () => activeLane !== null && store.getState().togglePin(activeLane),
        '-': () => activeLane !== null && store.getState().toggleFold(activeLane),
        '+': () => store.getState().unfold(store.getState().folded),
      };
      const action = actions[event.key];
      if (action === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      // What has the focus may move or vanish.
      element?.focus({ preventScroll: true });
      action();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [section, layout, activeLane, setActiveLane, store]);
}

function selectLane(store: Store, { lane }: PlacedLane): void {
  if (lane.kind === 'thread') store.selectThread(lane.thread);
  else if (lane.kind === 'task') store.selectTask(lane.task);
  else if (lane.kind === 'resource') store.selectResource(lane.resource);
}

function goToEvent(store: Store, placed: PlacedLane | undefined, direction: 1 | -1): void {
  if (placed === undefined) return;
  const { track } = placed.lane;
  const here = firstEndingAfter(track, store.playheadNs);
  const ofIntervals = [here - 2, here - 1, here, here + 1].flatMap((index) =>
    index < 0 || index >= track.length ? [] : [track.startNs[index] ?? 0, track.endNs[index] ?? 0],
  );
  const edges = [...ofIntervals, ...levelChanges(placed.lane, store.playheadNs)].toSorted((one, other) => one - other);
  const next =
    direction === 1 ? edges.find((edge) => edge > store.playheadNs) : edges.findLast((edge) => edge < store.playheadNs);
  if (next === undefined) return;
  void store.seekTime(next);
  store.setViewport(revealed(store, next));
}

/** When the value of a semaphore or queue, or the number of those who wait, changes around a time. */
function levelChanges(lane: Lane, atNs: number): readonly number[] {
  if (lane.kind !== 'resource') return [];
  return [lane.level, lane.waiters].flatMap((track) => {
    if (track === null) return [];
    const next = changesUntil(track, atNs);
    return [next - 2, next - 1, next, next + 1].flatMap((index) => track.timeNs[index] ?? []);
  });
}

function revealed({ viewport }: Store, timeNs: number): Store['viewport'] {
  const length = viewport.toNs - viewport.fromNs;
  if (timeNs >= viewport.fromNs && timeNs <= viewport.toNs) return viewport;
  return { fromNs: timeNs - length / 2, toNs: timeNs + length / 2 };
}
