import { proxy, wrap } from 'comlink';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { SimulationApi } from '../../worker/api.ts';
import type { WorkerRoster } from '../crew/worker-roster.ts';
import type { PythonProgram } from '../predictions/prediction.ts';
import { simulate, type SimulatedRun, type Simulator } from '../predictions/simulate.ts';

export interface SimulationState {
  readonly phase: 'idle' | 'running' | 'done' | 'unavailable';
  readonly steps: number;
  readonly run: SimulatedRun | null;
  readonly start: () => void;
  readonly stop: () => void;
}

interface Progress extends Pick<SimulationState, 'phase' | 'steps' | 'run'> {
  readonly program: PythonProgram;
}

/** Asks the simulator, in a worker of its own, what comes of a program; another program starts from nothing. */
export function useSimulation(roster: WorkerRoster, program: PythonProgram): SimulationState {
  const [progress, setProgress] = useState<Progress | null>(null);
  const worker = useRef<Worker | null>(null);
  const now = progress?.program === program ? progress : { phase: 'idle' as const, steps: 0, run: null };
  const controls = useMemo(() => {
    const stop = (): void => {
      if (worker.current !== null) roster.dismiss([worker.current]);
      worker.current = null;
      setProgress(null);
    };
    const start = (): void => {
      stop();
      const { simulator, thread } = openSimulator();
      worker.current = roster.enlist(thread);
      const isCurrent = (): boolean => worker.current === thread;
      const tell = (change: Omit<Progress, 'program'>): void => {
        if (isCurrent()) setProgress({ program, ...change });
      };
      tell({ phase: 'running', steps: 0, run: null });
      simulate(simulator, program, (steps) => tell({ phase: 'running', steps, run: null }))
        .then(
          (run) => tell({ phase: run === null ? 'unavailable' : 'done', steps: run?.steps ?? 0, run }),
          () => tell({ phase: 'unavailable', steps: 0, run: null }),
        )
        .finally(() => roster.dismiss([thread]));
    };
    return { start, stop };
  }, [roster, program]);
  useEffect(() => controls.stop, [controls]);
  return { ...now, ...controls };
}

/** The worker that holds the simulation, and its door. */
function openSimulator(): { readonly simulator: Simulator; readonly thread: Worker } {
  const thread = new Worker(new URL('../predictions/prediction.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<SimulationApi>(thread);
  return { thread, simulator: { run: (scenario, onProgress) => remote.run(scenario, proxy(onProgress)) } };
}
