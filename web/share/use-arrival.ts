/** What the page opens with, already run: the link in its address, else what was typed last time, else the first example. */
import { useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { useStoreApi } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';
import { galleryIndex } from './gallery-index.ts';
import { openGalleryEntry } from './open-gallery-entry.ts';
import { openLink } from './open-link.ts';
import { storedDraft } from './use-draft.ts';

export function useArrival(): void {
  const store = useStoreApi();
  useEffect(() => {
    if (store.getState().run.kind === 'idle') void arrive(store);
    const onHashChange = (): void => {
      if (location.hash.startsWith('#s=')) void openLink(store, location.hash);
      else if (location.hash.startsWith('#g=')) void openExample(store, location.hash.slice(3));
    };
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, [store]);
}

async function arrive(store: StoreApi<Store>): Promise<void> {
  const { hash } = location;
  if (hash.startsWith('#s=') && (await openLink(store, hash))) return;
  const draft = hash.length > 2 ? null : storedDraft();
  if (draft !== null && (await openLink(store, draft))) return;
  await openExample(store, hash.startsWith('#g=') ? hash.slice(3) : null);
}

/** The example of that name; of none, the first. */
async function openExample(store: StoreApi<Store>, id: string | null): Promise<void> {
  const arrival = store.getState().arrival;
  const entries = await galleryIndex();
  const entry = entries.find((candidate) => candidate.id === id) ?? entries[0];
  if (entry === undefined) return;
  await openGalleryEntry(store, entry);
  if (arrival !== null) store.getState().setArrival(arrival);
}
