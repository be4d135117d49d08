import { useEffect, useState, useSyncExternalStore } from 'react';
import { calibrate } from '../crew/calibration.ts';
import type { WorkerRoster } from '../crew/worker-roster.ts';
import type { Machine } from '../machine/machine.ts';

/** The machine, once it has been measured. */
export function useMachine(roster: WorkerRoster): Machine | null {
  const [machine, setMachine] = useState<Machine | null>(null);
  useEffect(() => {
    let isWanted = true;
    void calibrate(roster).then((measured) => isWanted && setMachine(measured));
    return () => {
      isWanted = false;
    };
  }, [roster]);
  return machine;
}

/** How many workers are alive right now. */
export function useLiveWorkers(roster: WorkerRoster): number {
  return useSyncExternalStore(
    (listener) => roster.subscribe(listener),
    () => roster.count,
  );
}
