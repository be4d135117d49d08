/** Paints a thin arrow from the thread that wakes to the thread that is woken, where there are few enough to follow. */
import { type LaneLayout, type PlacedLane, stickyHeightOf } from './layout.ts';
import type { Painter } from './painter.ts';
import { type Scene, xOf } from './scene.ts';
import { wakeUpsBetween, wakeUpsOf } from './wake-ups.ts';

const most = 120;

export function paintWakeUps(context: Painter, scene: Scene): void {
  const wakeUps = wakeUpsOf(scene.trace);
  const shown = wakeUpsBetween(wakeUps, scene.window.fromNs, scene.window.toNs, most);
  if (shown === null || shown.length === 0) return;
  const places = placesOf(scene.layout);
  const sticky = stickyHeightOf(scene.layout, scene);
  const topOf = ({ top, isPinned }: PlacedLane): number => (isPinned && sticky > 0 ? top : top - scene.scrollTopPx);
  context.strokeStyle = scene.theme.text;
  context.fillStyle = scene.theme.text;
  context.lineWidth = 1;
  for (const index of shown) {
    const from = places.get(wakeUps.by[index] ?? -1);
    const to = places.get(wakeUps.woken[index] ?? -1);
    if (from === undefined || to === undefined) continue;
    const [fromTop, toTop] = [topOf(from), topOf(to)];
    // It would seem to point to a pinned lane.
    if (!to.isPinned && toTop + to.height <= sticky) continue;
    if (Math.max(fromTop, toTop) < 0 || Math.min(fromTop, toTop) > scene.heightPx) continue;
    const x = xOf(scene.window, wakeUps.timeNs[index] ?? 0);
    const isDown = toTop > fromTop;
    const start = isDown ? fromTop + from.height - 4 : fromTop + 3;
    const end = isDown ? toTop + 3 : toTop + to.height - 4;
    paintArrow(context, { x, start, end });
  }
}

const placesCache = new WeakMap<LaneLayout, ReadonlyMap<number, PlacedLane>>();

/** Where each thread's lane stands. */
function placesOf(layout: LaneLayout): ReadonlyMap<number, PlacedLane> {
  const cached = placesCache.get(layout);
  if (cached !== undefined) return cached;
  const places = new Map<number, PlacedLane>();
  for (const placed of layout.lanes) if (placed.lane.kind === 'thread') places.set(placed.lane.thread, placed);
  placesCache.set(layout, places);
  return places;
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
