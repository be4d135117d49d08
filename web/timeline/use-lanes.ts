/** The lanes of the run that is shown, and their places. Lanes are built once per trace. */
import { useMemo } from 'react';
import { useStore } from '../store/store-context.ts';
import type { Lane } from './lane.ts';
import { type LaneLayout, layoutOf } from './layout.ts';
import { rowsOf } from './rows.ts';

const noLanes: readonly Lane[] = [];

export function useLanes(): readonly Lane[] {
  const trace = useStore((store) => store.trace);
  const showsInternal = useStore((store) => store.showsInternal);
  return trace === null ? noLanes : rowsOf(trace, showsInternal);
}

export function useLayout(lanes: readonly Lane[], search: string, laneHeight: number): LaneLayout {
  const pinned = useStore((store) => store.pinnedLanes);
  const folded = useStore((store) => store.folded);
  const showsInternal = useStore((store) => store.showsInternal);
  return useMemo(
    () => layoutOf(lanes, { pinned, folded, showsInternal, search, laneHeight }),
    [lanes, pinned, folded, showsInternal, search, laneHeight],
  );
}
