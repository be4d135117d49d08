/** Paints the whole run in little, and the window that the timeline shows of it. */
import type { Painter } from './painter.ts';
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Viewport } from '../store/viewport.ts';
import type { CanvasTheme } from '../ui/canvas-theme.ts';
import type { Lane } from './lane.ts';
import { xOf } from './scene.ts';
import { type PixelWindow, type ShapeList, shapesOf } from './shapes.ts';

export interface MinimapScene {
  readonly lanes: readonly Lane[];
  readonly window: PixelWindow;
  readonly heightPx: number;
  readonly theme: CanvasTheme;
  readonly shapes: ShapeList;
}

/** The unchanging part: the threads as thin rows; of very many threads every n-th. */
export function paintMinimap(context: Painter, scene: MinimapScene): void {
  const { lanes, window, heightPx, theme, shapes } = scene;
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, window.widthPx, heightPx);
  const threads = lanes.filter((lane) => lane.kind === 'thread');
  const most = Math.floor((heightPx - 6) / 2);
  const every = Math.max(1, Math.ceil(threads.length / most));
  const shown = threads.filter((_, index) => index % every === 0);
  const rowHeight = Math.min(8, (heightPx - 6) / Math.max(1, shown.length));
  for (const [row, lane] of shown.entries()) {
    const list = shapesOf(lane.track, window, shapes);
    for (let index = 0; index < list.length; index += 1) {
      const state = lane.track.value[list.index[index] ?? 0] ?? threadStates.finished;
      if (state === threadStates.finished) continue;
      context.fillStyle = theme.states[state]?.fill ?? theme.hairline;
      context.fillRect(list.x[index] ?? 0, 3 + row * rowHeight, list.width[index] ?? 0, Math.max(1, rowHeight - 1));
    }
  }
}

export interface MinimapWindow {
  readonly window: PixelWindow;
  readonly heightPx: number;
  readonly theme: CanvasTheme;
  readonly view: Viewport;
  readonly playheadNs: number;
}

/** The window in view, with all outside of it dimmed. */
export function paintMinimapWindow(context: Painter, scene: MinimapWindow): void {
  const { window, heightPx, theme, view } = scene;
  const from = Math.max(0, xOf(window, view.fromNs));
  const to = Math.min(window.widthPx, Math.max(from + 2, xOf(window, view.toNs)));
  context.fillStyle = theme.background;
  context.globalAlpha = 0.65;
  context.fillRect(0, 0, from, heightPx);
  context.fillRect(to, 0, window.widthPx - to, heightPx);
  context.globalAlpha = 1;
  context.strokeStyle = theme.accent;
  context.lineWidth = 1.5;
  context.strokeRect(from + 0.75, 0.75, to - from - 1.5, heightPx - 1.5);
  context.fillStyle = theme.accent;
  for (const x of [from, to]) context.fillRect(x - 2, heightPx / 2 - 7, 4, 14);
  context.fillStyle = theme.playhead;
  context.fillRect(xOf(window, scene.playheadNs) - 0.75, 0, 1.5, heightPx);
}
