import { useEffect, useState } from 'react';
import type { LabMemory } from '../memory/lab-memory.ts';
import { type LiveFrame, readLiveFrame } from './live-frame.ts';

/** Looks into a run's memory on every animation frame while it runs, and once more at its end. */
export function useLiveFrame(memory: LabMemory | null, isRunning: boolean): LiveFrame | null {
  const [seen, setSeen] = useState<{ readonly memory: LabMemory; readonly frame: LiveFrame } | null>(null);
  useEffect(() => {
    if (memory === null) return;
    const look = (): void => {
      setSeen({ memory, frame: readLiveFrame(memory) });
      if (isRunning) request = requestAnimationFrame(look);
    };
    let request = requestAnimationFrame(look);
    return () => cancelAnimationFrame(request);
  }, [memory, isRunning]);
  return seen !== null && seen.memory === memory ? seen.frame : null;
}
