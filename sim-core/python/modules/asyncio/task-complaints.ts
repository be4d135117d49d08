/** What goes wrong with a task's step, in CPython's words. Models: the errors of task_step_impl and task_step in Modules/_asynciomodule.c. */
import type { NativeSteps } from '../../objects/native-function.ts';
import type { Value } from '../../objects/value.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { makeException, PyRaise, raised } from '../../vm/raise.ts';
import { reprSteps } from '../../vm/repr.ts';
import { asyncioException } from './asyncio-state.ts';
import { stepSoon } from './task-operations.ts';
import type { Task } from './task.ts';
import { recordSuspended } from './task-trace.ts';

export function* alreadyDone(thread: PyThread, task: Task, exception: Value): NativeSteps {
  const text = `__step(): already done: ${yield* reprSteps(thread, task)} ${exception === null ? '' : yield* reprSteps(thread, exception)}`;
  throw new PyRaise(asyncioException(thread, 'InvalidStateError', text));
}

export function* cannotEnter(thread: PyThread, task: Task, current: Value): NativeSteps {
  const [own, other] = [yield* reprSteps(thread, task), yield* reprSteps(thread, current)];
  throw raised('RuntimeError', `Cannot enter into task ${own} while another task ${other} is being executed.`);
}

export function* notAwaited(thread: PyThread, task: Task, yielded: Value): NativeSteps {
  return yield* complain(thread, task, ['yield was used instead of yield from in task ', task, ' with ', yielded]);
}

export function* otherLoop(thread: PyThread, task: Task, yielded: Value): NativeSteps {
  return yield* complain(thread, task, ['Task ', task, ' got Future ', yielded, ' attached to a different loop']);
}

/** The task goes on with a RuntimeError; objects in the text by their repr, texts as they are. */
export function* complain(thread: PyThread, task: Task, parts: readonly Value[]): NativeSteps {
  const texts: string[] = [];
  for (const part of parts) texts.push(typeof part === 'string' ? part : yield* reprSteps(thread, part));
  recordSuspended(thread, task, null);
  return yield* stepSoon(thread, task, makeException('RuntimeError', texts.join('')));
}
