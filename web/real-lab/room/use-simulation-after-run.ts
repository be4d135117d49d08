import { useEffect, useRef } from 'react';
import type { RunRecord } from './run-record.ts';
import type { SimulationState } from './use-simulation.ts';

/** When a run has come to its end, the simulator does the same: then both timelines stand under each other. Not before: it needs a core. */
export function useSimulationAfterRun(record: RunRecord | null, simulation: SimulationState): void {
  const { phase, start } = simulation;
  const followed = useRef<RunRecord | null>(null);
  useEffect(() => {
    const isWhole = record?.ending.kind === 'finished' || record?.ending.kind === 'deadlock';
    if (!isWhole || followed.current === record || phase !== 'idle') return;
    followed.current = record;
    start();
  }, [record, phase, start]);
}
