import { type ReactNode, useCallback, useRef } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { wholeOf } from '../store/viewport.ts';
import { useCanvasTheme } from '../ui/canvas-theme.ts';
import type { Lane } from './lane.ts';
import { useTimelineMessages } from './messages/timeline-messages.ts';
import css from './minimap.module.css';
import { paintMinimap, paintMinimapWindow } from './paint-minimap.ts';
import { ShapeList } from './shapes.ts';
import { useBrush } from './use-brush.ts';
import { useKeptPicture } from './use-kept-picture.ts';
import { type Draw, useCanvasPainting } from './use-canvas-painting.ts';
import { usePictureChanges } from './use-picture-changes.ts';

/** The whole run in little; dragging on it chooses the window. */
export function Minimap({ lanes }: { readonly lanes: readonly Lane[] }): ReactNode {
  const t = useTimelineMessages();
  const store = useStoreApi();
  const theme = useCanvasTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const wholePicture = useKeptPicture();
  const draw = useCallback<Draw>(
    (context, size) => {
      const { trace, viewport, playheadNs } = store.getState();
      if (trace === null) return;
      const { widthPx, heightPx } = size;
      const window = { ...wholeOf(trace), widthPx };
      const whole = wholePicture(size, `${theme.name} ${lanes.length} ${trace.hash} ${trace.length}`, (behind) =>
        paintMinimap(behind, { lanes, window, heightPx, theme, shapes: new ShapeList() }),
      );
      if (whole !== null) context.drawImage(whole, 0, 0, widthPx, heightPx);
      paintMinimapWindow(context, { window, heightPx, theme, view: viewport, playheadNs });
    },
    [store, theme, lanes, wholePicture],
  );
  const invalidate = useCanvasPainting(canvas, draw);
  usePictureChanges(invalidate);
  useBrush(canvas);
  return (
    <div className={css['minimap']} title={t('timeline.minimap')}>
      <canvas ref={canvas} className={css['canvas']} aria-hidden="true" />
    </div>
  );
}
