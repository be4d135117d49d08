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
import { stackEnded } from './switching.ts';

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
  run: Value | undefined = undefined;
  parent: Greenlet | null;
  state: 'pending' | 'active' | 'dead' = 'pending';
  /** The thread it was started in; of the thread's own (main) greenlet, from the beginning. */
  thread: PyThread | null;
  readonly isMain: boolean;
  /** While another one runs. */
  saved: SavedStack | null = null;
  /** What it is given when it goes on, and who gave it. */
  message: Message | null = null;
  origin: Greenlet | null = null;
  /** settrace(): kept by the main greenlet, for its thread. */
  tracer: Value = null;

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
    return stackEnded(thread, this, uncaught);
  }
}

/** The greenlet that runs in the thread; the first call makes the thread's own. */
export function currentGreenlet(thread: PyThread): Greenlet {
  thread.stackOwner ??= new Greenlet(greenletType, null, thread);
  return thread.stackOwner as Greenlet;
}

function mainOf(thread: PyThread): Greenlet {
  let at = currentGreenlet(thread);
  while (at.parent !== null) at = at.parent;
  return at;
}
