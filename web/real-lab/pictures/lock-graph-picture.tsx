import type { ReactNode } from 'react';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { WaitEdge } from '../watchdog/wait-for-graph.ts';
import type { LiveFrame } from './live-frame.ts';
import { GraphEdge } from './graph-edge.tsx';
import { GraphSymbols } from './graph-symbols.tsx';
import { layOutLockGraph, lockName, type TableSize } from './lock-graph-layout.ts';
import css from './picture.module.css';

export interface LockGraphPictureProps {
  readonly frame: LiveFrame;
  readonly locks: 'gil' | 'locks' | 'forks';
  /** The circle that the watchdog found. */
  readonly cycle: readonly WaitEdge[] | null;
}

/** Many places need a rounder table, or they would lie on top of each other at its ends. */
function tableFor(seats: number): TableSize {
  return { width: 360, height: seats > 4 ? 340 : 220, margin: 34 };
}

/** Workers as discs, locks as squares; a thick line from a lock to its holder, a dashed arrow from a waiter to the lock. */
export function LockGraphPicture({ frame, locks, cycle }: LockGraphPictureProps): ReactNode {
  const t = useLabMessages();
  const size = tableFor(frame.workers.length);
  const graph = layOutLockGraph(frame, locks === 'gil' ? 1 : frame.workers.length, size);
  const nameOf = (index: number): string => {
    if (locks === 'gil') return t('picture.gil');
    return t(locks === 'forks' ? 'picture.fork' : 'picture.lock', { name: lockName(index) });
  };
  const path = cycle?.flatMap(({ waiter, resource }) => [
    t('timeline.worker', { worker: waiter + 1 }),
    nameOf(resource),
  ]);
  return (
    <figure className={css['graph']}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={t('picture.graph')}>
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0 0L8 4L0 8z" className={css['arrow']} />
          </marker>
        </defs>
        {graph.edges.map((edge) => (
          <GraphEdge key={`${edge.kind} ${edge.worker} ${edge.from.index} ${edge.to.index}`} edge={edge} />
        ))}
        <GraphSymbols graph={graph} lockLabel={(index) => (locks === 'gil' ? t('picture.gil') : lockName(index))} />
      </svg>
      <figcaption className={css['caption']}>
        {path === undefined ? (
          <>
            <span className={css['holdsKey']} aria-hidden="true" /> {t('picture.holds')}{' '}
            <span className={css['waitsKey']} aria-hidden="true" /> {t('picture.waits')}
          </>
        ) : (
          <strong>{t('picture.cycle', { path: [...path, path[0]].join(' → ') })}</strong>
        )}
      </figcaption>
    </figure>
  );
}
