/** What a lane is called, and one sentence about what happened at a place in it. */
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { processesOf, threadNameOf } from '../store/trace-threads.ts';
import { durationText } from '../ui/time-text.ts';
import { intervalAt, lengthOf } from './interval-track.ts';
import type { PlacedHeader } from './layout.ts';
import type { CoreLane, Lane, LoopLane, ResourceLane, TaskLane, ThreadLane } from './lane.ts';
import { levelAt } from './level-track.ts';
import { waitersAt } from './waiters.ts';
import { wakerOf } from './wake-ups.ts';
import type { LevelWords } from '../ui/level-words.ts';
import type { TimelineTranslate } from './messages/timeline-messages.ts';

/** What is under the pointer: a lane, a time, and the interval there, if any. */
export interface LanePoint {
  readonly lane: Lane;
  readonly timeNs: number;
  readonly interval: number | null;
  /** How many shorter intervals share its pixel. */
  readonly hidden: number;
}

export function laneNameOf(lane: Lane, processes: number, t: TimelineTranslate): string {
  if (lane.kind === 'core') return t('lane.core', { core: lane.core });
  if (lane.kind === 'loop') return t(`lane.loop.${lane.taskKind}`, { thread: lane.name });
  if (lane.kind === 'resource' && lane.resourceKind === 'gil') {
    return processes > 1 ? lane.name : t('group.gil');
  }
  return lane.name;
}

export function groupNameOf({ group, process }: PlacedHeader, trace: Trace, t: TimelineTranslate): string {
  if (process === null) return t(`group.${group}`);
  const name = processesOf(trace).find(({ id }) => id === process)?.name ?? '';
  return t('group.process', { name, process });
}

/** How a sentence names a resource. */
export function resourceNameOf(trace: Trace, resource: number, t: TimelineTranslate): string {
  const found = trace.resources[resource];
  if (found === undefined) return `#${resource}`;
  if (found.kind === 'gil') return t('resource.gil');
  if (found.kind === 'thread-end') return t('resource.thread-end', { name: found.name });
  return found.name;
}

export interface PointContext {
  readonly trace: Trace;
  readonly t: TimelineTranslate;
  readonly levelWords: LevelWords;
}

export function pointSentence(point: LanePoint, context: PointContext): string {
  const { trace, t } = context;
  const { lane } = point;
  const parts = [laneSentence(lane, point, context), wakerSentence(point, trace, t)];
  if (point.hidden > 0) parts.push(t('hover.merged', { count: point.hidden }));
  return parts.filter((part) => part !== '').join(' ');
}

/** Where a resource comes from; '' where there is nothing to tell. */
export function originOf({ lane }: LanePoint, trace: Trace, t: TimelineTranslate): string {
  const place = lane.kind === 'resource' ? (trace.resources[lane.resource]?.place ?? null) : null;
  if (lane.kind !== 'resource' || place === null) return '';
  return t('hover.made', { kind: t(`kind.${lane.resourceKind}`), file: place.fileName, line: place.line });
}

/** Who ends a thread's wait. */
function wakerSentence({ lane, interval }: LanePoint, trace: Trace, t: TimelineTranslate): string {
  if (lane.kind !== 'thread' || interval === null) return '';
  const state = lane.track.value[interval] ?? -1;
  if (state !== threadStates.blocked && state !== threadStates.waitingForGil) return '';
  const waker = wakerOf(trace, lane.thread, lane.track.startNs[interval] ?? 0, lane.track.endNs[interval] ?? 0);
  return waker === null ? '' : t('hover.wokenBy', { other: threadNameOf(trace, waker) });
}

function laneSentence(lane: Lane, point: LanePoint, context: PointContext): string {
  const { trace, t } = context;
  switch (lane.kind) {
    case 'thread':
      return threadSentence(lane, point, trace, t);
    case 'core':
      return coreSentence(lane, point, trace, t);
    case 'task':
      return taskSentence(lane, point, trace, t);
    case 'loop':
      return loopSentence(lane, point, trace, t);
    case 'resource':
      return resourceSentence(lane, point, context);
  }
}

const stateSentences = {
  [threadStates.running]: 'hover.thread.running',
  [threadStates.runningOutsideGil]: 'hover.thread.outsideGil',
  [threadStates.ready]: 'hover.thread.ready',
  [threadStates.waitingForGil]: 'hover.thread.gilWait',
  [threadStates.blocked]: 'hover.thread.blocked',
  [threadStates.sleeping]: 'hover.thread.sleeping',
  [threadStates.inputOutput]: 'hover.thread.io',
  [threadStates.finished]: 'hover.thread.finished',
  [threadStates.stopped]: 'hover.thread.stopped',
} as const;

function threadSentence(lane: ThreadLane, point: LanePoint, trace: Trace, t: TimelineTranslate): string {
  const { interval } = point;
  if (interval === null) return lane.name;
  const state = lane.track.value[interval] ?? threadStates.finished;
  const resource = lane.track.detail[interval] ?? -1;
  const values = {
    name: lane.name,
    duration: durationText(lengthOf(lane.track, interval)),
    resource: resource < 0 ? '' : resourceNameOf(trace, resource, t),
  };
  if (state === threadStates.blocked && resource < 0) return t('hover.thread.blockedUnknown', values);
  const key = Object.entries(stateSentences).find(([code]) => Number(code) === state)?.[1];
  return t(key ?? 'hover.thread.finished', values);
}

const taskSentences = {
  [threadStates.running]: 'hover.task.running',
  [threadStates.ready]: 'hover.task.ready',
  [threadStates.blocked]: 'hover.task.suspended',
  [threadStates.sleeping]: 'hover.task.suspended',
} as const;

function taskSentence(lane: TaskLane, point: LanePoint, trace: Trace, t: TimelineTranslate): string {
  const { interval } = point;
  if (interval === null) return lane.name;
  const state = lane.track.value[interval] ?? threadStates.finished;
  const key = Object.entries(taskSentences).find(([code]) => Number(code) === state)?.[1];
  const what = trace.strings[lane.track.detail[interval] ?? -1] ?? '…';
  const duration = durationText(lengthOf(lane.track, interval));
  if (lane.blocking.has(interval)) return t('hover.task.blocking', { name: lane.name, duration });
  return key === undefined ? lane.name : t(key, { name: lane.name, what, duration });
}

function loopSentence(lane: LoopLane, point: LanePoint, trace: Trace, t: TimelineTranslate): string {
  const { interval } = point;
  const loop = t(`hover.loop.${lane.taskKind}`);
  if (interval === null) return t('hover.loop.stopped', { loop });
  const values = {
    loop,
    what: trace.strings[lane.track.detail[interval] ?? -1] ?? '…',
    duration: durationText(lengthOf(lane.track, interval)),
  };
  if (lane.blocking.has(interval)) return t('hover.loop.blocked', values);
  const state = lane.track.value[interval];
  if (state === threadStates.sleeping) return t('hover.loop.select', values);
  return t(state === threadStates.running ? 'hover.loop.calls' : 'hover.loop.own', values);
}

function coreSentence(lane: CoreLane, point: LanePoint, trace: Trace, t: TimelineTranslate): string {
  if (point.interval === null) return t('hover.core.idle', { core: lane.core });
  const name = threadNameOf(trace, lane.track.value[point.interval] ?? -1);
  return t('hover.core', { name, core: lane.core, duration: durationText(lengthOf(lane.track, point.interval)) });
}

function resourceSentence(lane: ResourceLane, point: LanePoint, context: PointContext): string {
  const parts = [holderSentence(lane, point, context), waitersSentence(lane, point, context)];
  return parts.filter((part) => part !== '').join(' ');
}

function holderSentence(lane: ResourceLane, point: LanePoint, { trace, t, levelWords }: PointContext): string {
  const resource = resourceNameOf(trace, lane.resource, t);
  if (lane.level !== null) {
    const level = levelWords({ kind: lane.resourceKind, level: levelAt(lane.level, point.timeNs), limit: lane.limit });
    const told = t('hover.level', { resource, level });
    const holders = holdersAt(lane, point.timeNs).map((thread) => threadNameOf(trace, thread));
    return holders.length === 0 ? told : `${told} ${t('hover.places', { names: listOf(holders, t) })}`;
  }
  if (point.interval === null) return t('hover.free', { resource });
  const name = threadNameOf(trace, lane.track.value[point.interval] ?? -1);
  return t('hover.holds', { resource, name, duration: durationText(lengthOf(lane.track, point.interval)) });
}

/** Those who have a semaphore's places, each once. */
function holdersAt({ places }: ResourceLane, timeNs: number): readonly number[] {
  const holders = places.flatMap((track) => {
    const interval = intervalAt(track, timeNs);
    return interval === null ? [] : (track.value[interval] ?? []);
  });
  return [...new Set(holders)];
}

/** Who waits, the one who has waited longest first; without names where the trace does not know them. */
function waitersSentence(lane: ResourceLane, { timeNs }: LanePoint, { trace, t }: PointContext): string {
  const count = levelAt(lane.waiters, timeNs);
  if (count === 0) return '';
  const names = waitersAt(trace, lane, timeNs).map((thread) => threadNameOf(trace, thread));
  if (names.length !== count) return t('hover.waiting', { count });
  return t('hover.waitingNames', { count, names: listOf(names, t) });
}

const mostNames = 4;

function listOf(names: readonly string[], t: TimelineTranslate): string {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? t('hover.andMore', { names: shown, count: names.length - mostNames }) : shown;
}
