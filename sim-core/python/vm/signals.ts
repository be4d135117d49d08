/**
 * What a Python process does about signals.
 * Models: Modules/signalmodule.c – the handler in C only notes the signal (trip_signal); the main thread runs the Python function at its next
 * poll, and a blocking call of the main thread that was interrupted runs it before it goes on (PEP 475).
 * Leaves out: stopping and continuing processes; real-time queues.
 */
import type { SignalReceiver } from '../../kernel/process.ts';
import { endsProcess, lastSignal, signals } from '../../kernel/signals.ts';
import { WaitQueue } from '../../kernel/wait-queue.ts';
import type { Value } from '../objects/value.ts';
import { frameObjectOf } from '../builtins/types/frame-object.ts';
import type { Interpreter } from './interpreter.ts';
import { callSteps } from './invoke.ts';
import type { PyThread } from './py-thread.ts';

/** signal.SIG_DFL and signal.SIG_IGN */
export const signalDefault = 0;
export const signalIgnore = 1;

export class Signals implements SignalReceiver {
  readonly interpreter: Interpreter;
  /** By number: 0, 1, or a callable. */
  handlers: Value[] = Array.from({ length: lastSignal + 1 }, () => signalDefault);
  /** Signals noted by the C handler whose Python function has not run yet. */
  tripped = new Set<number>();
  /** Signals that every thread blocks, and that came. */
  held = new Set<number>();
  /** Threads in sigwait(). */
  readonly waiting = new WaitQueue();
  /** signal.set_wakeup_fd: each number goes there, too; -1 for none. */
  wakeupDescriptor = -1;

  constructor(interpreter: Interpreter, interruptHandler: Value) {
    this.interpreter = interpreter;
    this.handlers[signals.interrupt] = interruptHandler;
    this.handlers[signals.brokenPipe] = signalIgnore;
    this.handlers[signals.fileTooLarge] = signalIgnore;
  }

  get isPending(): boolean {
    return this.tripped.size > 0;
  }

  receive(signal: number): void {
    const { interpreter } = this;
    if (interpreter.isFinalizing) return;
    const handler = this.handlers[signal] as Value;
    if (handler === signalIgnore) return;
    const open = interpreter.threads.filter((thread) => !thread.blockedSignals.has(signal));
    if (open.length === 0) {
      this.held.add(signal);
      interpreter.kernel.wake(this.waiting, this.waiting.waiters.length, -1);
      return;
    }
    if (handler === signalDefault) {
      if (endsProcess(signal)) interpreter.endBySignal(signal);
      return;
    }
    const main = this.note(signal);
    const wakeup = interpreter.process.descriptors.get(this.wakeupDescriptor);
    wakeup?.write(interpreter.kernel, Uint8Array.of(signal));
    if (main !== null && open.includes(main)) main.interrupt();
  }

  /** The handler is to run in the main thread, which is given back; what it waits for goes on. */
  note(signal: number): PyThread | null {
    this.tripped.add(signal);
    const main = this.interpreter.mainThread;
    main?.updateBreaker();
    return main;
  }

  /** A thread's mask has changed: what waited for that comes now. */
  releaseHeld(): void {
    for (const signal of this.held) {
      if (!this.interpreter.threads.some((thread) => !thread.blockedSignals.has(signal))) continue;
      this.held.delete(signal);
      this.receive(signal);
    }
  }

  /** For generator bodies: runs the handlers of all noted signals, the lowest number first. */
  *run(thread: PyThread): Generator<undefined, null, Value> {
    while (this.tripped.size > 0) {
      const signal = Math.min(...this.tripped);
      this.tripped.delete(signal);
      thread.updateBreaker();
      const handler = this.handlers[signal] as Value;
      if (handler === signalDefault || handler === signalIgnore) continue;
      yield* callSteps(thread, handler, [signal, frameObjectOf(thread, 0)]);
    }
    return null;
  }
}
