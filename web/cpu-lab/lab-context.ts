/** Where the lab's components find its store. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { LabState, LabStore } from './lab-state.ts';

export const LabContext = createContext<LabStore | null>(null);

export function useLabStore(): LabStore {
  const store = useContext(LabContext);
  if (store === null) throw new Error('outside of the CPU lab');
  return store;
}

export function useLab<T>(select: (state: LabState) => T): T {
  return useStore(useLabStore(), select);
}
