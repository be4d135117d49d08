/** A thread made by _thread: one call. Models: thread_run in Modules/_threadmodule.c. */
import { exceptionNamed } from '../objects/exception-types.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyMethod } from '../objects/py-method.ts';
import type { Value } from '../objects/value.ts';
import type { PyThread } from './py-thread.ts';
import { pushSteps } from './native-steps.ts';
import { reportUnraisable } from './print-exception.ts';
import { reprSteps } from './repr.ts';
import type { ThreadEntry } from './thread-entry.ts';
import { forgetLocals } from '../modules/thread/thread-local.ts';
import type { ThreadHandle } from '../modules/thread/thread-handle.ts';

export interface SpawnedCall {
  readonly callable: Value;
  readonly args: readonly Value[];
  readonly keywordNames: readonly string[] | null;
  /** What join() waits on; null for _thread.start_new_thread. */
  readonly handle: ThreadHandle | null;
}

export class SpawnedEntry implements ThreadEntry {
  private readonly call: SpawnedCall;
  private hasStarted = false;
  private hasReported = false;

  constructor(call: SpawnedCall) {
    this.call = call;
  }

  /** The Thread object whose method it calls; null where the program started a function itself. */
  get owner(): Value {
    const { callable } = this.call;
    return callable instanceof PyMethod ? callable.self : null;
  }

  proceed(thread: PyThread, uncaught: PyException | null): boolean {
    if (!this.hasStarted) {
      this.hasStarted = true;
      thread.callAsEntry(this.call.callable, this.call.args, this.call.keywordNames);
      return true;
    }
    if (uncaught !== null && !this.hasReported && !uncaught.type.isSubtypeOf(exceptionNamed('SystemExit'))) {
      this.hasReported = true;
      pushSteps(thread, 'report', this.report(thread, uncaught));
      return true;
    }
    forgetLocals(thread);
    if (thread.interpreter.mortals.checkAtThreadEnd(thread)) return true;
    this.call.handle?.markDone(thread);
    return false;
  }

  abandon(): void {
    this.hasStarted = true;
    this.hasReported = true;
  }

  private *report(thread: PyThread, exception: PyException): Generator<undefined, Value, Value> {
    const name = yield* reprSteps(thread, this.call.callable);
    const message = `Exception ignored in thread started by ${name}`;
    yield* reportUnraisable(thread, exception, { message, object: null });
    return null;
  }
}
