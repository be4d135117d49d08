/** Keeps what a person typed, in the browser: the next visit without a link opens it again. */
import { useEffect } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { readStorage, writeStorage } from '../ui/storage.ts';
import { currentFragment } from './current-link.ts';

const storageKey = 'lockstep.draft';
const restMs = 1000;

/** The fragment of the last program that was typed; null if none was. */
export function storedDraft(): string | null {
  return readStorage(storageKey);
}

export function useDraft(): void {
  const store = useStoreApi();
  useEffect(() => {
    let timer = 0;
    const unsubscribe = store.subscribe((now, before) => {
      const isTyped =
        now.scenario.files !== before.scenario.files && now.scenarioGeneration === before.scenarioGeneration;
      if (!isTyped) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => writeStorage(storageKey, currentFragment(store.getState())), restMs);
    });
    return () => {
      unsubscribe();
      window.clearTimeout(timer);
    };
  }, [store]);
}
