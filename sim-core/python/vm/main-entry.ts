/** The main thread: runs the program, then shuts the interpreter down. Models: Py_RunMain and Py_FinalizeEx in Modules/main.c and Python/pylifecycle.c. */
import type { PyException } from '../objects/py-exception.ts';
import { PyModule } from '../objects/py-module.ts';
import type { Value } from '../objects/value.ts';
import { lookupAttribute } from './attributes.ts';
import { moduleFrame } from './import.ts';
import { deathsAtEnd } from './deaths-at-end.ts';
import { deathName } from './reachability.ts';
import { programPath } from './program-path.ts';
import type { PyThread } from './py-thread.ts';
import type { ThreadEntry } from './thread-entry.ts';
import { callSteps } from './invoke.ts';
import { pushSteps } from './native-steps.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import { reportUnraisable, writeError } from './print-exception.ts';
import { reprSteps, strSteps } from './repr.ts';
import { PyRaise } from './raise.ts';
import { reportUncaught } from './uncaught-exception.ts';

type Stage = 'start' | 'program' | 'report' | 'threads' | 'callbacks' | 'deaths' | 'end';

export class MainEntry implements ThreadEntry {
  private stage: Stage = 'start';
  private status = 0;
  private uncaught: PyException | null = null;

  proceed(thread: PyThread, uncaught: PyException | null): boolean {
    switch (this.stage) {
      case 'start':
        this.stage = 'program';
        this.startProgram(thread);
        return true;
      case 'program':
        this.stage = 'report';
        this.uncaught = uncaught;
        pushSteps(thread, 'report', this.report(thread));
        return true;
      case 'report':
        this.stage = 'threads';
        if (uncaught !== null) this.status = 1;
        this.joinThreads(thread);
        return true;
      case 'threads':
        this.stage = 'callbacks';
        pushSteps(thread, 'shutdown', this.runCallbacks(thread, uncaught));
        return true;
      case 'callbacks':
        this.stage = 'deaths';
        pushSteps(thread, deathName, deathsAtEnd(thread));
        return true;
      case 'deaths':
        this.stage = 'end';
        thread.interpreter.finish(thread, this.status);
        return false;
      case 'end':
        return false;
    }
  }

  abandon(): void {
    this.stage = 'end';
  }

  private startProgram(thread: PyThread): void {
    const { interpreter } = thread;
    const { machine } = interpreter;
    const file = machine.files[0] ?? { name: 'main.py', text: '' };
    const main = new PyModule('__main__');
    main.dict.set('__file__', programPath(machine, file.name));
    main.dict.set('__builtins__', interpreter.builtins);
    main.dict.set('__package__', null);
    interpreter.mainThread = thread;
    interpreter.modules.set('__main__', main);
    const code = interpreter.compile(thread, file.text, file.name, false);
    thread.pushFrame(moduleFrame(thread, code, main.dict, null));
  }

  /** An uncaught exception: SystemExit sets the status, others are printed. */
  private *report(thread: PyThread): Generator<undefined, Value, Value> {
    const exception = this.uncaught;
    this.uncaught = null;
    if (exception === null) return null;
    if (!exception.type.isSubtypeOf(exceptionNamed('SystemExit'))) {
      this.status = exception.type.isSubtypeOf(exceptionNamed('KeyboardInterrupt')) ? 130 : 1;
      yield* reportUncaught(thread, exception);
      return null;
    }
    const code = exception.get('code') ?? exception.args.items[0] ?? null;
    if (code === null) this.status = 0;
    else if (typeof code === 'number') this.status = ((code % 256) + 256) % 256;
    else if (typeof code === 'boolean') this.status = Number(code);
    else {
      this.status = 1;
      yield* writeError(thread, `${yield* strSteps(thread, code)}\n`);
    }
    return null;
  }

  /** threading._shutdown(): waits for the threads that are not daemons. */
  private joinThreads(thread: PyThread): void {
    const threading = thread.interpreter.modules.getText('threading');
    const shutdown = threading === undefined ? undefined : lookupAttribute(thread, threading, '_shutdown');
    if (shutdown !== undefined) thread.callAsEntry(shutdown, [], null);
  }

  /** atexit's callbacks, the last registered first. */
  private *runCallbacks(thread: PyThread, uncaught: PyException | null): Generator<undefined, Value, Value> {
    if (uncaught !== null)
      yield* reportUnraisable(thread, uncaught, {
        message: null,
        object: thread.interpreter.profile.namesModuleAtShutdown
          ? (thread.interpreter.modules.getText('threading') ?? null)
          : null,
      });
    const callbacks = thread.interpreter.exitCallbacks;
    for (let callback = callbacks.pop(); callback !== undefined; callback = callbacks.pop()) {
      try {
        yield* callSteps(thread, callback.callable, callback.args, callback.keywordNames);
      } catch (error) {
        if (!(error instanceof PyRaise)) throw error;
        const name = yield* reprSteps(thread, callback.callable);
        const message = `Exception ignored in atexit callback ${name}`;
        yield* reportUnraisable(thread, error.exception, { message, object: null });
      }
    }
    return null;
  }
}
