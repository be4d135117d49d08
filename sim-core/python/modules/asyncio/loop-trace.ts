/** What event loops do, told to the trace: the phases of a turn and the callbacks it calls. */
import { eventKinds, loopPhases } from '../../../trace/event-kind.ts';
import type { LoopPhaseCode } from '../../../trace/event-kind.ts';
import { NativeFunction } from '../../objects/native-function.ts';
import { PyFunction } from '../../objects/py-function.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyMethod } from '../../objects/py-method.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { asyncioState } from './asyncio-state.ts';
import { Future } from './future.ts';
import { isTask, wokenTask } from './task-trace.ts';
import type { Task } from './task.ts';
import { TaskStepCall } from './task-step-call.ts';

/** Plain fields. */
export interface LoopRecord {
  threadId: number;
  /** Null while it does not run. */
  phase: LoopPhaseCode | null;
  turn: number;
  /** When `select` comes back at the latest; null without end. */
  selectUntilNs: number | null;
}

function loopRecord(thread: PyThread, loop: Value): LoopRecord {
  const { loops } = asyncioState(thread.interpreter);
  let known = loops.get(loop);
  if (known === undefined) {
    known = { threadId: thread.kernelThread.id, phase: null, turn: 0, selectUntilNs: null };
    loops.set(loop, known);
  }
  return known;
}

/** The loop goes on to `phase`; `count` as loopPhases says. */
export function recordPhase(thread: PyThread, loop: Value, phase: LoopPhaseCode, count: number): void {
  const loopState = loopRecord(thread, loop);
  loopState.threadId = thread.kernelThread.id;
  loopState.phase = phase === loopPhases.stopped ? null : phase;
  if (phase === loopPhases.select) {
    loopState.turn += 1;
    loopState.selectUntilNs = count < 0 ? null : thread.kernel.now + count * 1000;
  }
  thread.kernel.record(eventKinds.loopPhase, thread.kernelThread.id, phase, count);
}

export function recordCallback(thread: PyThread, callback: Value, args: Value): void {
  const task = taskOfCallback(callback, args);
  const text = thread.kernel.recorder.string(callbackText(callback, args));
  thread.kernel.record(eventKinds.loopCallback, thread.kernelThread.id, text, task === null ? -1 : task.traceId);
}

/** The task whose step or wake-up a callback is, or whose sleep it ends. */
export function taskOfCallback(callback: Value, args: Value): Task | null {
  if (callback instanceof TaskStepCall) return callback.task;
  return wokenTask(callback) ?? sleeperOf(args);
}

/** A callback in words: 'step of Task-2', 'wake-up of Task-1', 'sleep of Task-1', 'print'. */
export function callbackText(callback: Value, args: Value): string {
  if (callback instanceof TaskStepCall) return `step of ${String(callback.task.name)}`;
  const woken = wokenTask(callback);
  if (woken !== null) return `wake-up of ${String(woken.name)}`;
  const name = callableName(callback);
  const sleeper = name === '_set_result_unless_cancelled' ? sleeperOf(args) : null;
  return sleeper === null ? name : `sleep of ${String(sleeper.name)}`;
}

/** The end of a sleep sets the future that a task awaits: the task is what a person looks for. */
function sleeperOf(args: Value): Task | null {
  const [future] = args instanceof PyTuple ? args.items : [];
  if (!(future instanceof Future)) return null;
  return future.callbacks.map(({ callable }) => wokenTask(callable)).find((task) => task !== null) ?? null;
}

function callableName(callable: Value): string {
  if (callable instanceof PyFunction) return callable.qualifiedName;
  if (callable instanceof NativeFunction) return callable.title;
  if (callable instanceof PyMethod)
    return isTask(callable.self)
      ? `${String(callable.self.name)}.${simpleName(callable.callable)}`
      : callableName(callable.callable);
  const wrapped = callable instanceof PyInstance ? (callable as { callable?: Value }).callable : undefined;
  return wrapped === undefined ? typeOf(callable).name : callableName(wrapped);
}

function simpleName(callable: Value): string {
  return callable instanceof PyFunction || callable instanceof NativeFunction ? callable.name : typeOf(callable).name;
}
