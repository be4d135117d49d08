/** A picture that is painted once and kept until its size or key changes: for what does not move. */
import { useCallback, useRef } from 'react';
import type { CanvasSize } from './use-canvas-painting.ts';

interface Kept {
  readonly key: string;
  readonly canvas: HTMLCanvasElement;
}

export type KeptPicture = (
  size: CanvasSize,
  key: string,
  paint: (context: CanvasRenderingContext2D) => void,
) => HTMLCanvasElement | null;

export function useKeptPicture(): KeptPicture {
  const kept = useRef<Kept | null>(null);
  return useCallback((size, key, paint) => {
    const fullKey = `${size.widthPx}×${size.heightPx}@${size.density} ${key}`;
    if (kept.current?.key === fullKey) return kept.current.canvas;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(size.widthPx * size.density);
    canvas.height = Math.round(size.heightPx * size.density);
    const context = canvas.getContext('2d');
    if (context === null) return null;
    context.scale(size.density, size.density);
    paint(context);
    kept.current = { key: fullKey, canvas };
    return canvas;
  }, []);
}
