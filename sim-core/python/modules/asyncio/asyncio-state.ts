/** What `_asyncio` keeps per process: running loops, current tasks, the tasks that have not ended. Models: asyncio_state in Modules/_asynciomodule.c. */
import { PyException } from '../../objects/py-exception.ts';
import { PyModule } from '../../objects/py-module.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { assert } from '../../../base/assert.ts';
import { Copyable } from '../../../base/copyable.ts';
import type { Interpreter } from '../../vm/interpreter.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import type { LoopRecord } from './loop-trace.ts';
import type { Task } from './task.ts';

/** Knows futures and tasks without keeping them alive: CPython's weak sets (that it is `Copyable` tells who looks for what is alive). */
class TaskRegistry extends Copyable {
  /** Tasks that have been scheduled and have not ended: what all_tasks() looks through. */
  readonly scheduledTasks = new Set<Value>();
  /** What is shown of each event loop. */
  readonly loops = new Map<Value, LoopRecord>();
  /** Tasks by their number in the trace, for whoever looks at a moment; ended ones are taken out when many have gathered. */
  tasks: Task[] = [];
}

export class AsyncioState {
  taskCounter = 0;
  /** The running loop by the thread's ident. */
  readonly runningLoops = new Map<number, Value>();
  /** The task whose step runs, by loop. */
  readonly currentTasks = new Map<Value, Value>();
  readonly registry = new TaskRegistry();
  readonly eagerTasks = new Set<Value>();

  get loops(): Map<Value, LoopRecord> {
    return this.registry.loops;
  }

  get scheduledTasks(): Set<Value> {
    return this.registry.scheduledTasks;
  }
}

export function asyncioState(interpreter: Interpreter): AsyncioState {
  let state = interpreter.moduleState.get('_asyncio') as AsyncioState | undefined;
  if (state === undefined) {
    state = new AsyncioState();
    interpreter.moduleState.set('_asyncio', state);
  }
  return state;
}

/** Something from a module of our library that is certainly loaded (asyncio imports it before anything can be made). */
export function libraryValue(thread: PyThread, moduleName: string, name: string): Value {
  const module = thread.interpreter.modules.getText(moduleName);
  const value = module instanceof PyModule ? module.dict.getText(name) : undefined;
  assert(value !== undefined, `${moduleName}.${name} is not there`);
  return value;
}

export function asyncioException(
  thread: PyThread,
  name: 'CancelledError' | 'InvalidStateError',
  ...args: Value[]
): PyException {
  const type = libraryValue(thread, 'asyncio.exceptions', name);
  assert(type instanceof PyType, `asyncio.exceptions.${name} is a class`);
  return new PyException(type, new PyTuple(args));
}

/** asyncio.get_running_loop() */
export function runningLoop(thread: PyThread): Value {
  const loop = asyncioState(thread.interpreter).runningLoops.get(thread.ident);
  if (loop === undefined) throw raised('RuntimeError', 'no running event loop');
  return loop;
}
