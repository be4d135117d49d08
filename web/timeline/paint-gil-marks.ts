/** Marks on a GIL's lane: where a waiting thread asked for it, and where it was taken away because of that. */
import type { ResourceLane } from './lane.ts';
import type { Box } from './paint-label.ts';
import type { Painter } from './painter.ts';
import { type Scene, xOf } from './scene.ts';

const leastDistancePx = 3;

export function paintGilMarks(context: Painter, scene: Scene, lane: ResourceLane, box: Box): void {
  context.fillStyle = scene.theme.text;
  for (const x of marksIn(scene, lane.requestNs)) context.fillRect(x - 0.5, box.top - 2, 1.5, 6);
  for (const x of marksIn(scene, lane.forcedNs)) {
    context.beginPath();
    context.moveTo(x - 3.5, box.top - 3);
    context.lineTo(x + 3.5, box.top - 3);
    context.lineTo(x, box.top + 4);
    context.fill();
  }
}

/** Where the marks of a window stand, not closer together than can be seen: however many there are, at most one every few pixels. */
function* marksIn({ window }: Scene, timeNs: Float64Array): Generator<number> {
  const nsPerPx = (window.toNs - window.fromNs) / window.widthPx;
  let index = firstFrom(timeNs, window.fromNs);
  while (index < timeNs.length && (timeNs[index] ?? 0) <= window.toNs) {
    const atNs = timeNs[index] ?? 0;
    yield xOf(window, atNs);
    index = Math.max(index + 1, firstFrom(timeNs, atNs + leastDistancePx * nsPerPx));
  }
}

function firstFrom(timeNs: Float64Array, atNs: number): number {
  let low = 0;
  let high = timeNs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((timeNs[middle] ?? 0) < atNs) low = middle + 1;
    else high = middle;
  }
  return low;
}
