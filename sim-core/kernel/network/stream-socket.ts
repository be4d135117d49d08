/**
 * A stream socket: TCP over loop-back, or one of a socket pair. Models: Linux' tcp and unix stream sockets as read, write, poll, connect,
 * accept, shutdown and close show them – backlog, buffers, end of file, reset, connection refused. Leaves out: segments, Nagle, time-wait.
 */
import type { Kernel } from '../kernel.ts';
import { OpenFile } from '../files/open-file.ts';
import type { FileError, Readiness, ReadResult, WriteResult } from '../files/open-file.ts';
import { ByteQueue } from './byte-queue.ts';
import type { SocketAddress } from './network.ts';

export type SocketFamily = 'inet' | 'unix';
export type SocketError = FileError | 'EADDRINUSE' | 'ECONNREFUSED' | 'EISCONN';
type SocketState = 'new' | 'listening' | 'connected' | 'closed';

/** How much one side may have written that the other has not read: send and receive buffer together. */
const capacityBytes: Readonly<Record<SocketFamily, number>> = { inet: 2_626_560, unix: 233_152 };

export class StreamSocket extends OpenFile {
  readonly family: SocketFamily;
  state: SocketState = 'new';
  local: SocketAddress | null = null;
  remote: SocketAddress | null = null;
  private isBound = false;
  private peer: StreamSocket | null = null;
  private readonly received = new ByteQueue();
  /** The other side will send no more. */
  private hasEnded = false;
  private isReadShut = false;
  private isWriteShut = false;
  /** Reported by the next call (SO_ERROR). */
  private error: SocketError | null = null;
  /** Connections that wait to be accepted, and how many may. */
  private readonly backlog: StreamSocket[] = [];
  private backlogLimit = 0;
  /** Connecting sockets for which the backlog had no room. */
  private readonly delayed: StreamSocket[] = [];

  constructor(resource: number, family: SocketFamily) {
    super(resource);
    this.family = family;
  }

  static pair(one: StreamSocket, other: StreamSocket): void {
    one.join(other);
    other.join(one);
  }

  bind(kernel: Kernel, wanted: SocketAddress): SocketError | null {
    if (this.isBound || this.state !== 'new') return 'EINVAL';
    const address = wanted.port === 0 ? { host: wanted.host, port: kernel.network.freePort() } : wanted;
    if (!kernel.network.bind(address)) return 'EADDRINUSE';
    this.local = address;
    this.isBound = true;
    return null;
  }

  listen(kernel: Kernel, backlog: number): SocketError | null {
    if (this.state === 'connected') return 'EINVAL';
    if (!this.isBound) this.bind(kernel, { host: '0.0.0.0', port: 0 });
    this.backlogLimit = Math.max(0, backlog) + 1;
    if (this.state === 'listening') return null;
    this.state = 'listening';
    kernel.network.listen(this, (this.local as SocketAddress).port);
    return null;
  }

  /**
   * Connects: on loop-back the answer is there before the call returns. A socket that does not wait says EINPROGRESS all the same and
   * finds the error, if there is one, in SO_ERROR.
   */
  connect(kernel: Kernel, to: SocketAddress): SocketError | null {
    if (this.state === 'connected') return 'EISCONN';
    if (this.state !== 'new') return 'EINVAL';
    const host = to.host === '0.0.0.0' ? '127.0.0.1' : to.host;
    this.local ??= { host: '127.0.0.1', port: kernel.network.freePort() };
    const listener = kernel.network.listenerAt({ host, port: to.port });
    if (listener === null) {
      this.error = 'ECONNREFUSED';
      return this.error;
    }
    this.remote = { host, port: to.port };
    if (listener.backlog.length < listener.backlogLimit) listener.establish(kernel, this);
    else listener.delayed.push(this);
    return null;
  }

  /** The connection is made, or refused: not waiting for a place in the backlog. */
  get isSettled(): boolean {
    return this.state !== 'new' || this.remote === null;
  }

  /** This listening socket takes a connection into its backlog. */
  private establish(kernel: Kernel, client: StreamSocket): void {
    const server = new StreamSocket(kernel.recorder.resource('socket', this.processId(kernel)), this.family);
    server.local = client.remote;
    server.remote = client.local;
    StreamSocket.pair(client, server);
    this.backlog.push(server);
    this.wakeReaders(kernel, 1);
    client.wakeWriters(kernel, client.writers.waiters.length);
  }

  private processId(kernel: Kernel): number {
    return kernel.recorder.resources[this.resource]?.process ?? 0;
  }

  /** The connection that has waited longest, or null. */
  accept(kernel: Kernel): StreamSocket | null {
    const accepted = this.backlog.shift() ?? null;
    const next = accepted === null ? undefined : this.delayed.shift();
    if (next !== undefined) this.establish(kernel, next);
    return accepted;
  }

  read(kernel: Kernel, count: number, isPeek = false): ReadResult {
    if (this.error !== null) return { kind: 'error', error: this.takeError() as FileError };
    if (this.state !== 'connected') return { kind: 'error', error: 'ENOTCONN' };
    if (this.received.sizeBytes === 0) {
      if (this.hasEnded || this.isReadShut || count === 0) return { kind: 'data', bytes: new Uint8Array(0) };
      return { kind: 'would-block' };
    }
    const wasFull = this.roomBytes <= 0;
    const bytes = this.received.take(count, isPeek);
    if (wasFull && !isPeek) this.peer?.wakeWriters(kernel, this.peer.writers.waiters.length);
    return { kind: 'data', bytes };
  }

  write(kernel: Kernel, bytes: Uint8Array): WriteResult {
    if (this.error !== null) return { kind: 'error', error: this.takeError() as FileError };
    if (this.state !== 'connected' || this.isWriteShut) return { kind: 'error', error: 'EPIPE' };
    const peer = this.peer as StreamSocket;
    if (peer.state === 'closed') return this.writeToNobody(kernel, bytes.length);
    if (bytes.length === 0) return { kind: 'written', count: 0 };
    if (peer.roomBytes <= 0) return { kind: 'would-block' };
    const count = Math.min(bytes.length, peer.roomBytes);
    peer.received.add(bytes.subarray(0, count));
    peer.wakeReaders(kernel, 1);
    return { kind: 'written', count };
  }

  /** The other side is gone: a TCP segment is sent all the same, and answered with a reset. */
  private writeToNobody(kernel: Kernel, count: number): WriteResult {
    if (this.family === 'unix') return { kind: 'error', error: 'EPIPE' };
    this.isWriteShut = true;
    this.error = this.hasEnded ? 'EPIPE' : 'ECONNRESET';
    this.wakeReaders(kernel, this.readers.waiters.length);
    return { kind: 'written', count };
  }

  shutdown(kernel: Kernel, isReading: boolean, isWriting: boolean): SocketError | null {
    if (this.state !== 'connected') return 'ENOTCONN';
    if (isReading) {
      this.isReadShut = true;
      this.wakeReaders(kernel, this.readers.waiters.length);
    }
    if (isWriting && !this.isWriteShut) {
      this.isWriteShut = true;
      this.peer?.endOfStream(kernel);
    }
    return null;
  }

  readiness(): Readiness {
    const hasError = this.error !== null;
    const isOver = this.hasEnded && this.isWriteShut;
    const isIdle = this.state === 'new' && this.remote === null;
    return {
      isReadable: hasError || this.canRead,
      isWritable: hasError || isIdle || (this.state === 'connected' && (this.peerRoomBytes > 0 || this.isWriteShut)),
      isHungUp: isOver || hasError || isIdle,
      hasError,
    };
  }

  private get canRead(): boolean {
    return this.received.sizeBytes > 0 || this.hasEnded || this.isReadShut || this.backlog.length > 0;
  }

  /** SO_ERROR: what went wrong, told once. */
  takeError(): SocketError | null {
    const { error } = this;
    this.error = null;
    return error;
  }

  protected closed(kernel: Kernel): void {
    const { state, peer } = this;
    this.state = 'closed';
    if (this.isBound && this.local !== null && this.family === 'inet') kernel.network.unbind(this.local);
    if (state === 'listening') {
      kernel.network.stopListening(this, (this.local as SocketAddress).port);
      for (const waiting of this.backlog) waiting.closed(kernel);
      return;
    }
    if (peer === null || peer.state === 'closed') return;
    if (this.received.sizeBytes > 0 && this.family === 'inet') peer.reset(kernel);
    else peer.endOfStream(kernel);
  }

  private get roomBytes(): number {
    return capacityBytes[this.family] - this.received.sizeBytes;
  }

  private get peerRoomBytes(): number {
    return this.peer === null || this.peer.state === 'closed' ? 1 : this.peer.roomBytes;
  }

  private join(peer: StreamSocket): void {
    this.peer = peer;
    this.state = 'connected';
  }

  private endOfStream(kernel: Kernel): void {
    this.hasEnded = true;
    this.wakeReaders(kernel, this.readers.waiters.length);
    this.wakeWriters(kernel, this.writers.waiters.length);
  }

  private reset(kernel: Kernel): void {
    this.error = this.hasEnded ? 'EPIPE' : 'ECONNRESET';
    this.hasEnded = true;
    this.isWriteShut = true;
    this.wakeReaders(kernel, this.readers.waiters.length);
    this.wakeWriters(kernel, this.writers.waiters.length);
  }
}
