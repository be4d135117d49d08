/** asyncio's tasks and event loops as they stand: read from the machine, changing nothing. */
import { awaitChain } from '../python/modules/asyncio/await-text.ts';
import { AsyncioState } from '../python/modules/asyncio/asyncio-state.ts';
import { Future } from '../python/modules/asyncio/future.ts';
import { callbackText, taskOfCallback } from '../python/modules/asyncio/loop-trace.ts';
import type { LoopRecord } from '../python/modules/asyncio/loop-trace.ts';
import { isTask } from '../python/modules/asyncio/task-trace.ts';
import type { Task } from '../python/modules/asyncio/task.ts';
import { Deque } from '../python/modules/collections/deque.ts';
import { SocketObject } from '../python/modules/socket/socket-object.ts';
import { PyCell } from '../python/objects/py-cell.ts';
import { PyDict } from '../python/objects/py-dict.ts';
import { PyMember } from '../python/objects/py-descriptors.ts';
import { PyFloat } from '../python/objects/py-float.ts';
import { PyFunction } from '../python/objects/py-function.ts';
import { PyInstance } from '../python/objects/py-instance.ts';
import { PyList } from '../python/objects/py-list.ts';
import { PySet } from '../python/objects/py-set.ts';
import { PyTuple } from '../python/objects/py-tuple.ts';
import type { Value } from '../python/objects/value.ts';
import type { PyFrame } from '../python/vm/frame.ts';
import type { Interpreter } from '../python/vm/interpreter.ts';
import { loopPhases, taskStates } from '../trace/event-kind.ts';
import type { FrameMoment } from '../trace/moment.ts';
import { socketText } from './socket-text.ts';
import type { HandleMoment, LoopMoment, TaskMoment, TimerMoment, WatchedSocket } from '../trace/task.ts';

/** time.monotonic() at the beginning of every run, in seconds. */
const monotonicBeginning = 1000;

function stateOf(interpreter: Interpreter): AsyncioState | null {
  const state = interpreter.moduleState.get('_asyncio');
  return state instanceof AsyncioState ? state : null;
}

/** `frameOf` shows a frame, with its variables. */
export function taskMoments(
  interpreter: Interpreter,
  frameOf: (frame: PyFrame, task: number) => FrameMoment,
): TaskMoment[] {
  return (stateOf(interpreter)?.registry.tasks ?? []).map((task) => {
    const isRunning = task.traceState === taskStates.running;
    const chain = isRunning || task.state !== 'PENDING' ? [] : awaitChain(task);
    return {
      id: task.traceId,
      kind: 'asyncio',
      name: String(task.name),
      functionName: interpreter.kernel.recorder.tasks[task.traceId]?.functionName ?? '',
      thread: task.threadId,
      parent: task.parentId < 0 ? null : task.parentId,
      state: task.traceState,
      awaits: task.awaits,
      awaitsTask: awaitedTask(task, chain),
      cancelRequests: task.cancelRequests,
      frames: chain.reverse().map((frame) => frameOf(frame, task.traceId)),
    };
  });
}

/** The task that has to end first: awaited itself, or through gather, shield, wait or the end of a task group. */
function awaitedTask(task: Task, chain: readonly PyFrame[]): number | null {
  const future = task.waitsFor;
  if (future === null || task.traceState !== taskStates.suspended) return null;
  if (isTask(future)) return future.traceId;
  const children = future instanceof PyInstance ? future.get('_children') : undefined;
  if (children instanceof PyList) return firstPending(children.items);
  const shielded = future instanceof Future ? future.callbacks.map(({ callable }) => shieldedTask(callable)) : [];
  const inner = shielded.find((id) => id !== null);
  if (inner !== undefined && inner !== null) return inner;
  const last = chain.at(-1);
  if (last === undefined || !last.code.isLibrary) return null;
  if (last.code.source.qualifiedName === '_wait') return firstPending(membersOf(last.slots[0] ?? null));
  const self = last.slots[0];
  if (last.code.source.qualifiedName !== 'TaskGroup.__aexit__' || !(self instanceof PyInstance)) return null;
  return firstPending(membersOf(self.get('_tasks') ?? null));
}

function membersOf(value: Value): readonly Value[] {
  const set = value instanceof PyCell ? (value.content ?? null) : value;
  return set instanceof PySet ? set.dict.keys() : [];
}

function firstPending(futures: readonly Value[]): number | null {
  const pending = futures.find((future) => isTask(future) && future.state === 'PENDING');
  return pending !== undefined && isTask(pending) ? pending.traceId : null;
}

/** What shield() waits for is known to its callback alone. */
function shieldedTask(callable: Value): number | null {
  if (!(callable instanceof PyFunction) || callable.name !== '_outer_done_callback') return null;
  const cells = (callable.closure ?? []) as readonly PyCell[];
  const inner = cells.map((cell) => cell.content).find((value) => value !== undefined && isTask(value));
  return inner !== undefined && isTask(inner) ? inner.traceId : null;
}

export function loopMoments(interpreter: Interpreter): LoopMoment[] {
  const loops = [...(stateOf(interpreter)?.loops ?? [])];
  return loops.flatMap(([loop, record]) =>
    loop instanceof PyInstance && loop.get('_closed') !== true ? [loopMoment(interpreter, loop, record)] : [],
  );
}

function loopMoment(interpreter: Interpreter, loop: PyInstance, record: LoopRecord): LoopMoment {
  const ready = loop.get('_ready');
  const timers = loop.get('_scheduled');
  return {
    thread: record.threadId,
    kind: 'asyncio',
    phase: record.phase,
    turn: record.turn,
    ready: ready instanceof Deque ? ready.toArray().map(handleMoment) : [],
    timers: timers instanceof PyList ? timers.items.map(timerMoment) : [],
    sockets: watchedSockets(interpreter, loop),
    selectUntilNs: record.phase === loopPhases.select ? record.selectUntilNs : null,
    isDebugging: loop.get('_debug') === true,
  };
}

function handleMoment(handle: Value): HandleMoment {
  const [callback, args] = [slotOf(handle, '_callback'), slotOf(handle, '_args')];
  const task = taskOfCallback(callback, args);
  return {
    text: callback === null ? '' : callbackText(callback, args),
    task: task === null ? null : task.traceId,
    isCancelled: slotOf(handle, '_cancelled') === true,
  };
}

function timerMoment(handle: Value): TimerMoment {
  const when = slotOf(handle, '_when');
  const seconds = when instanceof PyFloat ? when.value : Number(when);
  return { ...handleMoment(handle), dueNs: Math.round((seconds - monotonicBeginning) * 1e9) };
}

/** A value in `__slots__`, or None. */
function slotOf(owner: Value, name: string): Value {
  if (!(owner instanceof PyInstance)) return null;
  const member = owner.type.lookup(name);
  return member instanceof PyMember ? (owner.members?.[member.index] ?? null) : null;
}

function watchedSockets(interpreter: Interpreter, loop: PyInstance): WatchedSocket[] {
  const selector = loop.get('_selector');
  const keys = selector instanceof PyInstance ? selector.get('_fd_to_key') : undefined;
  if (!(keys instanceof PyDict)) return [];
  const selfPipe = loop.get('_ssock');
  return [...keys.items()].flatMap(({ value }) => {
    if (!(value instanceof PyTuple)) return [];
    const [, descriptor, events] = value.items as readonly number[];
    if (typeof descriptor !== 'number' || typeof events !== 'number') return [];
    const isSelfPipe = selfPipe instanceof SocketObject && selfPipe.descriptor === descriptor;
    return {
      fileDescriptor: descriptor,
      text: isSelfPipe ? 'self-pipe' : socketText(interpreter, descriptor),
      forReading: (events & 1) !== 0,
      forWriting: (events & 2) !== 0,
    };
  });
}
