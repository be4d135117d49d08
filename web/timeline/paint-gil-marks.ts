/** Marks on a GIL's lane: where a waiting thread asked for it, and where it was taken away because of that. */
import type { ResourceLane } from './lane.ts';
import { marksIn } from './marks.ts';
import type { Box } from './paint-label.ts';
import type { Painter } from './painter.ts';
import type { Scene } from './scene.ts';

export function paintGilMarks(context: Painter, scene: Scene, lane: ResourceLane, box: Box): void {
  context.fillStyle = scene.theme.text;
  for (const x of marksIn(scene.window, lane.requestNs)) context.fillRect(x - 0.5, box.top - 2, 1.5, 6);
  for (const x of marksIn(scene.window, lane.forcedNs)) {
    context.beginPath();
    context.moveTo(x - 3.5, box.top - 3);
    context.lineTo(x + 3.5, box.top - 3);
    context.lineTo(x, box.top + 4);
    context.fill();
  }
}
