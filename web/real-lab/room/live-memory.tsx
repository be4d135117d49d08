import type { ReactNode } from 'react';
import type { ExperimentId } from '../experiments/experiment-id.ts';
import { LivePicture } from '../pictures/live-picture.tsx';
import { useLiveFrame } from '../pictures/use-live-frame.ts';
import type { RunState } from './use-lab-run.ts';

export interface LiveMemoryProps {
  readonly experiment: ExperimentId;
  readonly state: Exclude<RunState, { readonly kind: 'idle' }>;
}

/** The run's memory as it is now, or as the workers left it. */
export function LiveMemory({ experiment, state }: LiveMemoryProps): ReactNode {
  const isRunning = state.kind === 'running';
  const { memory } = isRunning ? state.crew : state.record;
  const { settings } = isRunning ? state : state.record;
  const frame = useLiveFrame(memory, isRunning);
  const ending = isRunning ? null : state.record.ending;
  const cycle = ending?.kind === 'deadlock' ? ending.cycle : null;
  if (frame === null) return null;
  return <LivePicture experiment={experiment} settings={settings} frame={frame} cycle={cycle} />;
}
