/** The methods and attributes of `_asyncio.Task`, and of what stands in the ready queue for its steps. */
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { anyNumber, attribute, constructor, exactly, method, methodSteps, named } from '../../builtins/define.ts';
import { callSteps } from '../../vm/invoke.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import { raised } from '../../vm/raise.ts';
import { strSteps } from '../../vm/repr.ts';
import { truthQuickly } from '../../vm/truth.ts';
import { libraryValue } from './asyncio-state.ts';
import { cancelTask, initializeTask } from './task-operations.ts';
import { TaskStep } from './task-step.ts';
import { taskStepCallType } from './task-step-call.ts';
import type { TaskStepCall } from './task-step-call.ts';
import { recordRenamed } from './task-trace.ts';
import { Task, taskOf, taskType } from './task.ts';

const yes = (value: Value | undefined): boolean => truthQuickly(value ?? null) === true;

constructor(taskType, anyNumber(true), (_thread, args) => new Task(args[0] as PyType));
methodSteps(
  taskType,
  '__init__',
  { least: 1, most: 1, names: ['coro', 'loop', 'name', 'context', 'eager_start'] },
  function* init(thread, args) {
    return yield* initializeTask(thread, taskOf(args[0]), {
      coroutine: args[1] as Value,
      loop: args[2] ?? null,
      name: args[3] ?? null,
      context: args[4] ?? null,
      isEager: yes(args[5]),
    });
  },
);
methodSteps(taskType, 'cancel', named(0, 'msg'), function* cancel(thread, args) {
  return yield* cancelTask(thread, taskOf(args[0]), args[1] ?? null);
});
method(taskType, 'uncancel', exactly(0), (_thread, args) => {
  const task = taskOf(args[0]);
  if (task.cancelRequests > 0) {
    task.cancelRequests -= 1;
    if (task.cancelRequests === 0) task.mustCancel = false;
  }
  return task.cancelRequests;
});
method(taskType, 'cancelling', exactly(0), (_thread, args) => taskOf(args[0]).cancelRequests);
method(taskType, 'get_coro', exactly(0), (_thread, args) => taskOf(args[0]).coroutine);
method(taskType, 'get_context', exactly(0), (_thread, args) => taskOf(args[0]).context);
method(taskType, 'get_name', exactly(0), (_thread, args) => taskOf(args[0]).name);
methodSteps(taskType, 'set_name', exactly(1), function* setName(thread, args) {
  taskOf(args[0]).name = yield* strSteps(thread, args[1] as Value);
  recordRenamed(thread, taskOf(args[0]));
  return null;
});
method(taskType, 'set_result', exactly(1), () => {
  throw raised('RuntimeError', 'Task does not support set_result operation');
});
method(taskType, 'set_exception', exactly(1), () => {
  throw raised('RuntimeError', 'Task does not support set_exception operation');
});
methodSteps(taskType, '__repr__', exactly(0), function* repr(thread, args) {
  return yield* callSteps(thread, libraryValue(thread, 'asyncio.base_tasks', '_task_repr'), [args[0] as Value]);
});
methodSteps(taskType, 'get_stack', { least: 0, most: 0, names: ['limit'] }, function* getStack(thread, args) {
  const fn = libraryValue(thread, 'asyncio.base_tasks', '_task_get_stack');
  return yield* callSteps(thread, fn, [args[0] as Value, args[1] ?? null]);
});
methodSteps(
  taskType,
  'print_stack',
  { least: 0, most: 0, names: ['limit', 'file'] },
  function* printStack(thread, args) {
    const fn = libraryValue(thread, 'asyncio.base_tasks', '_task_print_stack');
    return yield* callSteps(thread, fn, [args[0] as Value, args[1] ?? null, args[2] ?? null]);
  },
);

attribute(taskType, '_coro', (self) => taskOf(self).coroutine);
attribute(taskType, '_fut_waiter', (self) => taskOf(self).waitsFor);
attribute(taskType, '_must_cancel', (self) => taskOf(self).mustCancel);
attribute(
  taskType,
  '_log_destroy_pending',
  (self) => taskOf(self).logsDestroyPending,
  (self, value) => {
    taskOf(self).logsDestroyPending = yes(value);
  },
);

method(taskStepCallType, '__call__', exactly(0), (thread, args) => {
  const call = args[0] as unknown as TaskStepCall;
  return pushSteps(thread, 'task_step', new TaskStep(thread, call.task, call.exception));
});
attribute(taskStepCallType, '__self__', (self) => (self as unknown as TaskStepCall).task);
method(
  taskStepCallType,
  '__repr__',
  exactly(0),
  (thread, args) =>
    `<_asyncio.TaskStepMethWrapper object at ${thread.addressText(args[0] as unknown as TaskStepCall)}>`,
);
