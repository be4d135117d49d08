/**
 * One step of a task: its coroutine is entered, runs to the next `await` that suspends, and what it yielded decides when it goes on.
 * Models: task_step_impl, task_step, task_wakeup, task_eager_start in Modules/_asynciomodule.c of 3.13.
 */
import { exceptionNamed } from '../../objects/exception-types.ts';
import type { NativeSteps, PlainSteps } from '../../objects/native-function.ts';
import { stepsEnd, stepsGoOn } from '../../objects/native-function.ts';
import type { PyException } from '../../objects/py-exception.ts';
import { PyFunction } from '../../objects/py-function.ts';
import { PyGenerator } from '../../objects/py-generator.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyMethod } from '../../objects/py-method.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { exactly, native } from '../../builtins/define.ts';
import { exceptionToThrow, throwIntoGenerator } from '../../builtins/types/throw-into.ts';
import { lookupAttribute, pendingLookup } from '../../vm/attributes.ts';
import { hasPlainGetAttribute } from '../../vm/descriptors.ts';
import { returnModes } from '../../vm/frame.ts';
import type { NativeFrame } from '../../vm/frame.ts';
import { resumeGenerator } from '../../vm/generators.ts';
import { callSteps, invoke } from '../../vm/invoke.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { PyRaise } from '../../vm/raise.ts';
import type { Context } from '../contextvars/context.ts';
import { ContextRun } from '../contextvars/context-run.ts';
import { asyncioState, libraryValue } from './asyncio-state.ts';
import {
  addDoneCallback,
  attributeSteps,
  cancelFuture,
  cancelledErrorOf,
  Future,
  resultOf,
  setException,
  setResult,
} from './future.ts';
import { alreadyDone, cannotEnter, complain, notAwaited, otherLoop } from './task-complaints.ts';
import { cancelAwaited, stepSoon } from './task-operations.ts';
import { TaskStepCall } from './task-step-call.ts';
import type { Task } from './task.ts';
import { recordEnd, recordStepBegins, recordSuspended } from './task-trace.ts';
import { taskWakeUp } from './task-wake-up.ts';

/** Entering and leaving the task, its bookkeeping: what a step takes beside the coroutine's own code. */
const stepNs = 50;

/** Plain fields: while the coroutine runs this lies under it, and checkpoints may be made. */
export class TaskStep implements PlainSteps {
  private readonly thread: PyThread;
  private readonly task: Task;
  private exception: Value;
  private stage: 'begin' | 'coroutine' | 'afterwards' = 'begin';
  private readonly isEager: boolean;

  constructor(thread: PyThread, task: Task, exception: Value, isEager = false) {
    this.thread = thread;
    this.task = task;
    this.exception = exception;
    this.isEager = isEager;
  }

  next(sent: Value): IteratorResult<undefined, Value> {
    switch (this.stage) {
      case 'begin':
        return this.begin();
      case 'coroutine':
        if (sent === null) return this.yieldedNothing();
        return this.finishWith(afterYield(this.thread, this.task, sent));
      case 'afterwards':
        this.leave();
        return stepsEnd(null);
    }
  }

  throw(error: unknown): IteratorResult<undefined, Value> {
    if (this.stage === 'coroutine' && error instanceof PyRaise)
      return this.finishWith(afterEnd(this.thread, this.task, error.exception));
    this.leave();
    throw error;
  }

  /** A bare yield, as `sleep(0)` makes: the next step is called soon. */
  private yieldedNothing(): IteratorResult<undefined, Value> {
    const { task, thread } = this;
    const callSoon = plainMethod(task.loop, 'call_soon');
    if (callSoon === null) return this.finishWith(afterYield(thread, task, null));
    recordSuspended(thread, task, null);
    this.stage = 'afterwards';
    const args = [task.loop, new TaskStepCall(task, null)];
    if (task.context === null) invoke(thread, callSoon, args, null);
    else invoke(thread, callSoon, [...args, task.context], contextName);
    return stepsGoOn;
  }

  /** What comes after the coroutine may call Python (call_soon), and so is a frame of its own. */
  private finishWith(steps: NativeSteps): IteratorResult<undefined, Value> {
    this.stage = 'afterwards';
    pushKnown(this.thread, 'task_step', steps, [this.task, this.exception]);
    return stepsGoOn;
  }

  private begin(): IteratorResult<undefined, Value> {
    const { task, thread } = this;
    if (task.state !== 'PENDING') {
      this.stage = 'afterwards';
      pushSteps(thread, 'task_step', alreadyDone(thread, task, this.exception));
      return stepsGoOn;
    }
    if (!this.isEager) {
      const current = asyncioState(thread.interpreter).currentTasks.get(task.loop);
      if (current !== undefined) {
        this.stage = 'afterwards';
        pushSteps(thread, 'task_step', cannotEnter(thread, task, current));
        return stepsGoOn;
      }
      asyncioState(thread.interpreter).currentTasks.set(task.loop, task);
    }
    if (task.mustCancel) {
      const isCancellation = this.exception !== null && isCancelledError(thread, this.exception as PyException);
      if (!isCancellation) this.exception = cancelledErrorOf(thread, task);
      task.mustCancel = false;
    }
    task.waitsFor = null;
    thread.kernel.spend(stepNs);
    recordStepBegins(thread, task);
    this.stage = 'coroutine';
    return this.enterCoroutine();
  }

  private enterCoroutine(): IteratorResult<undefined, Value> {
    const { task, thread, exception } = this;
    const { coroutine } = task;
    if (coroutine instanceof PyGenerator) {
      if (!coroutine.hasStarted) waitsForTheCollector(thread, task);
      try {
        if (exception === null) resumeGenerator(thread, coroutine, null, returnModes.generatorMethod, null);
        else pushKnown(thread, 'throw', thrownInto(thread, coroutine, exception), [coroutine, exception]);
      } catch (error) {
        return this.throw(error);
      }
    } else {
      waitsForTheCollector(thread, task);
      pushSteps(thread, 'send', foreignSteps(thread, coroutine, exception));
    }
    return stepsGoOn;
  }

  private leave(): void {
    if (this.isEager) return;
    const { currentTasks } = asyncioState(this.thread.interpreter);
    if (currentTasks.get(this.task.loop) === this.task) currentTasks.delete(this.task.loop);
  }
}

/** Steps of which it is known what they hold, so that objects can die while they last. */
function pushKnown(thread: PyThread, name: string, steps: NativeSteps, held: readonly Value[]): void {
  pushSteps(thread, name, steps);
  (thread.frame as NativeFrame).held = [...held];
}

/** A task that has begun is held by what it waits for, and holds that: no count of references reaches nought. */
function waitsForTheCollector(thread: PyThread, task: Task): void {
  const { mortals } = thread.interpreter;
  if (task.coroutine instanceof PyGenerator) mortals.leaveDormant(task.coroutine);
  mortals.leaveDormant(task);
}

const contextName = ['context'];

/** A method written in Python that nothing hides; null where it has to be looked up with all that belongs to it. */
function plainMethod(object: Value, name: string): PyFunction | null {
  if (!(object instanceof PyInstance) || !hasPlainGetAttribute(object.type)) return null;
  const found = object.type.lookup(name);
  return found instanceof PyFunction && object.get(name) === undefined ? found : null;
}

function* thrownInto(thread: PyThread, coroutine: PyGenerator, exception: Value): NativeSteps {
  return yield* throwIntoGenerator(thread, coroutine, yield* exceptionToThrow(thread, [exception]));
}

/** A coroutine that is an object of Python's own. */
function* foreignSteps(thread: PyThread, coroutine: Value, exception: Value): NativeSteps {
  const name = exception === null ? 'send' : 'throw';
  return yield* callSteps(thread, yield* attributeSteps(thread, coroutine, name), [exception]);
}

function isCancelledError(thread: PyThread, exception: PyException): boolean {
  return exception.type.isSubtypeOf(libraryValue(thread, 'asyncio.exceptions', 'CancelledError') as PyType);
}

/** The coroutine has returned (StopIteration) or raised. */
function* afterEnd(thread: PyThread, task: Task, exception: PyException): NativeSteps {
  if (exception.type.isSubtypeOf(exceptionNamed('StopIteration'))) {
    if (task.mustCancel) {
      task.mustCancel = false;
      recordEnd(thread, task, 'cancelled');
      yield* cancelFuture(thread, task, task.cancelMessage);
      return null;
    }
    recordEnd(thread, task, 'finished');
    return yield* setResult(thread, task, exception.get('value') ?? exception.args.items[0] ?? null);
  }
  if (isCancelledError(thread, exception)) {
    task.cancelledError = exception;
    recordEnd(thread, task, 'cancelled');
    yield* cancelFuture(thread, task, null);
    return null;
  }
  recordEnd(thread, task, 'failed');
  yield* setException(thread, task, exception);
  const isFatal = ['KeyboardInterrupt', 'SystemExit'].some((name) => exception.type.isSubtypeOf(exceptionNamed(name)));
  if (isFatal) throw new PyRaise(exception);
  return null;
}

/** The coroutine has yielded: a future it awaits, None for a bare yield, or something it must not. */
function* afterYield(thread: PyThread, task: Task, yielded: Value): NativeSteps {
  if (yielded === task) return yield* complain(thread, task, ['Task cannot await on itself: ', task]);
  if (yielded instanceof Future) {
    if (!yielded.isBlocking) return yield* notAwaited(thread, task, yielded);
    if (yielded.loop !== task.loop) return yield* otherLoop(thread, task, yielded);
    yielded.isBlocking = false;
    yield* addDoneCallback(thread, yielded, { callable: new PyMethod(taskWakeUp, task), context: task.context });
    return yield* awaitFuture(thread, task, yielded);
  }
  if (yielded === null) {
    recordSuspended(thread, task, null);
    return yield* stepSoon(thread, task, null);
  }
  return yield* otherYield(thread, task, yielded);
}

function* awaitFuture(thread: PyThread, task: Task, future: Value): NativeSteps {
  task.waitsFor = future;
  recordSuspended(thread, task, future);
  if (task.mustCancel && (yield* cancelAwaited(thread, future, task.cancelMessage))) task.mustCancel = false;
  return null;
}

/** A future of some other class, told by its `_asyncio_future_blocking`; else an error. */
function* otherYield(thread: PyThread, task: Task, yielded: Value): NativeSteps {
  const flag = yielded instanceof PyInstance ? lookupAttribute(thread, yielded, '_asyncio_future_blocking') : undefined;
  const isBlocking = flag === pendingLookup ? yield : (flag ?? null);
  if (isBlocking !== null) {
    if (isBlocking !== true) return yield* notAwaited(thread, task, yielded);
    if ((yield* attributeSteps(thread, yielded, '_loop')) !== task.loop) return yield* otherLoop(thread, task, yielded);
    (yielded as PyInstance).set('_asyncio_future_blocking', false);
    const add = yield* attributeSteps(thread, yielded, 'add_done_callback');
    yield* callSteps(thread, add, [new PyMethod(taskWakeUp, task), task.context], ['context']);
    return yield* awaitFuture(thread, task, yielded);
  }
  if (yielded instanceof PyGenerator && yielded.kind === 'generator')
    return yield* complain(thread, task, [
      'yield was used instead of yield from for generator in task ',
      task,
      ' with ',
      yielded,
    ]);
  return yield* complain(thread, task, ['Task got bad yield: ', yielded]);
}

/** task_wakeup: what the task awaited has ended. */
export function wakeUp(thread: PyThread, task: Task, future: Value): undefined {
  if (future instanceof Future)
    return pushSteps(thread, 'task_wakeup', new TaskStep(thread, task, failureOf(thread, future)));
  return pushSteps(thread, 'task_wakeup', wakeUpByOther(thread, task, future));
}

function failureOf(thread: PyThread, future: Future): Value {
  try {
    resultOf(thread, future);
    return null;
  } catch (error) {
    if (error instanceof PyRaise) return error.exception;
    throw error;
  }
}

function* wakeUpByOther(thread: PyThread, task: Task, future: Value): NativeSteps {
  let exception: Value = null;
  try {
    yield* callSteps(thread, yield* attributeSteps(thread, future, 'result'), []);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    exception = error.exception;
  }
  pushSteps(thread, 'task_step', new TaskStep(thread, task, exception));
  return yield;
}

const firstStep = native('task_eager_start', exactly(1), (thread, args) =>
  pushSteps(thread, 'task_step', new TaskStep(thread, args[0] as Task, null, true)),
);

/** task_eager_start: the first step at once, in the task's context, as the current task. */
export function* eagerStep(thread: PyThread, task: Task): NativeSteps {
  const state = asyncioState(thread.interpreter);
  const previous = state.currentTasks.get(task.loop);
  state.currentTasks.set(task.loop, task);
  state.eagerTasks.add(task);
  try {
    const call = { callable: firstStep, args: [task], keywordNames: null };
    pushSteps(thread, 'run', new ContextRun(thread, task.context as Context, call));
    yield;
  } finally {
    state.eagerTasks.delete(task);
    if (previous === undefined) state.currentTasks.delete(task.loop);
    else state.currentTasks.set(task.loop, previous);
  }
  if (task.state === 'PENDING') {
    state.scheduledTasks.add(task);
    waitsForTheCollector(thread, task);
  } else task.coroutine = null;
  return null;
}
