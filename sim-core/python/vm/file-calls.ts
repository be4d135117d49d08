/** read(2) and write(2) on open files of the simulated system, without the GIL. Models: os_read_impl and os_write_impl over _Py_read, _Py_write. */
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { FileError } from '../../kernel/files/open-file.ts';
import { machineCosts } from '../../kernel/machine-costs.ts';
import type { Stop } from '../../kernel/program.ts';
import type { WaitQueue } from '../../kernel/wait-queue.ts';
import { eventKinds, threadStates } from '../../trace/event-kind.ts';
import { PyBytes } from '../objects/py-bytes.ts';
import type { Value } from '../objects/value.ts';
import { BlockingCall } from './blocking-call.ts';
import { osError } from './os-error.ts';
import type { PyThread } from './py-thread.ts';

abstract class FileCall extends BlockingCall {
  readonly file: OpenFile;
  protected error: FileError | 'EAGAIN' | null = null;

  constructor(file: OpenFile) {
    super();
    this.file = file;
  }

  /** The call cannot be done now: an error where the file does not wait, else the wait for it. */
  protected waitIn(thread: PyThread, queue: WaitQueue): Stop | null {
    if (this.file.isNonBlocking) {
      this.error = 'EAGAIN';
      return null;
    }
    if (!this.isWaiting)
      thread.kernel.record(eventKinds.resourceAwaited, thread.kernelThread.id, this.file.resource, 0);
    this.isWaiting = true;
    return {
      kind: 'wait',
      queue,
      timeoutNs: null,
      state: threadStates.inputOutput,
      resource: this.file.resource,
    };
  }
}

export class ReadFileCall extends FileCall {
  private readonly count: number;
  private bytes: Uint8Array = new Uint8Array(0);
  private hasEntered = false;

  constructor(file: OpenFile, count: number) {
    super(file);
    this.count = count;
  }

  proceed(thread: PyThread): Stop | null {
    if (!this.hasEntered) thread.kernel.spend(machineCosts.syscallNs);
    this.hasEntered = true;
    const result = this.file.read(thread.kernel, this.count);
    if (result.kind === 'would-block') return this.waitIn(thread, this.file.readers);
    if (result.kind === 'error') this.error = result.error;
    else {
      this.bytes = result.bytes;
      thread.kernel.spend(Math.round(result.bytes.length * machineCosts.copyByteNs));
    }
    return null;
  }

  finish(): Value {
    if (this.error !== null) throw osError(this.error);
    return new PyBytes(this.bytes);
  }
}

export class WriteFileCall extends FileCall {
  private readonly bytes: Uint8Array;
  private written = 0;
  private hasEntered = false;

  constructor(file: OpenFile, bytes: Uint8Array) {
    super(file);
    this.bytes = bytes;
  }

  proceed(thread: PyThread): Stop | null {
    const { kernel } = thread;
    if (!this.hasEntered) kernel.spend(machineCosts.syscallNs);
    this.hasEntered = true;
    do {
      const result = this.file.write(kernel, this.bytes.subarray(this.written));
      if (result.kind === 'would-block')
        return this.written > 0 && this.file.isNonBlocking ? null : this.waitIn(thread, this.file.writers);
      if (result.kind === 'error') {
        this.error = this.written > 0 ? null : result.error;
        return null;
      }
      this.written += result.count;
      kernel.spend(Math.round(result.count * machineCosts.copyByteNs));
    } while (this.written < this.bytes.length);
    return null;
  }

  finish(): Value {
    if (this.error !== null) throw osError(this.error);
    return this.written;
  }
}
