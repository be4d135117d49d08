/** The callback by which a future wakes the task that awaits it. Models: TaskWakeupDef in Modules/_asynciomodule.c. */
import { NativeMethod } from '../../objects/native-function.ts';
import type { Value } from '../../objects/value.ts';
import { taskType } from './task.ts';
import type { Task } from './task.ts';
import { wakeUp } from './task-step.ts';

export const taskWakeUp = new NativeMethod(
  taskType,
  'task_wakeup',
  (thread, args) => wakeUp(thread, args[0] as Task, args[1] as Value),
  { signature: { least: 2, most: 2, names: [], takesAnyKeyword: false }, isStepped: false },
);
