/** Paints the lanes whenever something that they show changes: outside of React, at most once a frame. */
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { causalityAt } from '../store/causality.ts';
import { shownThread } from '../store/selection-slice.ts';
import { useStoreApi } from '../store/store-context.ts';
import { useCanvasTheme } from '../ui/canvas-theme.ts';
import type { LaneLayout } from './layout.ts';
import { paintLanes } from './paint-lanes.ts';
import { paintPlayhead } from './paint-ruler.ts';
import { ShapeList } from './shapes.ts';
import { stateFills } from './state-pattern.ts';
import { type Draw, useCanvasPainting } from './use-canvas-painting.ts';
import { usePictureChanges } from './use-picture-changes.ts';
import { useExecuted } from './use-executed.ts';
import { useSceneWords } from './use-scene-words.ts';

export interface LanesPainting {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly trace: Trace;
  readonly layout: LaneLayout;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly activeLane: string | null;
}

export function useLanesPainting({ canvas, trace, layout, scroller, activeLane }: LanesPainting): void {
  const store = useStoreApi();
  const theme = useCanvasTheme();
  const words = useSceneWords(trace);
  const executed = useExecuted();
  const shapes = useRef(new ShapeList());
  const fills = useMemo(() => stateFills(theme, Math.min(3, devicePixelRatio || 1)), [theme]);
  const draw = useCallback<Draw>(
    (context, { widthPx, heightPx }) => {
      const { viewport, playheadNs, selectedThread, selectedResource, selectedTask, measuredRange } = store.getState();
      const window = { ...viewport, widthPx };
      const scrollTopPx = scroller.current?.scrollTop ?? 0;
      const scene = { trace, layout, window, heightPx, scrollTopPx, theme, fills, playheadNs, words, executed };
      const shown = store.getState().showsCausality ? shownThread(store.getState()) : null;
      const causality = shown === null ? null : causalityAt(trace, shown, playheadNs);
      const choice = { causality, selectedThread, selectedResource, selectedTask, activeLane, measured: measuredRange };
      paintLanes(context, { ...scene, ...choice, shapes: shapes.current });
      paintPlayhead(context, { window, heightPx, theme, playheadNs, measured: measuredRange, endNs: trace.endNs });
    },
    [store, trace, layout, scroller, theme, fills, words, executed, activeLane],
  );
  const invalidate = useCanvasPainting(canvas, draw);
  usePictureChanges(invalidate);
  useEffect(() => {
    const element = scroller.current;
    element?.addEventListener('scroll', invalidate, { passive: true });
    return () => element?.removeEventListener('scroll', invalidate);
  }, [scroller, invalidate]);
}
