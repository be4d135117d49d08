/** Paints who switches to, wakes or stops whom among tasks, where there are few enough to follow. */
import type { PlacedLane } from './layout.ts';
import { paintArrow } from './paint-arrow.ts';
import type { Painter } from './painter.ts';
import type { Scene } from './scene.ts';
import { taskLinksBetween, type TaskLinkKind, taskLinksOf } from './task-links.ts';

const most = 120;

/** Solid for control that is handed over, dotted for a wake-up, dashed for who is asked to stop. */
const dashes: Readonly<Record<TaskLinkKind, { readonly dashPx?: number }>> = {
  switch: {},
  wake: { dashPx: 2 },
  cancel: { dashPx: 6 },
};

export function paintTaskLinks(context: Painter, scene: Scene): void {
  const shown = taskLinksBetween(taskLinksOf(scene.trace), scene.window.fromNs, scene.window.toNs, most);
  if (shown.length === 0) return;
  const places = new Map<number, PlacedLane>();
  for (const placed of scene.layout.lanes) if (placed.lane.kind === 'task') places.set(placed.lane.task, placed);
  for (const { kind, timeNs, from, to } of shown) {
    const [fromLane, toLane] = [places.get(from), places.get(to)];
    if (fromLane === undefined || toLane === undefined) continue;
    const color = kind === 'cancel' ? scene.theme.danger : scene.theme.text;
    paintArrow(context, scene, { timeNs, from: fromLane, to: toLane, color, ...dashes[kind] });
  }
}
