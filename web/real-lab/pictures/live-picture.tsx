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
  const kind = pictureKindOf(experiment, settings.variant);
  const isOver = frame.workers.every(({ state }) => state === labStates.finished);
  switch (kind) {
    case 'counter':
      return <CounterPicture frame={frame} />;
    case 'cache-lines':
      return <CacheLinesPicture frame={frame} />;
    case 'buffer':
      return <BufferPicture frame={frame} />;
    case 'gil':
      return isOver ? null : <LockGraphPicture frame={gilFrame(frame)} locks={kind} cycle={null} />;
    case 'locks':
    case 'forks':
      return isOver ? null : <LockGraphPicture frame={frame} locks={kind} cycle={cycle} />;
    case 'workers-only':
      return null;
  }
}

type PictureKind = 'counter' | 'cache-lines' | 'buffer' | 'gil' | 'locks' | 'forks' | 'workers-only';

const pictureKinds: Record<ExperimentId, PictureKind> = {
  'lost-update': 'counter',
  cures: 'counter',
  'interpreter-lock': 'gil',
  deadlock: 'locks',
  coordination: 'workers-only',
  messages: 'workers-only',
  'event-loop': 'workers-only',
  'false-sharing': 'cache-lines',
  litmus: 'workers-only',
  amdahl: 'workers-only',
};

function pictureKindOf(experiment: ExperimentId, variant: string): PictureKind {
  if (variant === 'buffer') return 'buffer';
  return variant.startsWith('philosophers') ? 'forks' : pictureKinds[experiment];
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
