/**
 * A pipe: 64 KiB between two ends. Models: fs/pipe.c of Linux as a reader or writer can see it – a write of at most PIPE_BUF bytes is
 * never torn, one reader is woken for data, one writer for room, everyone when the other end is gone. Leaves out: pages (its capacity is in bytes).
 */
import type { Kernel } from '../kernel.ts';
import { OpenFile } from './open-file.ts';
import type { Readiness, ReadResult, WriteResult } from './open-file.ts';

export const pipeCapacityBytes = 65_536;
/** PIPE_BUF: so much is written in one piece or not at all. */
const atomicBytes = 4_096;

/** What is in a pipe, and its two ends. */
export class Pipe {
  chunks: Uint8Array[] = [];
  sizeBytes = 0;
  readonly readEnd: PipeReadEnd;
  readonly writeEnd: PipeWriteEnd;
  hasReaders = true;
  hasWriters = true;

  constructor(kernel: Kernel, process: number) {
    this.readEnd = new PipeReadEnd(kernel.recorder.resource('pipe', process), this);
    this.writeEnd = new PipeWriteEnd(kernel.recorder.resource('pipe', process), this);
  }

  get roomBytes(): number {
    return pipeCapacityBytes - this.sizeBytes;
  }

  add(bytes: Uint8Array): void {
    this.chunks.push(bytes.slice());
    this.sizeBytes += bytes.length;
  }

  take(count: number): Uint8Array {
    const taken = new Uint8Array(Math.min(count, this.sizeBytes));
    let filled = 0;
    while (filled < taken.length) {
      const chunk = this.chunks[0] as Uint8Array;
      const part = chunk.subarray(0, taken.length - filled);
      taken.set(part, filled);
      filled += part.length;
      if (part.length === chunk.length) this.chunks.shift();
      else this.chunks[0] = chunk.slice(part.length);
    }
    this.sizeBytes -= taken.length;
    return taken;
  }
}

export class PipeReadEnd extends OpenFile {
  readonly pipe: Pipe;

  constructor(resource: number, pipe: Pipe) {
    super(resource);
    this.pipe = pipe;
  }

  read(kernel: Kernel, count: number): ReadResult {
    const { pipe } = this;
    if (pipe.sizeBytes === 0) {
      if (pipe.hasWriters && count > 0) return { kind: 'would-block' };
      return { kind: 'data', bytes: new Uint8Array(0) };
    }
    const hadNoRoom = pipe.roomBytes < atomicBytes;
    const bytes = pipe.take(count);
    if (hadNoRoom) pipe.writeEnd.wakeWriters(kernel, 1);
    if (pipe.sizeBytes > 0 && this.readers.waiters.length > 0) this.wakeReaders(kernel, 1);
    return { kind: 'data', bytes };
  }

  write(): WriteResult {
    return { kind: 'error', error: 'EBADF' };
  }

  readiness(): Readiness {
    const { sizeBytes, hasWriters } = this.pipe;
    return { isReadable: sizeBytes > 0 || !hasWriters, isWritable: false, isHungUp: !hasWriters };
  }

  protected closed(kernel: Kernel): void {
    const { pipe } = this;
    pipe.hasReaders = false;
    pipe.writeEnd.wakeWriters(kernel, pipe.writeEnd.writers.waiters.length);
  }
}

export class PipeWriteEnd extends OpenFile {
  readonly pipe: Pipe;

  constructor(resource: number, pipe: Pipe) {
    super(resource);
    this.pipe = pipe;
  }

  read(): ReadResult {
    return { kind: 'error', error: 'EBADF' };
  }

  write(kernel: Kernel, bytes: Uint8Array): WriteResult {
    const { pipe } = this;
    if (!pipe.hasReaders) return { kind: 'error', error: 'EPIPE' };
    if (bytes.length === 0) return { kind: 'written', count: 0 };
    const isAtomic = bytes.length <= atomicBytes;
    if (pipe.roomBytes === 0 || (isAtomic && pipe.roomBytes < bytes.length)) return { kind: 'would-block' };
    const count = Math.min(bytes.length, pipe.roomBytes);
    pipe.add(bytes.subarray(0, count));
    pipe.readEnd.wakeReaders(kernel, 1);
    if (pipe.roomBytes >= atomicBytes && this.writers.waiters.length > 0) this.wakeWriters(kernel, 1);
    return { kind: 'written', count };
  }

  readiness(): Readiness {
    const { roomBytes, hasReaders } = this.pipe;
    return { isReadable: false, isWritable: roomBytes >= atomicBytes || !hasReaders, isHungUp: !hasReaders };
  }

  protected closed(kernel: Kernel): void {
    const { pipe } = this;
    pipe.hasWriters = false;
    pipe.readEnd.wakeReaders(kernel, pipe.readEnd.readers.waiters.length);
  }
}
