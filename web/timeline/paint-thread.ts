/** Paints one thread's lane: its states, what it wrote, and at deep zoom its bytecodes. */
import type { Painter } from './painter.ts';
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import type { ThreadLane } from './lane.ts';
import { paintExecuted } from './paint-executed.ts';
import { type Box, paintLabel } from './paint-label.ts';
import { marksIn } from './marks.ts';
import type { Scene } from './scene.ts';
import { shapesOf } from './shapes.ts';

/** Below this width a pattern is only noise. */
const patternFromPx = 6;
export const labelFromPx = 34;

export function paintThread(context: Painter, scene: Scene, lane: ThreadLane, box: Box): void {
  const shapes = shapesOf(lane.track, scene.window, scene.shapes);
  for (let index = 0; index < shapes.length; index += 1) {
    const state = lane.track.value[shapes.index[index] ?? 0] ?? threadStates.finished;
    const width = shapes.width[index] ?? 0;
    const showsBytecodes = scene.executed !== null && state <= threadStates.runningOutsideGil;
    // Words cost more than a rectangle: only where there is room for them.
    const isWritten = width > labelFromPx && !showsBytecodes;
    paintInterval(context, scene, {
      state,
      label: isWritten ? labelOf(scene, state, lane.track.detail[shapes.index[index] ?? 0] ?? -1) : '',
      x: shapes.x[index] ?? 0,
      width,
      isMerged: shapes.isMerged[index] === 1,
      box,
    });
  }
  paintOutputs(context, scene, lane, box);
  if (scene.executed !== null) paintExecuted(context, scene, scene.executed, { thread: lane.thread, ...box });
}

export interface PaintedInterval {
  readonly state: number;
  /** What is written into it where there is room. */
  readonly label: string;
  readonly x: number;
  readonly width: number;
  readonly isMerged: boolean;
  readonly box: Box;
}

/** One interval in a state's colour and pattern. */
export function paintInterval(context: Painter, scene: Scene, interval: PaintedInterval): void {
  const { state, x, width, box } = interval;
  const colors = scene.theme.states[state];
  if (colors === undefined) return;
  if (state === threadStates.finished) {
    context.fillStyle = scene.theme.hairline;
    context.fillRect(x, box.top + box.height / 2 - 1, width, 2);
    return;
  }
  const isPlain = interval.isMerged || width < patternFromPx;
  context.fillStyle = isPlain ? colors.fill : (scene.fills[state] ?? colors.fill);
  context.fillRect(x, box.top, width, box.height);
  if (width < 4) return;
  context.strokeStyle = colors.ink;
  context.lineWidth = 1;
  context.globalAlpha = 0.55;
  context.strokeRect(x + 0.5, box.top + 0.5, width - 1, box.height - 1);
  context.globalAlpha = 1;
  if (width > labelFromPx && interval.label !== '') {
    paintLabel(context, interval.label, { x, width, box, fill: colors.fill });
  }
}

function labelOf(scene: Scene, state: number, resource: number): string {
  const isNamed = state === threadStates.blocked && resource >= 0;
  return isNamed ? scene.words.waitsFor(resource) : (scene.words.stateNames[state] ?? '');
}

/** A small notch where the thread wrote something. */
function paintOutputs(context: Painter, scene: Scene, lane: ThreadLane, box: Box): void {
  context.fillStyle = scene.theme.text;
  for (const x of marksIn(scene.window, lane.outputNs)) {
    context.beginPath();
    context.moveTo(x - 3, box.top + box.height + 3);
    context.lineTo(x + 3, box.top + box.height + 3);
    context.lineTo(x, box.top + box.height - 3);
    context.fill();
  }
}
