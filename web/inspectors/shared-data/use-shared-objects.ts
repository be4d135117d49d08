/** What several threads can reach at the shown moment. */
import { useEffect, useState } from 'react';
import type { SharedObject } from '../../../sim-core/trace/shared-object.ts';
import { useStore, useStoreApi } from '../../store/store-context.ts';

export function useSharedObjects(): readonly SharedObject[] {
  const store = useStoreApi();
  const trace = useStore((state) => state.trace);
  const step = useStore(({ moment }) => moment?.step ?? null);
  const [objects, setObjects] = useState<readonly SharedObject[]>([]);
  useEffect(() => {
    if (step === null || trace === null) return undefined;
    let isWanted = true;
    void store
      .getState()
      .loadSharedObjects(step)
      .then((found) => {
        if (isWanted) setObjects(found);
      });
    return () => {
      isWanted = false;
    };
  }, [store, trace, step]);
  return objects;
}
