/** Paints a thin arrow from the thread that wakes to the thread that is woken, where there are few enough to follow. */
import type { LaneLayout, PlacedLane } from './layout.ts';
import { paintArrow } from './paint-arrow.ts';
import type { Painter } from './painter.ts';
import type { Scene } from './scene.ts';
import { wakeUpsBetween, wakeUpsOf } from './wake-ups.ts';

const most = 120;

export function paintWakeUps(context: Painter, scene: Scene): void {
  const wakeUps = wakeUpsOf(scene.trace);
  const shown = wakeUpsBetween(wakeUps, scene.window.fromNs, scene.window.toNs, most);
  if (shown === null || shown.length === 0) return;
  const places = placesOf(scene.layout);
  for (const index of shown) {
    const from = places.get(wakeUps.by[index] ?? -1);
    const to = places.get(wakeUps.woken[index] ?? -1);
    if (from === undefined || to === undefined) continue;
    paintArrow(context, scene, { timeNs: wakeUps.timeNs[index] ?? 0, from, to, color: scene.theme.text });
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
