/** Asks for the executed bytecodes when the window in view is small enough to tell them apart; a moment after it rests. */
import { useEffect, useState } from 'react';
import type { ExecutedWindow } from '../../sim-core/trace/moment.ts';
import { useStoreApi } from '../store/store-context.ts';

const restMs = 80;
const mostBytecodes = 600;
/** Wider windows are not worth asking for. */
const widestNs = 200_000;

export function useExecuted(): ExecutedWindow | null {
  const store = useStoreApi();
  const [executed, setExecuted] = useState<ExecutedWindow | null>(null);
  useEffect(() => {
    let timer = 0;
    const ask = async (): Promise<void> => {
      const { viewport, trace, loadExecuted } = store.getState();
      if (trace === null || viewport.toNs - viewport.fromNs > widestNs) return setExecuted(null);
      const window = await loadExecuted(viewport, mostBytecodes);
      if (store.getState().viewport === viewport) setExecuted(window);
    };
    const unsubscribe = store.subscribe((now, before) => {
      if (now.viewport === before.viewport && now.trace === before.trace) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void ask(), restMs);
    });
    return () => {
      unsubscribe();
      window.clearTimeout(timer);
    };
  }, [store]);
  return executed;
}
