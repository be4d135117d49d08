/** Makes one call from a frame of its own, which has a return mode. An object with plain fields, so that it can be copied meanwhile. */
import { stepsEnd, stepsGoOn } from '../objects/native-function.ts';
import type { PlainSteps } from '../objects/native-function.ts';
import type { Value } from '../objects/value.ts';
import { invoke } from './invoke.ts';
import type { PyThread } from './py-thread.ts';

export class CallOnce implements PlainSteps {
  private readonly thread: PyThread;
  private readonly callable: Value;
  private readonly args: readonly Value[];
  private isCalled = false;

  constructor(thread: PyThread, callable: Value, args: readonly Value[]) {
    this.thread = thread;
    this.callable = callable;
    this.args = args;
  }

  next(sent: Value): IteratorResult<undefined, Value> {
    if (this.isCalled) return stepsEnd(sent);
    this.isCalled = true;
    const value = invoke(this.thread, this.callable, this.args, null);
    return value === undefined ? stepsGoOn : stepsEnd(value);
  }

  throw(error: unknown): IteratorResult<undefined, Value> {
    throw error;
  }
}
