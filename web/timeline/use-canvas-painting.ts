/** Owns a canvas: its size in device pixels and its animation frame. Painting stays out of React. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';

export interface CanvasSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly density: number;
}

export type Draw = (context: CanvasRenderingContext2D, size: CanvasSize) => void;

/** Returns how to ask for a new picture; many requests in a frame make one. */
export function useCanvasPainting(canvas: RefObject<HTMLCanvasElement | null>, draw: Draw): () => void {
  const latestDraw = useRef(draw);
  const frame = useRef(0);
  const invalidate = useCallback(() => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const element = canvas.current;
      if (element !== null) paintOnce(element, latestDraw.current);
    });
  }, [canvas]);
  useEffect(() => {
    latestDraw.current = draw;
    invalidate();
  }, [draw, invalidate]);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(invalidate);
    observer.observe(element);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [canvas, invalidate]);
  return invalidate;
}

function paintOnce(element: HTMLCanvasElement, draw: Draw): void {
  const { clientWidth: widthPx, clientHeight: heightPx } = element;
  if (widthPx === 0 || heightPx === 0) return;
  const density = Math.min(3, devicePixelRatio || 1);
  const width = Math.round(widthPx * density);
  const height = Math.round(heightPx * density);
  if (element.width !== width) element.width = width;
  if (element.height !== height) element.height = height;
  const context = element.getContext('2d', { alpha: false });
  if (context === null) return;
  context.setTransform(density, 0, 0, density, 0, 0);
  draw(context, { widthPx, heightPx, density });
}
