/** Making, naming and cancelling tasks. Models: _asyncio_Task___init___impl, cancel, task_call_step_soon in Modules/_asynciomodule.c of 3.13. */
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyGenerator } from '../../objects/py-generator.ts';
import type { Value } from '../../objects/value.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps, strSteps } from '../../vm/repr.ts';
import { truthSteps } from '../../vm/truth.ts';
import { copyContext } from '../contextvars/context.ts';
import type { Context } from '../contextvars/context.ts';
import { asyncioState, libraryValue } from './asyncio-state.ts';
import { attributeSteps, callSoon, cancelFuture, Future, futureType, initializeFuture, retrieved } from './future.ts';
import type { Task } from './task.ts';
import { recordCancelAsked, recordTaskCreated } from './task-trace.ts';
import { TaskStepCall } from './task-step-call.ts';
import { eagerStep } from './task-step.ts';

export interface TaskArguments {
  readonly coroutine: Value;
  readonly loop: Value;
  readonly name: Value;
  readonly context: Value;
  readonly isEager: boolean;
}

export function* initializeTask(thread: PyThread, task: Task, given: TaskArguments): NativeSteps {
  yield* initializeFuture(thread, task, given.loop);
  yield* checkCoroutine(thread, task, given.coroutine);
  const state = asyncioState(thread.interpreter);
  task.context = given.context === null ? copyContext(thread) : (given.context as Context);
  task.mustCancel = false;
  task.logsDestroyPending = true;
  task.cancelRequests = 0;
  task.coroutine = given.coroutine;
  task.name = yield* nameSteps(thread, given.name);
  thread.kernel.spend(taskCreationNs);
  recordTaskCreated(thread, task);
  if (given.isEager && (yield* isRunning(thread, task.loop))) return yield* eagerStep(thread, task);
  yield* stepSoon(thread, task, null);
  state.scheduledTasks.add(task);
  thread.interpreter.mortals.watch(task);
  return null;
}

/** Allocation, copying the context, registering the task: what the native half of `create_task` takes. */
const taskCreationNs = 1000;

function* nameSteps(thread: PyThread, given: Value): NativeSteps {
  if (given !== null) return yield* strSteps(thread, given);
  const state = asyncioState(thread.interpreter);
  state.taskCounter += 1;
  return `Task-${state.taskCounter}`;
}

function* isRunning(thread: PyThread, loop: Value): Generator<undefined, boolean, Value> {
  return yield* truthSteps(thread, yield* callSteps(thread, yield* attributeSteps(thread, loop, 'is_running'), []));
}

function* checkCoroutine(thread: PyThread, task: Task, coroutine: Value): NativeSteps {
  if (coroutine instanceof PyGenerator && coroutine.kind === 'coroutine') return null;
  const check = libraryValue(thread, 'asyncio.coroutines', 'iscoroutine');
  if (yield* truthSteps(thread, yield* callSteps(thread, check, [coroutine]))) return null;
  task.logsDestroyPending = false;
  throw raised('TypeError', `a coroutine was expected, got ${yield* reprSteps(thread, coroutine)}`);
}

/** task_call_step_soon: the next step, thrown `exception` if there is one. */
export function* stepSoon(thread: PyThread, task: Task, exception: Value): NativeSteps {
  return yield* callSoon(thread, task.loop, new TaskStepCall(task, exception), [], task.context);
}

export function* cancelTask(thread: PyThread, task: Task, message: Value): NativeSteps {
  retrieved(thread, task);
  if (task.state !== 'PENDING') return false;
  task.cancelRequests += 1;
  recordCancelAsked(thread, task);
  if (task.waitsFor !== null && (yield* cancelAwaited(thread, task.waitsFor, message))) return true;
  task.mustCancel = true;
  task.cancelMessage = message;
  return true;
}

/** fut_waiter.cancel(msg=message), as it may be overridden (gather). */
export function* cancelAwaited(thread: PyThread, awaited: Value, message: Value): Generator<undefined, boolean, Value> {
  if (awaited instanceof Future && awaited.type === futureType)
    return (yield* cancelFuture(thread, awaited, message)) === true;
  const method = yield* attributeSteps(thread, awaited, 'cancel');
  return yield* truthSteps(thread, yield* callSteps(thread, method, [message], ['msg']));
}
