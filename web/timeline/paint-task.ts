/** Paints a task's or an event loop's lane: what it awaits or calls stands in the intervals; a callback that blocks the loop is framed. */
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import { durationText } from '../ui/time-text.ts';
import { lengthOf } from './interval-track.ts';
import type { LoopLane, TaskLane } from './lane.ts';
import type { Box } from './paint-label.ts';
import { labelFromPx, paintInterval } from './paint-thread.ts';
import type { Painter } from './painter.ts';
import type { Scene } from './scene.ts';
import { shapesOf } from './shapes.ts';

export function paintTask(context: Painter, scene: Scene, lane: LoopLane | TaskLane, box: Box): void {
  const shapes = shapesOf(lane.track, scene.window, scene.shapes);
  for (let shape = 0; shape < shapes.length; shape += 1) {
    const index = shapes.index[shape] ?? 0;
    const x = shapes.x[shape] ?? 0;
    const width = shapes.width[shape] ?? 0;
    const isBlocking = lane.blocking.has(index);
    paintInterval(context, scene, {
      state: lane.track.value[index] ?? threadStates.finished,
      label: width > labelFromPx ? wordsOf(lane, index, scene, isBlocking) : '',
      x,
      width,
      isMerged: shapes.isMerged[shape] === 1,
      box,
    });
    if (isBlocking && width >= 3) paintFrame(context, scene, { x, width, box });
  }
}

function wordsOf(lane: LoopLane | TaskLane, interval: number, scene: Scene, isBlocking: boolean): string {
  if (!isBlocking) return labelOf(lane, interval, scene);
  return scene.words.blocksLoop(durationText(lengthOf(lane.track, interval)));
}

function paintFrame(
  context: Painter,
  { theme }: Scene,
  { x, width, box }: { readonly x: number; readonly width: number; readonly box: Box },
): void {
  context.strokeStyle = theme.danger;
  context.lineWidth = 2;
  context.strokeRect(x + 1, box.top + 1, width - 2, box.height - 2);
}

function labelOf(lane: LoopLane | TaskLane, interval: number, scene: Scene): string {
  const text = scene.trace.strings[lane.track.detail[interval] ?? -1];
  const state = lane.track.value[interval] ?? threadStates.finished;
  if (text !== undefined) return lane.kind === 'loop' ? scene.words.callback(text) : text;
  if (lane.kind === 'loop') return state === threadStates.sleeping ? 'select' : '';
  return scene.words.stateNames[state] ?? '';
}
