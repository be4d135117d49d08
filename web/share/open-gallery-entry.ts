/** Opens an example of the gallery, already run, at the place it wants to show. */
import type { StoreApi } from 'zustand/vanilla';
import type { Store } from '../store/store.ts';
import { type GalleryEntry, galleryScenario } from './gallery-index.ts';
import { galleryStops } from './gallery-stops.ts';
import { placeOf, showView } from './open-link.ts';

export async function openGalleryEntry(store: StoreApi<Store>, entry: GalleryEntry): Promise<void> {
  const example = await galleryScenario(entry);
  const { scenario, view, lesson } = example;
  const state = store.getState();
  state.setArrival(null);
  state.openScenario(scenario, lesson);
  state.selectThread(null);
  state.showTab('threads');
  await state.startRun(placeOf(view));
  showView(store.getState(), view);
  const { trace } = store.getState();
  const found = await galleryStops(store.getState(), example);
  // Meanwhile something else may have been run.
  if (found.length === 0 || store.getState().trace !== trace) return;
  store.getState().setStops(found);
  if (view.step === undefined) await store.getState().goToStop(0);
}
