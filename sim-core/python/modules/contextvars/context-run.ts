/** Context.run(): the thread sees the context's values while the callable runs. Models: context_run in Python/context.c. */
import type { PlainSteps } from '../../objects/native-function.ts';
import { stepsEnd, stepsGoOn } from '../../objects/native-function.ts';
import type { Value } from '../../objects/value.ts';
import { invoke } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { currentContext } from './context.ts';
import type { Context } from './context.ts';

export interface ContextCall {
  readonly callable: Value;
  readonly args: readonly Value[];
  readonly keywordNames: readonly string[] | null;
}

/** Entering and leaving the context, and spreading the arguments. */
const enterNs = 200;

/** Plain fields: it lies under everything an event loop runs. */
export class ContextRun implements PlainSteps {
  private readonly thread: PyThread;
  private readonly context: Context;
  private readonly call: ContextCall;
  private hasEntered = false;
  private isCalled = false;

  constructor(thread: PyThread, context: Context, call: ContextCall) {
    this.thread = thread;
    this.context = context;
    this.call = call;
  }

  next(sent: Value): IteratorResult<undefined, Value> {
    if (!this.isCalled) {
      this.enter();
      this.isCalled = true;
      const value = this.start();
      if (value === undefined) return stepsGoOn;
      this.leave();
      return stepsEnd(value);
    }
    this.leave();
    return stepsEnd(sent);
  }

  throw(error: unknown): IteratorResult<undefined, Value> {
    this.leave();
    throw error;
  }

  private start(): Value | undefined {
    try {
      return invoke(this.thread, this.call.callable, this.call.args, this.call.keywordNames);
    } catch (error) {
      this.leave();
      throw error;
    }
  }

  private enter(): void {
    const { context, thread } = this;
    if (context.isEntered)
      throw raised(
        'RuntimeError',
        `cannot enter context: <_contextvars.Context object at ${thread.addressText(context)}> is already entered`,
      );
    thread.kernel.spend(enterNs);
    context.previous = currentContext(thread);
    context.isEntered = true;
    thread.context = context;
    this.hasEntered = true;
  }

  /** Once: what goes wrong at the beginning comes by here, too. */
  private leave(): void {
    if (!this.hasEntered) return;
    this.hasEntered = false;
    this.thread.context = this.context.previous;
    this.context.previous = null;
    this.context.isEntered = false;
  }
}
