/** Which room the address names. What follows the '#' is a room ('#/cpu-lab', '#/models') or a shared scenario ('#s=…'), read by web/share. */
import { useSyncExternalStore } from 'react';

export type Room = 'workbench' | 'models' | 'cpu-lab';

function roomOf(hash: string): Room {
  if (hash.startsWith('#/models')) return 'models';
  return hash.startsWith('#/cpu-lab') ? 'cpu-lab' : 'workbench';
}

export function useRoom(): Room {
  return useSyncExternalStore(onHashChange, () => roomOf(location.hash));
}

function onHashChange(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
