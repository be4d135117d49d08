/** The one selection that all views share: a thread, and perhaps a lock or a task. */
import type { StateCreator } from 'zustand';
import type { Store } from './store.ts';

export interface SelectionSlice {
  readonly selectedThread: number | null;
  readonly selectedResource: number | null;
  readonly selectedTask: number | null;
  readonly selectThread: (thread: number | null) => void;
  readonly selectResource: (resource: number | null) => void;
  readonly selectTask: (task: number | null) => void;
}

export const createSelectionSlice: StateCreator<Store, [], [], SelectionSlice> = (set) => ({
  selectedThread: null,
  selectedResource: null,
  selectedTask: null,
  selectThread: (thread) => set({ selectedThread: thread, selectedResource: null }),
  selectResource: (resource) => set({ selectedResource: resource }),
  selectTask: (task) => set({ selectedTask: task }),
});

/** The thread whose stack and variables are shown: the selected one, else the one that is about to run, else the first. */
export function shownThread(store: Store): number | null {
  const { moment, selectedThread } = store;
  if (moment === null) return selectedThread;
  const isThere = (thread: number | null): boolean => moment.threads.some(({ id }) => id === thread);
  if (isThere(selectedThread)) return selectedThread;
  return moment.nextThread ?? moment.threads[0]?.id ?? null;
}
