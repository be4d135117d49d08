/** Calls on sockets that may wait: they let the GIL go, and end with EAGAIN or a time-out where they must not wait (so long). */
import type { StreamSocket } from '../../../kernel/network/stream-socket.ts';
import type { SocketError } from '../../../kernel/network/stream-socket.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
import type { Stop } from '../../../kernel/program.ts';
import type { WaitQueue } from '../../../kernel/wait-queue.ts';
import { eventKinds, threadStates } from '../../../trace/event-kind.ts';
import type { PyByteArray } from '../../objects/py-bytes.ts';
import { PyBytes } from '../../objects/py-bytes.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import { osError } from '../../vm/os-error.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { addressTuple } from './socket-object.ts';
import type { SocketObject } from './socket-object.ts';

/** What segments of TCP cost both ends, beside the system call itself. */
const transferNs = 1_500;

abstract class SocketCall extends BlockingCall {
  protected readonly stream: StreamSocket;
  private readonly timeoutNs: number | null;
  private deadlineNs: number | null = null;
  private hasEntered = false;
  protected error: SocketError | 'EAGAIN' | 'timeout' | null = null;

  constructor(socket: SocketObject, stream: StreamSocket) {
    super();
    this.stream = stream;
    this.timeoutNs = socket.timeoutNs;
  }

  /** Tries; false where it would have to wait. */
  protected abstract attempt(thread: PyThread): boolean;
  protected abstract queue(): WaitQueue;
  protected abstract value(thread: PyThread): Value;

  proceed(thread: PyThread): Stop | null {
    const { kernel, kernelThread } = thread;
    if (!this.hasEntered) {
      this.hasEntered = true;
      kernel.spend(machineCosts.syscallNs);
      this.deadlineNs = this.timeoutNs === null ? null : kernel.now + this.timeoutNs;
    } else if (kernelThread.wakeReason === 'timeout') {
      this.error = 'timeout';
      return null;
    }
    if (this.attempt(thread)) return null;
    if (this.timeoutNs === 0) {
      this.error = 'EAGAIN';
      return null;
    }
    if (!this.isWaiting)
      kernel.record(
        eventKinds.resourceAwaited,
        kernelThread.id,
        this.stream.resource,
        this.deadlineNs === null ? 0 : 1,
      );
    this.isWaiting = true;
    const timeoutNs =
      this.deadlineNs === null ? null : Math.max(0, this.deadlineNs - kernel.now) + machineCosts.timerSlackNs;
    return {
      kind: 'wait',
      queue: this.queue(),
      timeoutNs,
      state: threadStates.inputOutput,
      resource: this.stream.resource,
    };
  }

  finish(thread: PyThread): Value {
    if (this.error === 'timeout') throw raised('TimeoutError', 'timed out');
    if (this.error !== null) throw osError(this.error);
    return this.value(thread);
  }
}

export class ReceiveCall extends SocketCall {
  private readonly count: number;
  private readonly isPeek: boolean;
  private readonly into: PyByteArray | null;
  private bytes: Uint8Array = new Uint8Array(0);

  constructor(
    socket: SocketObject,
    stream: StreamSocket,
    wanted: { count: number; isPeek: boolean; into: PyByteArray | null },
  ) {
    super(socket, stream);
    this.count = wanted.count;
    this.isPeek = wanted.isPeek;
    this.into = wanted.into;
  }

  protected attempt(thread: PyThread): boolean {
    const result = this.stream.read(thread.kernel, this.count, this.isPeek);
    if (result.kind === 'would-block') return false;
    if (result.kind === 'error') this.error = result.error;
    else {
      this.bytes = result.bytes;
      thread.kernel.spend(transferNs + Math.round(result.bytes.length * machineCosts.copyByteNs));
    }
    return true;
  }

  protected queue(): WaitQueue {
    return this.stream.readers;
  }

  protected value(): Value {
    if (this.into === null) return new PyBytes(this.bytes);
    this.into.buffer.set(this.bytes);
    return this.bytes.length;
  }
}

/** send() writes once, sendall() until everything is written. */
export class SendCall extends SocketCall {
  private readonly bytes: Uint8Array;
  private readonly isWhole: boolean;
  private written = 0;

  constructor(socket: SocketObject, stream: StreamSocket, data: { bytes: Uint8Array; isWhole: boolean }) {
    super(socket, stream);
    this.bytes = data.bytes;
    this.isWhole = data.isWhole;
  }

  protected attempt(thread: PyThread): boolean {
    do {
      const result = this.stream.write(thread.kernel, this.bytes.subarray(this.written));
      if (result.kind === 'would-block') return false;
      if (result.kind === 'error') {
        this.error = result.error;
        return true;
      }
      this.written += result.count;
      thread.kernel.spend(transferNs + Math.round(result.count * machineCosts.copyByteNs));
    } while (this.isWhole && this.written < this.bytes.length);
    return true;
  }

  protected queue(): WaitQueue {
    return this.stream.writers;
  }

  protected value(): Value {
    return this.isWhole ? null : this.written;
  }
}

/** A connection: its descriptor and the address of the other side. */
export class AcceptCall extends SocketCall {
  private accepted: StreamSocket | null = null;

  protected attempt(thread: PyThread): boolean {
    if (this.stream.state !== 'listening') {
      this.error = 'EINVAL';
      return true;
    }
    this.accepted = this.stream.accept(thread.kernel);
    if (this.accepted !== null) thread.kernel.spend(transferNs);
    return this.accepted !== null;
  }

  protected queue(): WaitQueue {
    return this.stream.readers;
  }

  protected value(thread: PyThread): Value {
    const stream = this.accepted as StreamSocket;
    const descriptor = thread.interpreter.process.descriptors.open(stream);
    thread.kernel.recorder.nameResource(stream.resource, `socket ${descriptor}`, false);
    return new PyTuple([descriptor, addressTuple(stream.remote)]);
  }
}

/** Waits for a place in the backlog of the other side. */
export class ConnectCall extends SocketCall {
  protected attempt(): boolean {
    if (!this.stream.isSettled) return false;
    this.error = this.stream.takeError();
    return true;
  }

  protected queue(): WaitQueue {
    return this.stream.writers;
  }

  protected value(): Value {
    return null;
  }
}
