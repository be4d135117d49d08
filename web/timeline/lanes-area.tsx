import { type ReactNode, useCallback, useRef } from 'react';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { HoverTip } from './hover-tip.tsx';
import { LaneLabels } from './lane-labels.tsx';
import css from './lanes-area.module.css';
import type { LaneLayout } from './layout.ts';
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
