import { type RefObject, useEffect, useState } from 'react';
import { extentOf, type TimelineRow } from './rows.ts';
import { openingViewport, panned, type Viewport, zoomed } from './viewport.ts';

export interface ViewportControls {
  readonly view: Viewport;
  readonly zoomBy: (factor: number) => void;
  readonly moveBy: (fraction: number) => void;
  readonly showWhole: () => void;
}

/** Owns what stretch of a run is in view; the wheel (with Ctrl), dragging and the keyboard change it. */
export function useViewport(
  canvas: RefObject<HTMLCanvasElement | null>,
  rows: readonly TimelineRow[],
): ViewportControls {
  const [view, setView] = useState<Viewport>(() => openingViewport(rows));
  useEffect(() => setView(openingViewport(rows)), [rows]);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const whole = extentOf(rows);
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const fraction = event.offsetX / element.clientWidth;
      setView((now) =>
        zoomed(now, Math.exp(-event.deltaY / 300), now.fromMs + fraction * (now.toMs - now.fromMs), whole),
      );
    };
    const onDrag = (event: PointerEvent): void => {
      if (event.buttons !== 1) return;
      element.setPointerCapture(event.pointerId);
      setView((now) => panned(now, (-event.movementX / element.clientWidth) * (now.toMs - now.fromMs), whole));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('pointermove', onDrag);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointermove', onDrag);
    };
  }, [canvas, rows]);
  return {
    view,
    zoomBy: (factor) => setView((now) => zoomed(now, factor, (now.fromMs + now.toMs) / 2, extentOf(rows))),
    moveBy: (fraction) => setView((now) => panned(now, fraction * (now.toMs - now.fromMs), extentOf(rows))),
    showWhole: () => setView(extentOf(rows)),
  };
}
