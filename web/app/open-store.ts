/** The page's store, connected to a worker of its own. */
import type { StoreApi } from 'zustand/vanilla';
import { createLockstepStore, type Store } from '../store/store.ts';
import { connectSimulation } from '../worker/client.ts';

export function openStore(): StoreApi<Store> {
  return createLockstepStore(connectSimulation());
}
