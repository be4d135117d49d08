/** Which panels, tabs and dialogs are open. */
import type { StateCreator } from 'zustand';
import type { LinkProblem } from '../../sim-core/scenario/link-problem.ts';
import type { Store } from './store.ts';

/** In the order they stand in, and of the keys 1 to 9 and 0. */
export const inspectorTabs = [
  'threads',
  'variables',
  'bytecode',
  'why',
  'locks',
  'events',
  'measure',
  'stops',
  'tasks',
  'shared',
] as const;
export type InspectorTab = (typeof inspectorTabs)[number];
export type DialogName = 'share' | 'shortcuts' | 'gallery' | 'settings' | 'commands' | 'export' | 'input';

/** What was noticed about the link or file the scenario came from. */
interface Arrival {
  readonly problems: readonly LinkProblem[];
  /** The other version of Lockstep that made the link; null if it was this one. */
  readonly otherEngine: string | null;
  /** The name of a file that held nothing readable. */
  readonly file?: string;
}

export interface PanelSlice {
  readonly arrival: Arrival | null;
  readonly setArrival: (arrival: Arrival | null) => void;
  readonly inspectorTab: InspectorTab;
  readonly dialog: DialogName | null;
  /** On narrow screens the editor and the timeline share one place. */
  readonly narrowTab: 'timeline' | 'editor';
  readonly showsLibrary: boolean;
  /** Less around the picture, in large type. */
  readonly isPresenting: boolean;
  readonly togglePresenting: () => void;
  readonly showTab: (tab: InspectorTab) => void;
  readonly openDialog: (dialog: DialogName) => void;
  readonly closeDialog: () => void;
  readonly showNarrowTab: (tab: 'timeline' | 'editor') => void;
  readonly toggleLibrary: () => void;
}

export const createPanelSlice: StateCreator<Store, [], [], PanelSlice> = (set, get) => ({
  arrival: null,
  setArrival: (arrival) => set({ arrival }),
  inspectorTab: 'threads',
  dialog: null,
  narrowTab: 'timeline',
  showsLibrary: false,
  isPresenting: false,
  togglePresenting: () => set({ isPresenting: !get().isPresenting }),
  showTab: (inspectorTab) => set({ inspectorTab }),
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
  showNarrowTab: (narrowTab) => set({ narrowTab }),
  toggleLibrary: () => set({ showsLibrary: !get().showsLibrary }),
});
