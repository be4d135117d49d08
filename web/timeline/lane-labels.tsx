import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { useStoreApi } from '../store/store-context.ts';
import { processesOf } from '../store/trace-threads.ts';
import { LaneLabel } from './lane-label.tsx';
import css from './lane-labels.module.css';
import { lanesBetween, type LaneLayout, type PlacedHeader } from './layout.ts';
import { groupNameOf, laneNameOf } from './lane-words.ts';
import { useTimelineMessages } from './messages/timeline-messages.ts';

export interface LaneLabelsProps {
  readonly trace: Trace;
  readonly layout: LaneLayout;
  readonly scrollTopPx: number;
  readonly activeLane: string | null;
  readonly onActiveLane: (lane: string | null) => void;
}

/** Names of the lanes near what is in view; of ten thousand only some dozens are in the page. */
export function LaneLabels({ trace, layout, scrollTopPx, activeLane, onActiveLane }: LaneLabelsProps): ReactNode {
  const t = useTimelineMessages();
  const processes = processesOf(trace).length;
  const from = Math.floor(scrollTopPx / 400) * 400 - 400;
  const near = useMemo(() => lanesBetween(layout, from, from + 2400), [layout, from]);
  return (
    <div className={css['labels']}>
      {layout.headers.map((header) => (
        <Header key={header.id} header={header} trace={trace} />
      ))}
      {near.map((placed) => (
        <LaneLabel
          key={placed.lane.id}
          placed={placed}
          name={laneNameOf(placed.lane, processes, t)}
          isActive={placed.lane.id === activeLane}
          onActivate={() => onActiveLane(placed.lane.id)}
        />
      ))}
    </div>
  );
}

function Header({ header, trace }: { readonly header: PlacedHeader; readonly trace: Trace }): ReactNode {
  const t = useTimelineMessages();
  const store = useStoreApi();
  const group = groupNameOf(header, trace, t);
  return (
    <button
      type="button"
      className={css['header']}
      style={{ insetBlockStart: header.top, blockSize: header.height }}
      aria-expanded={!header.isFolded}
      title={t(header.isFolded ? 'group.unfold' : 'group.fold', { group })}
      onClick={() => store.getState().toggleGroup(header.id)}
    >
      {header.isFolded ? <ChevronRight /> : <ChevronDown />}
      <span>{group}</span>
      {header.isFolded && <span className={css['count']}>{header.count}</span>}
    </button>
  );
}
