/** Owns the worker and the store of the lab: made when the room is entered, ended when it is left. */
import { useEffect, useState } from 'react';
import { connectRiscv } from '../worker/riscv-client.ts';
import { readLink } from './lab-link.ts';
import { createLabStore } from './lab-state.ts';
import type { LabStore } from './lab-state.ts';

/** Null until the first program is loaded. A plain visit plays at once, slowly, unless the person asked for less motion. */
export function useOwnLabStore(): LabStore | null {
  const [store, setStore] = useState<LabStore | null>(null);
  useEffect(() => {
    const client = connectRiscv();
    const made = createLabStore(client);
    let isLeft = false;
    const arrive = async (): Promise<void> => {
      await openAddress(made);
      if (!isLeft) setStore(made);
    };
    const onHashChange = (): void => {
      if (location.hash.startsWith('#/cpu-lab')) void openAddress(made);
    };
    void arrive();
    addEventListener('hashchange', onHashChange);
    return () => {
      isLeft = true;
      removeEventListener('hashchange', onHashChange);
      client.dispose();
    };
  }, []);
  return store;
}

/** Opens what the address names: a lesson, somebody's walk, or the example to begin with. */
async function openAddress(store: LabStore): Promise<void> {
  const { openLesson, openWalk, set } = store.getState();
  const link = readLink(location.hash);
  switch (link.kind) {
    case 'walk':
      return openWalk(link.walk);
    case 'lesson':
      return openLesson(link.lesson);
    case 'plain':
    case 'unreadable':
      await openLesson('first');
      set({
        isLinkUnreadable: link.kind === 'unreadable',
        isPlaying: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      });
  }
}
