/**
 * sys.stdout and sys.stderr, as a terminal's: line-buffered text over write(2).
 * Models: TextIOWrapper with line_buffering in Modules/_io/textio.c above BufferedWriter in Modules/_io/bufferedio.c: the write itself lets
 * the GIL go, and who comes meanwhile waits for the buffer's lock.
 */
import type { Stop } from '../../kernel/program.ts';
import { stopBudget } from '../../kernel/program.ts';
import { eventKinds } from '../../trace/event-kind.ts';
import type { NativeSteps } from '../objects/native-function.ts';
import type { PyType } from '../objects/py-type.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { BlockingCall } from './blocking-call.ts';
import { BufferLock, EnterCall } from './buffer-lock.ts';
import { pushSteps } from './native-steps.ts';
import type { PyThread } from './py-thread.ts';

export class OutputStream extends PyObject {
  static builtinType: PyType;
  override readonly type = OutputStream.builtinType;
  /** 1 stdout, 2 stderr. */
  readonly descriptor: number;
  pending = '';
  /** Written to its buffer (`sys.stdout.buffer`), not yet to the terminal. */
  below = '';
  isClosed = false;
  readonly lock = new BufferLock();

  constructor(descriptor: number) {
    super();
    this.descriptor = descriptor;
  }

  /** Adds text; the value to return, or undefined when it has to be written out now (a blocking call has begun). */
  write(thread: PyThread, text: string, result: Value): Value | undefined {
    this.pending += text;
    thread.kernel.spend(60);
    if (!text.includes('\n') && !text.includes('\r'))
      return thread.interpreter.profile.printsInTwoWrites ? thread.block(new BufferCall(result)) : result;
    return this.flush(thread, result);
  }

  flush(thread: PyThread, result: Value): Value | undefined {
    const text = this.below + this.pending;
    if (text === '') return result;
    this.below = '';
    this.pending = '';
    if (thread.interpreter.profile.printsInTwoWrites) return thread.block(new WriteCall(this.descriptor, text, result));
    if (this.lock.owner !== null) return pushSteps(thread, 'flush', this.flushLater(thread, text, result));
    this.lock.owner = thread;
    return thread.block(new FlushCall(this, text, result));
  }

  /** Someone else is writing: the thread waits for its turn, then for the GIL, and only then writes. */
  private *flushLater(thread: PyThread, text: string, result: Value): NativeSteps {
    thread.block(new EnterCall(this.lock));
    yield;
    thread.block(new FlushCall(this, text, result));
    return yield;
  }

  /** Writes at once, without a switch: what is left at the end. */
  writeNow(thread: PyThread, text: string): void {
    const all = this.below + this.pending + text;
    this.below = '';
    this.pending = '';
    if (all !== '') recordOutput(thread, this.descriptor, all);
  }
}

function recordOutput(thread: PyThread, descriptor: number, text: string): void {
  const { recorder } = thread.kernel;
  const id = thread.kernelThread.id;
  const index = recorder.addOutput({
    stream: descriptor === 1 ? 'stdout' : 'stderr',
    text,
    thread: id,
    timeNs: thread.kernel.now,
    step: thread.kernel.steps,
  });
  thread.kernel.record(eventKinds.output, id, descriptor, index);
}

/** fwrite(3) into 2.7's buffer: nothing is written yet, but the GIL is let go. */
class BufferCall extends BlockingCall {
  readonly result: Value;

  constructor(result: Value) {
    super();
    this.result = result;
  }

  proceed(thread: PyThread): Stop | null {
    thread.kernel.spend(60);
    return null;
  }

  finish(): Value {
    return this.result;
  }
}

/** write(2) to the terminal. */
export class WriteCall extends BlockingCall {
  readonly descriptor: number;
  readonly text: string;
  readonly result: Value;
  private isShown = false;
  private leftNs = 0;

  constructor(descriptor: number, text: string, result: Value) {
    super();
    this.descriptor = descriptor;
    this.text = text;
    this.result = result;
  }

  proceed(thread: PyThread): Stop | null {
    const { kernel } = thread;
    if (!this.isShown) {
      this.isShown = true;
      const { shownAfterNs, returnsAfterNs } = kernel.terminal.beginWrite(kernel.now, kernel.chooser);
      this.leftNs = returnsAfterNs;
      kernel.spend(shownAfterNs);
      recordOutput(thread, this.descriptor, this.text);
    }
    const partNs = Math.min(this.leftNs, Math.max(0, kernel.limitNs - kernel.now));
    kernel.spend(partNs);
    this.leftNs -= partNs;
    return this.leftNs > 0 ? stopBudget : null;
  }

  override isInterruptible(_thread: PyThread): boolean {
    return false;
  }

  finish(_thread: PyThread): Value {
    return this.result;
  }
}

/** write(2) from inside the stream's buffer: with the GIL in hand again, the next one may come in. */
class FlushCall extends WriteCall {
  private readonly stream: OutputStream;

  constructor(stream: OutputStream, text: string, result: Value) {
    super(stream.descriptor, text, result);
    this.stream = stream;
  }

  override finish(thread: PyThread): Value {
    this.stream.lock.leave(thread);
    return this.result;
  }
}
