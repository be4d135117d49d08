/** Paints the lanes that are in view. */
import type { Painter } from './painter.ts';
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import { hueOf } from '../ui/state-style.ts';
import type { IntervalTrack } from './interval-track.ts';
import type { CoreLane, ResourceLane } from './lane.ts';
import { lanesInView, type PlacedLane, stickyHeightOf } from './layout.ts';
import { type Box, paintLabel } from './paint-label.ts';
import { paintTask } from './paint-task.ts';
import { paintGilMarks } from './paint-gil-marks.ts';
import { paintLevel } from './paint-level.ts';
import { paintCausality } from './paint-causality.ts';
import { paintThread } from './paint-thread.ts';
import { paintTaskLinks } from './paint-task-links.ts';
import { paintWakeUps } from './paint-wake-ups.ts';
import type { Scene } from './scene.ts';
import { shapesOf } from './shapes.ts';

/** With more places than rows their number is painted. */
const mostRows = 5;

export function paintLanes(context: Painter, scene: Scene): void {
  const { layout, scrollTopPx, heightPx, window, theme } = scene;
  const sticky = stickyHeightOf(layout, scene);
  context.fillStyle = theme.background;
  context.fillRect(0, 0, window.widthPx, heightPx);
  context.font = `${theme.smallPx - 1}px ${theme.fontUi}`;
  context.textBaseline = 'middle';
  for (const { top, height, isPinned } of layout.headers)
    if (!isPinned || sticky === 0) paintHeader(context, scene, top - scrollTopPx, height);
  const lanes = lanesInView(layout, scene);
  let isOnTop = false;
  for (const placed of lanes) {
    if (placed.isPinned && sticky > 0 && !isOnTop) {
      isOnTop = true;
      paintStickyGround(context, scene, sticky);
    }
    paintLane(context, scene, placed);
  }
  if (sticky > 0) {
    context.fillStyle = theme.outline;
    context.fillRect(0, sticky - 1, window.widthPx, 1);
  }
  paintCausality(context, scene, lanes);
  paintWakeUps(context, scene);
  paintTaskLinks(context, scene);
}

function paintHeader(context: Painter, { window, theme }: Scene, top: number, height: number): void {
  context.fillStyle = theme.surface;
  context.fillRect(0, top, window.widthPx, height);
}

/** Covers what has moved under the pinned lanes. */
function paintStickyGround(context: Painter, scene: Scene, sticky: number): void {
  context.fillStyle = scene.theme.background;
  context.fillRect(0, 0, scene.window.widthPx, sticky);
  for (const { top, height, isPinned } of scene.layout.headers) if (isPinned) paintHeader(context, scene, top, height);
}

function paintLane(context: Painter, scene: Scene, placed: PlacedLane): void {
  const { lane, top, height } = placed;
  const { theme, window } = scene;
  if (lane.id === scene.activeLane || isSelected(scene, placed)) {
    context.fillStyle = theme.accentSoft;
    context.fillRect(0, top, window.widthPx, height);
  }
  context.fillStyle = theme.hairline;
  context.fillRect(0, top + height - 1, window.widthPx, 1);
  const box = { top: top + 3, height: theme.laneHeightPx - 7 };
  if (lane.kind === 'thread') paintThread(context, scene, lane, box);
  else if (lane.kind === 'task' || lane.kind === 'loop') paintTask(context, scene, lane, box);
  else paintHolder(context, scene, lane, box);
  if (lane.kind === 'core' && lane.runQueue !== null) {
    paintLevel(context, scene, lane.runQueue, { ...stripOf(box), style: 2, label: scene.words.runQueue });
  }
  if (lane.kind === 'resource') {
    const style = lane.resourceKind === 'gil' ? threadStates.waitingForGil : threadStates.blocked;
    paintLevel(context, scene, lane.waiters, { ...stripOf(box), style, label: scene.words.waiters });
    paintValue(context, scene, lane, box);
  }
}

/** A semaphore's places, a queue's items: an area over time, under a line for the most there can be. */
function paintValue(context: Painter, scene: Scene, lane: ResourceLane, box: Box): void {
  const { resourceKind: kind, limit, level } = lane;
  if (level === null) return;
  if (limit !== null && limit <= mostRows && lane.places.length <= limit) return paintPlaces(context, scene, lane, box);
  if (limit !== null && limit > 1) {
    context.fillStyle = scene.theme.hairline;
    context.fillRect(0, box.top, scene.window.widthPx, 1);
  }
  const label = (value: number): string => scene.words.level({ kind, level: value, limit });
  paintLevel(context, scene, level, { ...box, style: null, most: limit, label });
}

/** A semaphore's places, a row each, in the colours of the threads that have them. */
function paintPlaces(context: Painter, scene: Scene, lane: ResourceLane, box: Box): void {
  const rows = Math.max(1, lane.limit ?? lane.places.length);
  const height = box.height / rows;
  for (let row = 0; row < rows; row += 1) {
    const place = { top: box.top + row * height, height: rows === 1 ? height : height - 1 };
    context.fillStyle = scene.theme.lockFree;
    context.fillRect(0, place.top + place.height / 2 - 0.5, scene.window.widthPx, 1);
    const track = lane.places[row];
    if (track !== undefined) paintHolders(context, scene, track, place);
  }
}

function stripOf(box: Box): Box {
  return { top: box.top + box.height + 2, height: Math.round(box.height * 0.55) };
}

function isSelected(scene: Scene, { lane }: PlacedLane): boolean {
  if (lane.kind === 'thread') return lane.thread === scene.selectedThread;
  if (lane.kind === 'task') return lane.task === scene.selectedTask;
  return lane.kind === 'resource' && lane.resource === scene.selectedResource;
}

function paintHolder(context: Painter, scene: Scene, lane: CoreLane | ResourceLane, box: Box): void {
  const { theme, window } = scene;
  context.fillStyle = theme.lockFree;
  context.fillRect(0, box.top + box.height / 2 - 1, window.widthPx, 2);
  paintHolders(context, scene, lane.track, box);
  if (lane.kind === 'resource') paintGilMarks(context, scene, lane, box);
}

/** Intervals in the colours of the threads that they are. */
function paintHolders(context: Painter, scene: Scene, track: IntervalTrack, box: Box): void {
  const shapes = shapesOf(track, scene.window, scene.shapes);
  for (let index = 0; index < shapes.length; index += 1) {
    const thread = track.value[shapes.index[index] ?? 0] ?? 0;
    const x = shapes.x[index] ?? 0;
    const width = shapes.width[index] ?? 0;
    const colors = scene.theme.threads[hueOf(thread)];
    if (colors === undefined) continue;
    context.fillStyle = colors.fill;
    context.fillRect(x, box.top, Math.max(width > 3 ? width - 0.5 : width, 0.6), box.height);
    if (width > 30 && box.height >= scene.theme.smallPx)
      paintLabel(context, scene.words.threadName(thread), { x, width, box, fill: colors.fill });
  }
}
