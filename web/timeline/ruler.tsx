import { type ReactNode, useCallback, useRef } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { useCanvasTheme } from '../ui/canvas-theme.ts';
import { NoteFlags } from './note-flags.tsx';
import { paintRuler } from './paint-ruler.ts';
import css from './ruler.module.css';
import { type Draw, useCanvasPainting } from './use-canvas-painting.ts';
import { usePictureChanges } from './use-picture-changes.ts';
import { useScrubbing } from './use-scrubbing.ts';
import { useZoom } from './use-zoom.ts';

const neverScrolls = (): boolean => false;

/** The clock's axis: dragging on it moves the playhead, the wheel zooms. */
export function Ruler(): ReactNode {
  const store = useStoreApi();
  const theme = useCanvasTheme();
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const draw = useCallback<Draw>(
    (context, { widthPx, heightPx }) => {
      const { viewport, playheadNs, measuredRange: measured, trace, hitTimesNs } = store.getState();
      const window = { ...viewport, widthPx };
      const endNs = trace?.endNs ?? 0;
      paintRuler(context, { window, heightPx, theme, playheadNs, measured, endNs, hitTimesNs });
    },
    [store, theme],
  );
  const invalidate = useCanvasPainting(canvas, draw);
  usePictureChanges(invalidate);
  useScrubbing(holder);
  useZoom(holder, { scrolls: neverScrolls });
  return (
    <div className={css['ruler']}>
      <div ref={holder} className={css['holder']}>
        <canvas ref={canvas} className={css['canvas']} aria-hidden="true" />
        <NoteFlags />
      </div>
    </div>
  );
}
