/** Opens an example of the gallery, already run, at the place it wants to show. */
import type { StoreApi } from 'zustand/vanilla';
import type { Store } from '../store/store.ts';
import { type GalleryEntry, galleryScenario } from './gallery-index.ts';
import { placeOf, showView } from './open-link.ts';

export async function openGalleryEntry(store: StoreApi<Store>, entry: GalleryEntry): Promise<void> {
  const { scenario, view, lesson } = await galleryScenario(entry);
  const state = store.getState();
  state.setArrival(null);
  state.openScenario(scenario, lesson);
  state.selectThread(null);
  state.showTab('threads');
  await state.startRun(placeOf(view));
  showView(store.getState(), view);
}
