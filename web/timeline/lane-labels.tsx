import { type ReactNode, useMemo } from 'react';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { processesOf } from '../store/trace-threads.ts';
import { GroupHeader } from './group-header.tsx';
import { LaneLabel } from './lane-label.tsx';
import css from './lane-labels.module.css';
import { laneNameOf } from './lane-words.ts';
import { type LaneLayout, lanesBetween, type PlacedLane, stickyHeightOf } from './layout.ts';
import { useTimelineMessages } from './messages/timeline-messages.ts';
import type { Stretch } from './use-near-stretch.ts';

export interface LaneLabelsProps {
  readonly trace: Trace;
  readonly layout: LaneLayout;
  /** The part of the list that is in view or nearly so. */
  readonly near: Stretch;
  readonly activeLane: string | null;
  readonly onActiveLane: (lane: string | null) => void;
}

/** Names of the lanes near what is in view; of ten thousand only some dozens are in the page. Pinned ones stay on top. */
export function LaneLabels({ trace, layout, near, activeLane, onActiveLane }: LaneLabelsProps): ReactNode {
  const t = useTimelineMessages();
  const processes = processesOf(trace).length;
  const sticky = stickyHeightOf(layout, { scrollTopPx: 0, heightPx: near.heightPx });
  const moving = useMemo(
    () => lanesBetween(layout, near.fromPx, near.toPx).filter(({ top }) => top >= sticky),
    [layout, near, sticky],
  );
  const staying = useMemo(() => (sticky === 0 ? [] : lanesBetween(layout, 0, sticky)), [layout, sticky]);
  const label = (placed: PlacedLane): ReactNode => (
    <LaneLabel
      key={placed.lane.id}
      placed={placed}
      name={laneNameOf(placed.lane, processes, t)}
      t={t}
      isActive={placed.lane.id === activeLane}
      onActivate={onActiveLane}
    />
  );
  const headersOf = (isOnTop: boolean): ReactNode =>
    layout.headers
      .filter(({ top }) => top < sticky === isOnTop)
      .map((header) => <GroupHeader key={header.id} header={header} trace={trace} />);
  return (
    <div className={css['labels']}>
      {sticky > 0 && (
        <div className={css['sticky']} style={{ blockSize: sticky }}>
          {headersOf(true)}
          {staying.map((placed) => label(placed))}
        </div>
      )}
      {headersOf(false)}
      {moving.map((placed) => label(placed))}
    </div>
  );
}
