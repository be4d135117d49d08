/** Calls back when something in the store changes that the pictures show; typing in the editor is no reason to paint. */
import { useEffect } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';

const shown = [
  'trace',
  'viewport',
  'playheadNs',
  'selectedThread',
  'selectedResource',
  'selectedTask',
  'measuredRange',
  'hitTimesNs',
  'showsCausality',
  'moment',
] as const;

export function usePictureChanges(invalidate: () => void): void {
  const store = useStoreApi();
  useEffect(
    () =>
      store.subscribe((now: Store, before: Store) => {
        if (shown.some((field) => now[field] !== before[field])) invalidate();
      }),
    [store, invalidate],
  );
}
