/** `_asyncio.Task` as data. Models: TaskObj in Modules/_asynciomodule.c of 3.13; what it does is in `task-operations.ts` and `task-step.ts`. */
import { taskStates } from '../../../trace/event-kind.ts';
import type { TaskStateCode } from '../../../trace/event-kind.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyType } from '../../objects/py-type.ts';
import { typeType } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/value.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import type { Context } from '../contextvars/context.ts';
import { asyncioState } from './asyncio-state.ts';
import { Future, futureType, reportDeath } from './future.ts';

export const taskType = new PyType({
  name: 'Task',
  bases: [futureType],
  layout: 'object',
  metatype: typeType,
  moduleName: '_asyncio',
  hasInstanceDict: true,
});

export class Task extends Future {
  /** Its number in the trace; -1 before `__init__`. */
  traceId = -1;
  parentId = -1;
  threadId = -1;
  traceState: TaskStateCode = taskStates.ready;
  coroutine: Value = null;
  name: Value = null;
  context: Context | null = null;
  /** The future it awaits. */
  waitsFor: Value = null;
  mustCancel = false;
  logsDestroyPending = true;
  cancelRequests = 0;
  /** What it awaits, in words, while it is suspended. */
  awaits: string | null = null;

  /** Models: TaskObj_finalize. */
  override *onDeath(thread: PyThread): NativeSteps {
    asyncioState(thread.interpreter).scheduledTasks.delete(this);
    if (this.state === 'PENDING' && this.logsDestroyPending)
      yield* reportDeath(thread, this, [
        ['task', this],
        ['message', 'Task was destroyed but it is pending!'],
      ]);
    return yield* super.onDeath(thread);
  }
}

export function taskOf(self: Value | undefined): Task {
  return self as Task;
}
