import { useCallback, useEffect, useRef, useState } from 'react';
import { type Crew, startCrew } from '../crew/crew.ts';
import type { Settings } from '../crew/settings.ts';
import type { WorkerRoster } from '../crew/worker-roster.ts';
import type { Experiment } from '../experiments/experiment.ts';
import type { Machine } from '../machine/machine.ts';
import { recordRun, type RunRecord } from './run-record.ts';

export type RunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly crew: Crew; readonly settings: Settings }
  | { readonly kind: 'done'; readonly record: RunRecord };

export interface LabRun {
  readonly state: RunState;
  readonly start: (settings: Settings) => void;
  readonly stop: () => void;
}

/** Owns the run of one experiment: at most one at a time, stopped when the room or the page is left. */
export function useLabRun(roster: WorkerRoster, experiment: Experiment, machine: Machine | null): LabRun {
  const [state, setState] = useState<RunState>({ kind: 'idle' });
  const crew = useRef<Crew | null>(null);
  const stop = useCallback(() => crew.current?.stop(), []);
  useEffect(() => {
    addEventListener('pagehide', stop);
    return () => {
      removeEventListener('pagehide', stop);
      stop();
    };
  }, [stop]);
  const start = useCallback(
    (settings: Settings) => {
      if (machine === null) return;
      crew.current?.stop();
      const started = startCrew(roster, experiment, settings);
      crew.current = started;
      setState({ kind: 'running', crew: started, settings });
      void recordRun(started, { experiment, settings, machine }).then((record) => {
        if (crew.current === started) setState({ kind: 'done', record });
      });
    },
    [roster, experiment, machine],
  );
  return { state, start, stop };
}
