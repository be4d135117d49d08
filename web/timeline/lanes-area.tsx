import { type ReactNode, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { HoverTip } from './hover-tip.tsx';
import { LaneLabels } from './lane-labels.tsx';
import css from './lanes-area.module.css';
import { type LaneLayout, stickyHeightOf } from './layout.ts';
import { useTimelineMessages } from './messages/timeline-messages.ts';
import { useLanesPainting } from './use-lanes-painting.ts';
import { useNearStretch } from './use-near-stretch.ts';
import { usePointer } from './use-pointer.ts';
import { useZoom } from './use-zoom.ts';

export interface LanesAreaProps {
  readonly trace: Trace;
  readonly layout: LaneLayout;
  readonly activeLane: string | null;
  readonly onActiveLane: (lane: string | null) => void;
}

/** The lanes: names on the left, one canvas as large as what is in view on the right; the list scrolls behind it. */
export function LanesArea({ trace, layout, activeLane, onActiveLane }: LanesAreaProps): ReactNode {
  const t = useTimelineMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const near = useNearStretch(scroller);
  const view = useCallback(
    () => ({ scrollTopPx: scroller.current?.scrollTop ?? 0, heightPx: scroller.current?.clientHeight ?? 0 }),
    [],
  );
  const scrolls = useCallback(() => {
    const element = scroller.current;
    return element !== null && element.scrollHeight > element.clientHeight + 1;
  }, []);
  const hover = usePointer({ area, layout, view });
  useLanesPainting({ canvas, trace, layout, scroller, activeLane: hover?.point.lane.id ?? activeLane });
  useZoom(area, { scrolls });
  useActiveInView(scroller, layout, activeLane);
  return (
    <div ref={scroller} className={css['scroller']}>
      {layout.lanes.length === 0 && layout.headers.length === 0 && (
        <p className={css['nothing']}>{t('timeline.noLane')}</p>
      )}
      <div className={css['content']} style={{ blockSize: layout.height }}>
        <LaneLabels trace={trace} layout={layout} near={near} activeLane={activeLane} onActiveLane={onActiveLane} />
        <div ref={area} className={css['area']}>
          <canvas ref={canvas} className={css['canvas']}>
            {t('timeline.help', { lanes: layout.lanes.length })}
          </canvas>
          {hover !== null && <HoverTip hover={hover} trace={trace} />}
        </div>
      </div>
    </div>
  );
}

/** The lane that the keyboard chose comes into view. */
function useActiveInView(scroller: RefObject<HTMLElement | null>, layout: LaneLayout, activeLane: string | null): void {
  const latestLayout = useRef(layout);
  useEffect(() => {
    latestLayout.current = layout;
  }, [layout]);
  useEffect(() => {
    const element = scroller.current;
    const placed = latestLayout.current.lanes.find(({ lane }) => lane.id === activeLane);
    if (element === null || placed === undefined) return;
    const { scrollTop, clientHeight } = element;
    const sticky = stickyHeightOf(latestLayout.current, { scrollTopPx: scrollTop, heightPx: clientHeight });
    if (placed.top < sticky) return;
    const least = placed.top + placed.height - clientHeight;
    const most = placed.top - sticky;
    if (scrollTop > most || scrollTop < least) element.scrollTo({ top: scrollTop > most ? most : least });
  }, [scroller, activeLane]);
}
