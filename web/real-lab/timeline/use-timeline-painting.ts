import { type RefObject, useEffect, useMemo } from 'react';
import { useCanvasTheme } from '../../ui/canvas-theme.ts';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { formatMoment } from '../results/format-quantity.ts';
import { paintTimeline, type TimelineGeometry } from './paint.ts';
import { statePatterns } from './patterns.ts';
import type { Span, TimelineRow } from './rows.ts';
import { shapesOf, spanAt } from './shapes.ts';
import { useWidth } from './use-width.ts';
import type { Viewport } from './viewport.ts';

export interface PointedSpan {
  readonly row: TimelineRow;
  readonly span: Span;
}

/** Owns the canvas: sizes it, paints it when anything changes, and knows what lies under a point. */
export function useTimelinePainting(
  canvas: RefObject<HTMLCanvasElement | null>,
  rows: readonly TimelineRow[],
  view: Viewport,
): { readonly geometry: TimelineGeometry; readonly pointAt: (event: PointerEvent) => PointedSpan | null } {
  const theme = useCanvasTheme();
  const language = useLanguage();
  const widthPx = useWidth(canvas);
  const geometry = useMemo(
    () => ({ widthPx, axisPx: theme.smallPx * 2, rowPx: theme.laneHeightPx, gapPx: 4 }),
    [widthPx, theme],
  );
  useEffect(() => {
    const heightPx = geometry.axisPx + rows.length * (geometry.rowPx + geometry.gapPx);
    const context = canvas.current === null ? null : prepareCanvas(canvas.current, widthPx, heightPx);
    if (context === null) return;
    const shapes = shapesOf(rows, view, widthPx);
    const momentOf = (timeMs: number, stepMs: number): string => formatMoment(timeMs, stepMs, language);
    const scene = { shapes, rowCount: rows.length, view, geometry, formatMoment: momentOf };
    paintTimeline(context, scene, theme, statePatterns(context, theme));
  }, [canvas, rows, view, widthPx, geometry, theme, language]);
  const pointAt = (event: PointerEvent): PointedSpan | null => {
    const index = Math.floor((event.offsetY - geometry.axisPx) / (geometry.rowPx + geometry.gapPx));
    const row = rows[index];
    const span = row && spanAt(row.spans, view.fromMs + (event.offsetX / widthPx) * (view.toMs - view.fromMs));
    return row === undefined || span === undefined || span === null ? null : { row, span };
  };
  return { geometry, pointAt };
}

/** Gives the canvas its size, sharp on every screen, and returns its pen. */
function prepareCanvas(canvas: HTMLCanvasElement, widthPx: number, heightPx: number): CanvasRenderingContext2D | null {
  canvas.width = widthPx * devicePixelRatio;
  canvas.height = heightPx * devicePixelRatio;
  canvas.style.height = `${heightPx}px`;
  const context = canvas.getContext('2d');
  context?.scale(devicePixelRatio, devicePixelRatio);
  return context;
}
