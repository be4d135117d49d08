/** sys.stdin: prepared text, or lines that are typed at virtual times. Models: TextIOWrapper over a terminal or a pipe. */
import type { Stop } from '../../kernel/program.ts';
import { WaitQueue } from '../../kernel/wait-queue.ts';
import { eventKinds, threadStates } from '../../trace/event-kind.ts';
import type { PyType } from '../objects/py-type.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { BlockingCall } from './blocking-call.ts';
import type { StandardInput } from './machine.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';

export class InputStream extends PyObject {
  static builtinType: PyType;
  override readonly type = InputStream.builtinType;
  readonly source: StandardInput;
  /** What has been typed but not read. */
  buffer = '';
  /** The next entry of typed input, and when it will be there. */
  nextEntry = 0;
  lastTypedNs = 0;
  isAtEnd = false;
  /** Those who wait for a line that nobody has typed yet. */
  readonly readers = new WaitQueue();
  resource = -1;

  constructor(source: StandardInput) {
    super();
    this.source = source;
    if (source.kind === 'text') {
      this.buffer = source.text;
      this.isAtEnd = true;
    }
  }

  /** A whole line with its newline, the rest at the end of file, '' after it; undefined while it has to be waited for. */
  takeLine(): string | undefined {
    const newline = this.buffer.indexOf('\n');
    if (newline < 0 && !this.isAtEnd) return undefined;
    const line = newline < 0 ? this.buffer : this.buffer.slice(0, newline + 1);
    this.buffer = this.buffer.slice(line.length);
    return line;
  }

  /** Everything up to the end of file; undefined while it has to be waited for. */
  takeAll(): string | undefined {
    if (!this.isAtEnd) return undefined;
    const text = this.buffer;
    this.buffer = '';
    return text;
  }

  /** When the next entry is typed; null if nothing more will be. */
  nextDueNs(): number | null {
    if (this.source.kind === 'text') return null;
    const entry = this.source.entries[this.nextEntry];
    return entry === undefined ? null : this.lastTypedNs + Math.round(entry.afterSeconds * 1e9);
  }

  arrive(dueNs: number): void {
    if (this.source.kind === 'text') return;
    const entry = this.source.entries[this.nextEntry];
    this.nextEntry += 1;
    this.lastTypedNs = dueNs;
    if (entry === undefined || entry.text === null) this.isAtEnd = true;
    else {
      // Ctrl-C throws away what was typed and not read.
      const parts = entry.text.split(interruptKey);
      if (parts.length > 1) this.buffer = '';
      this.buffer += parts.at(-1) as string;
    }
  }
}

/** Ctrl-C */
const interruptKey = '\u0003';

/** When Ctrl-C is pressed. */
export function interruptKeysNs(source: StandardInput): number[] {
  if (source.kind === 'text') return [];
  const times: number[] = [];
  let atNs = 0;
  for (const { afterSeconds, text } of source.entries) {
    atNs += Math.round(afterSeconds * 1e9);
    for (let i = 1; i < (text ?? '').split(interruptKey).length; i += 1) times.push(atNs);
  }
  return times;
}

/** Reads a line (for input() and readline()) or everything (read()). */
export class ReadCall extends BlockingCall {
  readonly stream: InputStream;
  readonly what: 'line' | 'all' | 'input';
  private text: string | undefined = undefined;

  constructor(stream: InputStream, what: 'line' | 'all' | 'input') {
    super();
    this.stream = stream;
    this.what = what;
  }

  proceed(thread: PyThread): Stop | null {
    for (;;) {
      this.text = this.what === 'all' ? this.stream.takeAll() : this.stream.takeLine();
      if (this.text !== undefined) {
        thread.kernel.record(eventKinds.input, thread.kernelThread.id, 0, thread.kernel.recorder.string(this.text));
        return null;
      }
      const dueNs = this.stream.nextDueNs();
      if (dueNs === null) {
        if (this.stream.source.kind === 'typed' && this.stream.source.isOpen) return this.forever(thread);
        this.stream.isAtEnd = true;
        continue;
      }
      if (dueNs <= thread.kernel.now) {
        this.stream.arrive(dueNs);
        continue;
      }
      return {
        kind: 'sleep',
        forNs: dueNs - thread.kernel.now,
        state: threadStates.inputOutput,
        resource: this.resourceOf(thread),
      };
    }
  }

  /** The machine wakes nobody here: the run is made again once more has been typed. */
  private forever(thread: PyThread): Stop {
    const { readers: queue } = this.stream;
    const resource = this.resourceOf(thread);
    return { kind: 'wait', queue, timeoutNs: null, state: threadStates.inputOutput, resource };
  }

  private resourceOf(thread: PyThread): number {
    if (this.stream.resource < 0) {
      this.stream.resource = thread.kernel.recorder.resource('stdin', thread.interpreter.process.id);
      thread.kernel.recorder.nameResource(this.stream.resource, 'stdin', false);
    }
    return this.stream.resource;
  }

  finish(): Value {
    const text = this.text as string;
    if (this.what !== 'input') return text;
    if (text === '') throw raised('EOFError', 'EOF when reading a line');
    return text.endsWith('\n') ? text.slice(0, -1) : text;
  }
}
