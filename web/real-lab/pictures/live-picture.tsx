import type { ReactNode } from 'react';
import type { Settings } from '../crew/settings.ts';
import type { ExperimentId } from '../experiments/experiment-id.ts';
import { labStates } from '../recording/lab-event.ts';
import type { WaitEdge } from '../watchdog/wait-for-graph.ts';
import { BufferPicture } from './buffer-picture.tsx';
import { CacheLinesPicture } from './cache-lines-picture.tsx';
import { CounterPicture } from './counter-picture.tsx';
import type { LiveFrame } from './live-frame.ts';
import { LockGraphPicture } from './lock-graph-picture.tsx';
import { WorkersStrip } from './workers-strip.tsx';

export interface LivePictureProps {
  readonly experiment: ExperimentId;
  readonly settings: Settings;
  readonly frame: LiveFrame;
  readonly cycle: readonly WaitEdge[] | null;
}

/** The experiment as it looks in memory right now: its own picture, and the workers. */
export function LivePicture(props: LivePictureProps): ReactNode {
  return (
    <>
      {ownPicture(props)}
      <WorkersStrip frame={props.frame} />
    </>
  );
}

function ownPicture({ experiment, settings, frame, cycle }: LivePictureProps): ReactNode {
  const isOver = frame.workers.every(({ state }) => state === labStates.finished);
  switch (experiment) {
    case 'lost-update':
    case 'cures':
      return <CounterPicture frame={frame} />;
    case 'interpreter-lock':
      return isOver ? null : <LockGraphPicture frame={gilFrame(frame)} locks="gil" cycle={null} />;
    case 'deadlock':
      return isOver ? null : <LockGraphPicture frame={frame} locks="locks" cycle={cycle} />;
    case 'coordination':
      if (settings.variant === 'buffer') return <BufferPicture frame={frame} />;
      if (isOver || !settings.variant.startsWith('philosophers')) return null;
      return <LockGraphPicture frame={frame} locks="forks" cycle={cycle} />;
    case 'false-sharing':
      return <CacheLinesPicture frame={frame} />;
    case 'messages':
    case 'event-loop':
    case 'litmus':
    case 'amdahl':
      return null;
  }
}

/** The GIL keeps its last holder even while it is free; who waits and who holds is what the workers say they do. */
function gilFrame(frame: LiveFrame): LiveFrame {
  const stateIs = (name: 'holding' | 'waitingForGil', state: number): boolean => state === labStates[name];
  const holder = frame.workers.findIndex(({ state }) => stateIs('holding', state));
  return {
    ...frame,
    waits: {
      ...frame.waits,
      owners: [holder === -1 ? null : holder],
      waitsFor: frame.workers.map(({ state }) => (stateIs('waitingForGil', state) ? 0 : null)),
    },
  };
}
