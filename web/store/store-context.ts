/** Hands the store to the views: `useStore(selector)` in components, `useStoreApi()` where something is painted without React. */
import { createContext, type Provider, useContext } from 'react';
import { useStore as useZustand } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Store } from './store.ts';

const StoreContext = createContext<StoreApi<Store> | null>(null);

export const StoreProvider: Provider<StoreApi<Store> | null> = StoreContext.Provider;

export function useStoreApi(): StoreApi<Store> {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('a view stands outside of the StoreProvider');
  return store;
}

export function useStore<Selected>(selector: (store: Store) => Selected): Selected {
  return useZustand(useStoreApi(), selector);
}
