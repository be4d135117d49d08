/** Paints a thin arrow from the thread that wakes to the thread that is woken, where there are few enough to follow. */
import type { PlacedLane } from './layout.ts';
import type { Painter } from './painter.ts';
import { type Scene, xOf } from './scene.ts';
import { wakeUpsBetween, wakeUpsOf } from './wake-ups.ts';

const most = 120;

export function paintWakeUps(context: Painter, scene: Scene): void {
  const wakeUps = wakeUpsOf(scene.trace);
  const shown = wakeUpsBetween(wakeUps, scene.window.fromNs, scene.window.toNs, most);
  if (shown === null || shown.length === 0) return;
  const places = new Map<number, PlacedLane>();
  for (const placed of scene.layout.lanes) if (placed.lane.kind === 'thread') places.set(placed.lane.thread, placed);
  context.strokeStyle = scene.theme.text;
  context.fillStyle = scene.theme.text;
  context.lineWidth = 1;
  for (const index of shown) {
    const from = places.get(wakeUps.by[index] ?? -1);
    const to = places.get(wakeUps.woken[index] ?? -1);
    if (from === undefined || to === undefined) continue;
    const x = xOf(scene.window, wakeUps.timeNs[index] ?? 0);
    const isDown = to.top > from.top;
    const start = isDown ? from.top + from.height - 4 : from.top + 3;
    const end = isDown ? to.top + 3 : to.top + to.height - 4;
    paintArrow(context, { x, start, end });
  }
}

function paintArrow(context: Painter, { x, start, end }: { x: number; start: number; end: number }): void {
  const back = end > start ? -5 : 5;
  context.globalAlpha = 0.75;
  context.beginPath();
  context.moveTo(x, start);
  context.lineTo(x, end);
  context.stroke();
  context.beginPath();
  context.moveTo(x, end);
  context.lineTo(x - 3, end + back);
  context.lineTo(x + 3, end + back);
  context.fill();
  context.globalAlpha = 1;
}
