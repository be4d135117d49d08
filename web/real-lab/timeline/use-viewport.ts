import { type RefObject, useEffect, useMemo, useState } from 'react';
import { extentOf, type TimelineRow } from './rows.ts';
import { openingViewport, panned, type Viewport, zoomed } from './viewport.ts';

export interface ViewportControls {
  readonly view: Viewport;
  readonly zoomBy: (factor: number) => void;
  readonly moveBy: (fraction: number) => void;
  readonly showWhole: () => void;
}

/** Owns what stretch of a run is in view. A new run opens anew. */
export function useViewport(rows: readonly TimelineRow[]): ViewportControls {
  const [changed, setChanged] = useState<{ readonly rows: readonly TimelineRow[]; readonly view: Viewport } | null>(
    null,
  );
  const opening = useMemo(() => openingViewport(rows), [rows]);
  return useMemo(() => {
    const whole = extentOf(rows);
    const view = changed?.rows === rows ? changed.view : opening;
    const show = (next: Viewport): void => setChanged({ rows, view: next });
    return {
      view,
      zoomBy: (factor) => show(zoomed(view, factor, (view.fromMs + view.toMs) / 2, whole)),
      moveBy: (fraction) => show(panned(view, fraction * (view.toMs - view.fromMs), whole)),
      showWhole: () => show(whole),
    };
  }, [rows, changed, opening]);
}

/** The wheel (with Ctrl) zooms, dragging moves, and so do the keys while the focus is anywhere in the timeline. */
export function useViewportGestures(
  section: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  controls: ViewportControls,
): void {
  useEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      controls.zoomBy(Math.exp(-event.deltaY / 300));
    };
    const onDrag = (event: PointerEvent): void => {
      if (event.buttons !== 1 || canvas.current === null) return;
      canvas.current.setPointerCapture(event.pointerId);
      controls.moveBy(-event.movementX / canvas.current.clientWidth);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = keyActions(controls)[event.key];
      if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      action();
    };
    canvas.current?.addEventListener('wheel', onWheel, { passive: false, signal });
    canvas.current?.addEventListener('pointermove', onDrag, { signal });
    section.current?.addEventListener('keydown', onKeyDown, { signal });
    return () => listeners.abort();
  }, [section, canvas, controls]);
}

function keyActions(controls: ViewportControls): Readonly<Record<string, () => void>> {
  return {
    ArrowLeft: () => controls.moveBy(-0.15),
    ArrowRight: () => controls.moveBy(0.15),
    '+': () => controls.zoomBy(1.5),
    '=': () => controls.zoomBy(1.5),
    '-': () => controls.zoomBy(1 / 1.5),
    Home: controls.showWhole,
  };
}
