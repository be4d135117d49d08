import { useEffect, useState } from 'react';
import type { LabMemory } from '../memory/lab-memory.ts';
import { type LiveFrame, readLiveFrame } from './live-frame.ts';

/** Looks into a run's memory on every animation frame while it runs, and once more at its end. */
export function useLiveFrame(memory: LabMemory | null, isRunning: boolean): LiveFrame | null {
  const [frame, setFrame] = useState<LiveFrame | null>(null);
  useEffect(() => {
    if (memory === null) return setFrame(null);
    let request = 0;
    const look = (): void => {
      setFrame(readLiveFrame(memory));
      if (isRunning) request = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(request);
  }, [memory, isRunning]);
  return frame;
}
