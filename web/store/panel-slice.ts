/** Which panels, tabs and dialogs are open. */
import type { StateCreator } from 'zustand';
import type { Store } from './store.ts';

export type InspectorTab = 'threads' | 'why' | 'variables' | 'bytecode' | 'locks' | 'events' | 'measure';
export type DialogName = 'share' | 'shortcuts' | 'gallery' | 'settings' | 'commands' | 'export';

export interface PanelSlice {
  readonly inspectorTab: InspectorTab;
  readonly dialog: DialogName | null;
  /** On narrow screens the editor and the timeline share one place. */
  readonly narrowTab: 'timeline' | 'editor';
  /** True where the editor has been shown once, so that its code is loaded. */
  readonly showsLibrary: boolean;
  readonly showTab: (tab: InspectorTab) => void;
  readonly openDialog: (dialog: DialogName) => void;
  readonly closeDialog: () => void;
  readonly showNarrowTab: (tab: 'timeline' | 'editor') => void;
  readonly toggleLibrary: () => void;
}

export const createPanelSlice: StateCreator<Store, [], [], PanelSlice> = (set, get) => ({
  inspectorTab: 'threads',
  dialog: null,
  narrowTab: 'timeline',
  showsLibrary: false,
  showTab: (inspectorTab) => set({ inspectorTab }),
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
  showNarrowTab: (narrowTab) => set({ narrowTab }),
  toggleLibrary: () => set({ showsLibrary: !get().showsLibrary }),
});
