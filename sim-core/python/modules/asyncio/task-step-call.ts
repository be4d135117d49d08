/** What a task puts into the loop's ready queue for its next step. Models: TaskStepMethWrapper in Modules/_asynciomodule.c. */
import { objectType, typeType } from '../../objects/builtin-types.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import type { Task } from './task.ts';

export const taskStepCallType = new PyType({
  name: 'TaskStepMethWrapper',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  moduleName: '_asyncio',
  canBeSubclassed: false,
});

export class TaskStepCall extends PyObject {
  override readonly type = taskStepCallType;
  readonly task: Task;
  /** Thrown into the coroutine; None: it just goes on. */
  readonly exception: Value;

  constructor(task: Task, exception: Value) {
    super();
    this.task = task;
    this.exception = exception;
  }
}
