/** What the timeline shows: the window of time, and which lanes are pinned or folded. */
import type { StateCreator } from 'zustand';
import type { Store } from './store.ts';
import { clampViewport, type Viewport, wholeOf } from './viewport.ts';

/** A stretch of time a person has marked to measure it. */
export interface MeasuredRange {
  readonly fromNs: number;
  readonly toNs: number;
}

export interface ViewSlice {
  readonly viewport: Viewport;
  /** Ids of lanes and groups that stay on top. */
  readonly pinnedLanes: readonly string[];
  /** Ids of lanes and groups that are folded. */
  readonly folded: readonly string[];
  readonly showsInternal: boolean;
  /** Dims what is not concurrent with the shown thread's moment. */
  readonly showsCausality: boolean;
  readonly measuredRange: MeasuredRange | null;
  readonly setViewport: (view: Viewport) => void;
  readonly showAll: () => void;
  readonly togglePin: (laneOrGroup: string) => void;
  readonly toggleFold: (laneOrGroup: string) => void;
  readonly unfold: (lanes: readonly string[]) => void;
  readonly toggleInternal: () => void;
  readonly toggleCausality: () => void;
  readonly measure: (range: MeasuredRange | null) => void;
}

export const createViewSlice: StateCreator<Store, [], [], ViewSlice> = (set, get) => ({
  viewport: { fromNs: 0, toNs: 1000 },
  pinnedLanes: [],
  folded: [],
  showsInternal: false,
  showsCausality: false,
  measuredRange: null,
  setViewport: (view) => {
    const { trace } = get();
    if (trace !== null) set({ viewport: clampViewport(view, wholeOf(trace)) });
  },
  showAll: () => {
    const { trace } = get();
    if (trace !== null) set({ viewport: wholeOf(trace) });
  },
  togglePin: (laneOrGroup) => set({ pinnedLanes: toggled(get().pinnedLanes, laneOrGroup) }),
  toggleFold: (laneOrGroup) => set({ folded: toggled(get().folded, laneOrGroup) }),
  unfold: (lanes) => set({ folded: get().folded.filter((id) => !lanes.includes(id)) }),
  toggleInternal: () => set({ showsInternal: !get().showsInternal }),
  toggleCausality: () => set({ showsCausality: !get().showsCausality }),
  measure: (range) => set({ measuredRange: range }),
});

function toggled(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
