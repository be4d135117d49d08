/** The object: a call stack of its own within a thread. Models: greenlet 2.0 / 3.x (greenlet.cpp); leaves out what happens when one is garbage. */
import { exceptionNamed } from '../../objects/exception-types.ts';
import { objectType, typeType } from '../../objects/builtin-types.ts';
import type { PyException } from '../../objects/py-exception.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import type { Frame } from '../../vm/frame.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import type { StackOwner } from '../../vm/stack-owner.ts';
import { taskStates } from '../../../trace/event-kind.ts';
import type { TaskStateCode } from '../../../trace/event-kind.ts';
import type { Context } from '../contextvars/context.ts';
import { listGreenlet, recordState } from './greenlet-tasks.ts';

export const greenletType = new PyType({
  name: 'greenlet',
  bases: [objectType],
  layout: 'object',
  metatype: typeType,
  moduleName: 'greenlet',
  hasInstanceDict: true,
});

export const greenletErrorType = new PyType({
  name: 'error',
  bases: [exceptionNamed('Exception')],
  layout: 'exception',
  metatype: typeType,
  moduleName: 'greenlet',
  hasInstanceDict: true,
});

export const greenletExitType = new PyType({
  name: 'GreenletExit',
  bases: [exceptionNamed('BaseException')],
  layout: 'exception',
  metatype: typeType,
  moduleName: 'greenlet',
  hasInstanceDict: true,
});

/** What travels with a switch: arguments, or an exception to be raised. */
export type Message =
  | { readonly kind: 'values'; readonly args: readonly Value[]; readonly keywords: ReadonlyMap<string, Value> | null }
  | { readonly kind: 'exception'; readonly exception: PyException };

/** What of a thread's state goes with a call stack. */
export interface SavedStack {
  readonly frame: Frame | null;
  readonly depth: number;
  readonly handled: PyException | null;
  readonly previousOp: number;
  readonly previousAt: number;
}

export class Greenlet extends PyInstance implements StackOwner {
  /** What comes after its function: `switching.ts` says. */
  static ending: (thread: PyThread, greenlet: Greenlet, uncaught: PyException | null) => boolean;
  run: Value | undefined = undefined;
  parent: Greenlet | null;
  state: 'pending' | 'active' | 'dead' = 'pending';
  /** The thread it was started in; of the thread's own (main) greenlet, from the beginning. */
  thread: PyThread | null;
  readonly isMain: boolean;
  /** While another one runs. */
  saved: SavedStack | null = null;
  /** Its context (contextvars) while it does not run; a new greenlet begins with an empty one. */
  context: Context | null = null;
  /** What it is given when it goes on, and who gave it. */
  message: Message | null = null;
  origin: Greenlet | null = null;
  /** settrace(): kept by the main greenlet, for its thread. */
  tracer: Value = null;
  /** Its number among the trace's tasks; -1 while it is not listed. */
  task = -1;
  /** What the trace was told of it last: its state, and the call it is suspended in. */
  shownState: TaskStateCode = taskStates.ready;
  awaits = '';
  cancelRequests = 0;
  /** The name it has in the trace, where it was given one later. */
  shownName = '';
  /** gevent's event loop runs in it: it is shown as the loop, not as a task. */
  isHub = false;
  /** It only lets others go first: it is ready while they run. */
  yieldsOnly = false;
  /** As what it will end when its function has returned (gevent catches what is raised). */
  endState: TaskStateCode = taskStates.finished;

  constructor(type: PyType, parent: Greenlet | null, mainOf: PyThread | null) {
    super(type);
    this.parent = parent;
    this.thread = mainOf;
    this.isMain = mainOf !== null;
    if (this.isMain) this.state = 'active';
  }

  /** The thread's greenlet at the root of its parents. */
  get main(): Greenlet {
    if (this.isMain) return this;
    if (this.thread !== null) return mainOf(this.thread);
    return (this.parent as Greenlet).main;
  }

  get isCurrent(): boolean {
    return this.thread !== null && this.thread.stackOwner === this;
  }

  stackEnded(thread: PyThread, uncaught: PyException | null): boolean {
    return Greenlet.ending(thread, this, uncaught);
  }
}

/** The greenlet that runs in the thread; the first call makes the thread's own. */
export function currentGreenlet(thread: PyThread): Greenlet {
  if (thread.stackOwner !== null) return thread.stackOwner as Greenlet;
  const main = new Greenlet(greenletType, null, thread);
  listGreenlet(thread, main, 'main', null);
  recordState(thread, main, taskStates.running);
  thread.stackOwner = main;
  return main;
}

function mainOf(thread: PyThread): Greenlet {
  let at = currentGreenlet(thread);
  while (at.parent !== null) at = at.parent;
  return at;
}
