/** Veils what comes before and after the chosen moment on every thread's lane: what stays bright is concurrent with it. */
import type { PlacedLane } from './layout.ts';
import type { Painter } from './painter.ts';
import { type Scene, xOf } from './scene.ts';

export function paintCausality(context: Painter, scene: Scene, lanes: readonly PlacedLane[]): void {
  const { causality, window, theme } = scene;
  if (causality === null) return;
  for (const { lane, top, height } of lanes) {
    if (lane.kind !== 'thread') continue;
    // Before it was made there was nothing to come in another order.
    const untilNs = Math.max(lane.track.startNs[0] ?? 0, causality.beforeUntilNs.get(lane.thread) ?? 0);
    const fromNs = causality.afterFromNs.get(lane.thread) ?? window.toNs;
    const until = Math.max(0, Math.min(window.widthPx, xOf(window, untilNs)));
    const from = Math.max(until, Math.min(window.widthPx, xOf(window, fromNs)));
    context.fillStyle = theme.background;
    context.globalAlpha = 0.72;
    context.fillRect(0, top, until, height - 1);
    context.fillRect(from, top, window.widthPx - from, height - 1);
    context.globalAlpha = 1;
    if (from - until < 1) continue;
    context.fillStyle = theme.accent;
    context.fillRect(until, top + height - 3, from - until, 2);
    context.fillRect(until, top + 2, 1.5, height - 4);
    context.fillRect(from - 1.5, top + 2, 1.5, height - 4);
  }
}
