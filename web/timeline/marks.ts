/** Moments as marks on a lane: prints, requests, forced switches. */
import { xOf } from './scene.ts';
import type { PixelWindow } from './shapes.ts';

const leastDistancePx = 4;

/** Where the marks of a window stand, not closer together than can be seen: however many there are, at most one every few pixels. */
export function* marksIn(window: PixelWindow, timeNs: Float64Array): Generator<number> {
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
