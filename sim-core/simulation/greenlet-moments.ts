/** Greenlets and gevent's loop as they stand at a moment. */
import { Deque } from '../python/modules/collections/deque.ts';
import type { Greenlet } from '../python/modules/greenlet/greenlet.ts';
import { functionName, greenletOf, listedGreenlets, shownNameOf } from '../python/modules/greenlet/greenlet-tasks.ts';
import { loopStateOf } from '../python/modules/gevent/loop-state.ts';
import { PyDict } from '../python/objects/py-dict.ts';
import { PyFloat } from '../python/objects/py-float.ts';
import { PyInstance } from '../python/objects/py-instance.ts';
import { PyList } from '../python/objects/py-list.ts';
import { PyMethod } from '../python/objects/py-method.ts';
import type { Value } from '../python/objects/value.ts';
import type { Frame } from '../python/vm/frame.ts';
import type { Interpreter } from '../python/vm/interpreter.ts';
import type { PyThread } from '../python/vm/py-thread.ts';
import type { FrameMoment } from '../trace/moment.ts';
import { socketText } from './socket-text.ts';
import type { HandleMoment, LoopMoment, TaskMoment, TimerMoment, WatchedSocket } from '../trace/task.ts';

/** Shows a call stack that is not running: `place` tells its variables from others'. */
type ShowFrames = (thread: PyThread, top: Frame | null, place: string) => readonly FrameMoment[];

/** `time.monotonic()` begins at 1000 seconds. */
const monotonicStartSeconds = 1000;

export function greenletMoments(interpreter: Interpreter, showFrames: ShowFrames): TaskMoment[] {
  const { tasks } = interpreter.kernel.recorder;
  return listedGreenlets(interpreter).map((greenlet) => {
    const listed = tasks[greenlet.task];
    const { thread, saved } = greenlet;
    return {
      id: greenlet.task,
      kind: 'greenlet',
      name: greenlet.shownName === '' ? (listed?.name ?? '') : greenlet.shownName,
      functionName: listed?.functionName ?? '',
      thread: listed?.thread ?? 0,
      parent: listed === undefined || listed.parent < 0 ? null : listed.parent,
      state: greenlet.shownState,
      awaits: saved === null || greenlet.awaits === '' ? null : greenlet.awaits,
      awaitsTask: null,
      cancelRequests: greenlet.cancelRequests,
      frames: saved === null || thread === null ? [] : showFrames(thread, saved.frame, `g${greenlet.task}`),
    };
  });
}

export function hubMoments(interpreter: Interpreter): LoopMoment[] {
  return interpreter.threads.flatMap((thread) => {
    const state = loopStateOf(thread);
    const loop = state?.loop ?? null;
    return state === null || !(loop instanceof PyInstance) ? [] : [loopMoment(thread, state, loop)];
  });
}

function loopMoment(
  thread: PyThread,
  state: NonNullable<ReturnType<typeof loopStateOf>>,
  loop: PyInstance,
): LoopMoment {
  const callbacks = loop.get('_callbacks');
  const timers = loop.get('_timers');
  return {
    thread: thread.kernelThread.id,
    kind: 'greenlet',
    phase: state.phase,
    turn: state.turn,
    ready: callbacks instanceof Deque ? callbacks.toArray().map((each) => handleOf(thread, each)) : [],
    timers: timers instanceof PyList ? timers.items.flatMap((entry) => timerOf(thread, entry)) : [],
    sockets: watchedSockets(thread, loop),
    selectUntilNs: state.selectUntilNs,
    isDebugging: false,
  };
}

/** The loop's `_ios`: descriptor → its watchers. */
function watchedSockets(thread: PyThread, loop: PyInstance): WatchedSocket[] {
  const ios = loop.get('_ios');
  if (!(ios instanceof PyDict)) return [];
  return [...ios.items()].flatMap(({ key, value }) => {
    if (typeof key !== 'number' || !(value instanceof PyList)) return [];
    const events = value.items.reduce<number>((all, each) => all | eventsOf(each), 0);
    return {
      fileDescriptor: key,
      text: socketText(thread.interpreter, key),
      forReading: (events & 1) !== 0,
      forWriting: (events & 2) !== 0,
    };
  });
}

function eventsOf(watcher: Value): number {
  const events = watcher instanceof PyInstance ? watcher.get('events') : 0;
  return typeof events === 'number' ? events : 0;
}

function handleOf(thread: PyThread, value: Value): HandleMoment {
  const handle = value as PyInstance;
  const callback = member(handle, 'callback');
  const greenlet = greenletOf(callback);
  return {
    text: textOf(thread, callback, greenlet),
    task: greenlet === null || greenlet.task < 0 ? null : greenlet.task,
    isCancelled: callback === null,
  };
}

/** An entry of the heap: [when, number, watcher]. */
function timerOf(thread: PyThread, entry: Value): TimerMoment[] {
  if (!(entry instanceof PyList)) return [];
  const [when, , watcher] = entry.items;
  const dueNs = when instanceof PyFloat ? Math.round((when.value - monotonicStartSeconds) * 1e9) : 0;
  if (!(watcher instanceof PyInstance)) return [{ text: '', task: null, isCancelled: true, dueNs }];
  return [{ ...handleOf(thread, watcher), dueNs }];
}

function textOf(thread: PyThread, callback: Value, greenlet: Greenlet | null): string {
  if (greenlet !== null && greenlet.task >= 0) return `${shownNameOf(thread, greenlet)}.switch()`;
  if (callback instanceof PyMethod && callback.self instanceof PyInstance)
    return `${callback.self.type.name}.${functionName(callback.callable).split('.').at(-1) ?? ''}`;
  return functionName(callback);
}

/** An attribute, or the value of a slot. */
function member(object: PyInstance, name: string): Value {
  const own = object.get(name);
  if (own !== undefined) return own;
  const at = object.type.slotNames?.indexOf(name) ?? -1;
  return (at < 0 ? null : object.members?.[at]) ?? null;
}
