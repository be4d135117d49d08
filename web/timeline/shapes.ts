/**
 * From lanes to shapes: what is visible of a track, at most one shape a pixel.
 * The result is written into columns that are used again for every lane and frame, so that nothing is left to collect.
 */
import { changesUntil, highestBetween, type LevelTrack } from './level-track.ts';
import { firstEndingAfter, firstStartingFrom, type IntervalTrack, longestBetween } from './interval-track.ts';

/** The window of time and how many pixels it is wide. */
export interface PixelWindow {
  readonly fromNs: number;
  readonly toNs: number;
  readonly widthPx: number;
}

export class ShapeList {
  length = 0;
  x = new Float32Array(256);
  width = new Float32Array(256);
  /** The interval shown, for its colour and label. */
  index = new Int32Array(256);
  /** 1 where several intervals share the place and only the longest of them shows. */
  isMerged = new Uint8Array(256);

  add(x: number, width: number, index: number, isMerged: boolean): void {
    if (this.length === this.x.length) this.#grow();
    this.x[this.length] = x;
    this.width[this.length] = width;
    this.index[this.length] = index;
    this.isMerged[this.length] = isMerged ? 1 : 0;
    this.length += 1;
  }

  #grow(): void {
    const size = this.x.length * 2;
    this.x = enlarge(this.x, new Float32Array(size));
    this.width = enlarge(this.width, new Float32Array(size));
    this.index = enlarge(this.index, new Int32Array(size));
    this.isMerged = enlarge(this.isMerged, new Uint8Array(size));
  }
}

function enlarge<Column extends Float32Array | Int32Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}

/** What is seen of a track. Intervals of a pixel or more keep their edges; smaller ones share a pixel's column. */
export function shapesOf(track: IntervalTrack, window: PixelWindow, into: ShapeList): ShapeList {
  into.length = 0;
  const pxPerNs = window.widthPx / (window.toNs - window.fromNs);
  let index = firstEndingAfter(track, window.fromNs);
  while (index < track.length) {
    const startNs = track.startNs[index] ?? 0;
    if (startNs >= window.toNs) break;
    const x = Math.max(0, (startNs - window.fromNs) * pxPerNs);
    const end = Math.min(window.widthPx, ((track.endNs[index] ?? 0) - window.fromNs) * pxPerNs);
    if (end - x >= 1) {
      into.add(x, end - x, index, false);
      index += 1;
    } else index = addColumn(track, window, into, { index, column: Math.floor(x) });
  }
  return into;
}

function addColumn(
  track: IntervalTrack,
  window: PixelWindow,
  into: ShapeList,
  at: { readonly index: number; readonly column: number },
): number {
  const nsPerPx = (window.toNs - window.fromNs) / window.widthPx;
  const columnEndNs = window.fromNs + (at.column + 1) * nsPerPx;
  let next = Math.max(at.index + 1, firstStartingFrom(track, columnEndNs, at.index));
  // The last one may begin in this column and be large enough to show by itself.
  if (next - 1 > at.index && (track.endNs[next - 1] ?? 0) - columnEndNs >= nsPerPx) next -= 1;
  const shown = longestBetween(track, at.index, next);
  const last = into.length - 1;
  const continues =
    last >= 0 &&
    into.isMerged[last] === 1 &&
    (into.x[last] ?? 0) + (into.width[last] ?? 0) === at.column &&
    track.value[into.index[last] ?? 0] === track.value[shown];
  if (continues) into.width[last] = (into.width[last] ?? 0) + 1;
  else into.add(at.column, 1, shown, true);
  return next;
}

/** What is seen of a level: where it changes, its highest value in each pixel's column. `index` holds the level. */
export function levelShapesOf(track: LevelTrack, window: PixelWindow, into: ShapeList): ShapeList {
  into.length = 0;
  const pxPerNs = window.widthPx / (window.toNs - window.fromNs);
  let change = changesUntil(track, window.fromNs);
  let level = change === 0 ? 0 : (track.level[change - 1] ?? 0);
  let x = 0;
  while (x < window.widthPx) {
    const nextNs = change < track.length ? (track.timeNs[change] ?? 0) : window.toNs;
    const nextX = Math.min(window.widthPx, (nextNs - window.fromNs) * pxPerNs);
    if (nextX - x >= 1 || change >= track.length) {
      if (level > 0) into.add(x, nextX - x, level, false);
      x = nextX;
      if (change >= track.length || nextX >= window.widthPx) break;
      level = track.level[change] ?? 0;
      change += 1;
    } else {
      const columnEndNs = window.fromNs + (Math.floor(x) + 1) / pxPerNs;
      const after = Math.max(change + 1, changesUntil(track, columnEndNs));
      const highest = highestBetween(track, change, after, level);
      if (highest > 0) into.add(Math.floor(x), 1, highest, true);
      level = track.level[after - 1] ?? 0;
      change = after;
      x = Math.floor(x) + 1;
    }
  }
  return into;
}
