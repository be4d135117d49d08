/** A thin arrow from one lane to another, at one moment. */
import { type PlacedLane, stickyHeightOf } from './layout.ts';
import type { Painter } from './painter.ts';
import { type Scene, xOf } from './scene.ts';

export interface Arrow {
  readonly timeNs: number;
  readonly from: PlacedLane;
  readonly to: PlacedLane;
  readonly color: string;
  /** The length of its dashes and of the gaps between them; none: a solid line. */
  readonly dashPx?: number;
}

export function paintArrow(context: Painter, scene: Scene, { timeNs, from, to, color, dashPx }: Arrow): void {
  const sticky = stickyHeightOf(scene.layout, scene);
  const topOf = ({ top, isPinned }: PlacedLane): number => (isPinned && sticky > 0 ? top : top - scene.scrollTopPx);
  const [fromTop, toTop] = [topOf(from), topOf(to)];
  // It would seem to point to a pinned lane.
  if (!to.isPinned && toTop + to.height <= sticky) return;
  if (Math.max(fromTop, toTop) < 0 || Math.min(fromTop, toTop) > scene.heightPx) return;
  const x = xOf(scene.window, timeNs);
  const isDown = toTop > fromTop;
  const start = isDown ? fromTop + from.height - 4 : fromTop + 3;
  const end = isDown ? toTop + 3 : toTop + to.height - 4;
  const direction = isDown ? 1 : -1;
  const length = Math.abs(end - start);
  const piecePx = dashPx ?? length;
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = 1;
  context.globalAlpha = 0.75;
  context.beginPath();
  for (let at = 0; at < length; at += 2 * piecePx) {
    context.moveTo(x, start + direction * at);
    context.lineTo(x, start + direction * Math.min(length, at + piecePx));
  }
  context.stroke();
  context.beginPath();
  context.moveTo(x, end);
  context.lineTo(x - 3, end - direction * 5);
  context.lineTo(x + 3, end - direction * 5);
  context.fill();
  context.globalAlpha = 1;
}
