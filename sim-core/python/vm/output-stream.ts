/**
 * sys.stdout and sys.stderr, as a terminal's: line-buffered text over write(2).
 * Models: TextIOWrapper with line_buffering in Modules/_io/textio.c; the write itself lets the GIL go.
 */
import type { Stop } from '../../kernel/program.ts';
import { machineCosts } from '../../kernel/machine-costs.ts';
import { eventKinds } from '../../trace/event-kind.ts';
import type { PyType } from '../objects/py-type.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { BlockingCall } from './blocking-call.ts';
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

  constructor(descriptor: number) {
    super();
    this.descriptor = descriptor;
  }

  /** Adds text; the value to return, or undefined when it has to be written out now (a blocking call has begun). */
  write(thread: PyThread, text: string, result: Value): Value | undefined {
    this.pending += text;
    thread.kernel.spend(60);
    if (!text.includes('\n') && !text.includes('\r') && !(this.descriptor === 2 && text !== ''))
      return thread.interpreter.profile.printsInTwoWrites ? thread.block(new BufferCall(result)) : result;
    return this.flush(thread, result);
  }

  flush(thread: PyThread, result: Value): Value | undefined {
    const text = this.below + this.pending;
    if (text === '') return result;
    this.below = '';
    this.pending = '';
    return thread.block(new WriteCall(this.descriptor, text, result));
  }

  /** Writes at once, without a switch: what the interpreter itself prints, and what is left at the end. */
  writeNow(thread: PyThread, text: string): void {
    const all = this.below + this.pending + text;
    this.below = '';
    this.pending = '';
    if (all !== '') recordOutput(thread, this.descriptor, all);
  }
}

export function recordOutput(thread: PyThread, descriptor: number, text: string): void {
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

/** write(2) of a line to the terminal. */
export class WriteCall extends BlockingCall {
  readonly descriptor: number;
  readonly text: string;
  readonly result: Value;

  constructor(descriptor: number, text: string, result: Value) {
    super();
    this.descriptor = descriptor;
    this.text = text;
    this.result = result;
  }

  proceed(thread: PyThread): Stop | null {
    thread.kernel.spend(machineCosts.syscallNs + 650);
    recordOutput(thread, this.descriptor, this.text);
    return null;
  }

  finish(): Value {
    return this.result;
  }
}
