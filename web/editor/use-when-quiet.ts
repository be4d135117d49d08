/** True once the first run is shown and the browser has nothing to do (or somebody reaches for it): what is large is loaded then. */
import { useEffect, useState } from 'react';
import { useStore } from '../store/store-context.ts';

const atMostMs = 1500;

export function useWhenQuiet(): [boolean, () => void] {
  const [isTime, setIsTime] = useState(false);
  const hasRun = useStore((state) => state.trace !== null);
  useEffect(() => {
    if (isTime) return undefined;
    const now = (): void => setIsTime(true);
    const timer = window.setTimeout(now, hasRun ? atMostMs : 2 * atMostMs);
    // Safari has no idle callback: there the timer decides.
    const idle = hasRun && 'requestIdleCallback' in globalThis ? requestIdleCallback(now) : null;
    return () => {
      window.clearTimeout(timer);
      if (idle !== null) cancelIdleCallback(idle);
    };
  }, [hasRun, isTime]);
  return [isTime, () => setIsTime(true)];
}
