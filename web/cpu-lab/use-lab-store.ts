/** Owns the worker and the store of the lab: made when the room is entered, ended when it is left. */
import { useEffect, useState } from 'react';
import { connectRiscv } from '../worker/riscv-client.ts';
import { createLabStore } from './lab-state.ts';
import type { LabStore } from './lab-state.ts';

/** Null until the first lesson is loaded. It plays at once, slowly, unless the person asked for less motion. */
export function useOwnLabStore(): LabStore | null {
  const [store, setStore] = useState<LabStore | null>(null);
  useEffect(() => {
    const client = connectRiscv();
    const made = createLabStore(client);
    let isLeft = false;
    const open = async (): Promise<void> => {
      await made.getState().openLesson('first');
      if (isLeft) return;
      made.getState().set({ isPlaying: !matchMedia('(prefers-reduced-motion: reduce)').matches });
      setStore(made);
    };
    void open();
    return () => {
      isLeft = true;
      client.dispose();
    };
  }, []);
  return store;
}
