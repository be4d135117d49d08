/** What tasks do, told to the trace (trace/task.ts). It changes nothing in the run. */
import { eventKinds, taskStates } from '../../../trace/event-kind.ts';
import type { TaskStateCode } from '../../../trace/event-kind.ts';
import { NativeMethod } from '../../objects/native-function.ts';
import { PyGenerator } from '../../objects/py-generator.ts';
import { PyMethod } from '../../objects/py-method.ts';
import type { Value } from '../../objects/value.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { recordSwitchPlace } from '../../vm/switch-place.ts';
import { asyncioState } from './asyncio-state.ts';
import { awaitChain, awaitText } from './await-text.ts';
import type { DoneCallback } from './future.ts';
import type { Task } from './task.ts';

/** So many tasks are remembered before those that have ended are forgotten. */
const manyTasks = 512;

export function isTask(value: Value): value is Task {
  return typeof value === 'object' && value !== null && typeof (value as { traceId?: unknown }).traceId === 'number';
}

/** The task whose step runs in this thread, as the trace numbers it; -1 if there is none. */
function currentTaskId(thread: PyThread): number {
  const state = asyncioState(thread.interpreter);
  const loop = state.runningLoops.get(thread.ident);
  const task = loop === undefined ? undefined : state.currentTasks.get(loop);
  return task !== undefined && isTask(task) ? task.traceId : -1;
}

function record(thread: PyThread, kind: number, task: Task, b: number): void {
  if (task.traceId < 0) return;
  thread.kernel.record(kind as typeof eventKinds.taskState, thread.kernelThread.id, task.traceId, b);
}

function recordState(thread: PyThread, task: Task, state: TaskStateCode): void {
  task.traceState = state;
  record(thread, eventKinds.taskState, task, state);
}

export function recordTaskCreated(thread: PyThread, task: Task): void {
  const parent = currentTaskId(thread);
  const { coroutine } = task;
  task.parentId = parent;
  task.traceId = thread.kernel.recorder.task({
    kind: 'asyncio',
    name: String(task.name),
    functionName: coroutine instanceof PyGenerator ? coroutine.qualifiedName : typeOf(coroutine).name,
    thread: thread.kernelThread.id,
    parent,
  });
  task.threadId = thread.kernelThread.id;
  const { registry } = asyncioState(thread.interpreter);
  if (registry.tasks.length >= manyTasks && registry.tasks.length >= 2 * registry.scheduledTasks.size)
    registry.tasks = registry.tasks.filter((other) => other.state === 'PENDING');
  registry.tasks.push(task);
  record(thread, eventKinds.taskCreated, task, parent);
  recordState(thread, task, taskStates.ready);
}

export function recordRenamed(thread: PyThread, task: Task): void {
  record(thread, eventKinds.taskRenamed, task, thread.kernel.recorder.string(String(task.name)));
}

export function recordStepBegins(thread: PyThread, task: Task): void {
  task.awaits = null;
  recordState(thread, task, taskStates.running);
}

/** The step is over; `future` null: a bare yield, the next step is in the ready queue already. */
export function recordSuspended(thread: PyThread, task: Task, future: Value): void {
  const text = awaitText(thread.interpreter, task, future);
  for (const frame of awaitChain(task)) recordSwitchPlace(thread, frame);
  record(thread, eventKinds.taskAwaits, task, thread.kernel.recorder.string(text));
  if (future === null) recordState(thread, task, taskStates.ready);
  else {
    task.awaits = text;
    recordState(thread, task, taskStates.suspended);
  }
}

export function recordEnd(thread: PyThread, task: Task, how: 'finished' | 'failed' | 'cancelled'): void {
  asyncioState(thread.interpreter).scheduledTasks.delete(task);
  const { mortals } = thread.interpreter;
  if (task.coroutine instanceof PyGenerator) mortals.wake(task.coroutine);
  mortals.wake(task);
  recordState(thread, task, taskStates[how]);
}

export function recordCancelAsked(thread: PyThread, task: Task): void {
  record(thread, eventKinds.taskCancelAsked, task, currentTaskId(thread));
}

/** The future that these callbacks belong to has ended: the tasks among them can go on. */
export function recordWakeUps(thread: PyThread, callbacks: readonly DoneCallback[]): void {
  for (const { callable } of callbacks) {
    const task = wokenTask(callable);
    if (task === null) continue;
    record(thread, eventKinds.taskWoken, task, currentTaskId(thread));
    task.awaits = null;
    recordState(thread, task, taskStates.ready);
  }
}

/** The task that a callback is the wake-up of. */
export function wokenTask(callable: Value): Task | null {
  if (!(callable instanceof PyMethod) || !isTask(callable.self)) return null;
  return callable.callable instanceof NativeMethod && callable.callable.name === 'task_wakeup' ? callable.self : null;
}
