/**
 * The state of a buffered stream and what it does with its raw one: filling, flushing, seeking. Models: Modules/_io/bufferedio.c.
 */
import type { Value } from '../../objects/value.ts';
import { joinBytes } from '../../values/bytes/join-bytes.ts';
import { BufferLock, EnterCall } from '../../vm/buffer-lock.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps } from '../../vm/repr.ts';
import { defaultBufferBytes, IoObject } from './io-base.ts';
import { readAllRaw, readRaw, seekRaw, writeRaw } from './raw-stream.ts';

export class Buffered extends IoObject {
  bufferBytes = defaultBufferBytes;
  reads = false;
  writes = false;
  /** Read ahead: `ahead` from `aheadAt` on is still to be given out. */
  ahead: Uint8Array = new Uint8Array(0);
  aheadAt = 0;
  /** Written but not passed on: the first `pendingCount` bytes. */
  pending: Uint8Array = new Uint8Array(0);
  pendingCount = 0;
  readonly lock = new BufferLock();

  get aheadCount(): number {
    return this.ahead.length - this.aheadAt;
  }

  take(count: number): Uint8Array {
    const taken = this.ahead.slice(this.aheadAt, this.aheadAt + count);
    this.aheadAt += taken.length;
    return taken;
  }

  dropAhead(): void {
    this.ahead = new Uint8Array(0);
    this.aheadAt = 0;
  }

  /** Into the buffer, where there is room. */
  hold(bytes: Uint8Array): void {
    if (this.pending.length < this.bufferBytes) this.pending = new Uint8Array(this.bufferBytes);
    this.pending.set(bytes, this.pendingCount);
    this.pendingCount += bytes.length;
  }
}

type Steps<T> = Generator<undefined, T, Value>;

/** For generator bodies: does the work as the only thread inside. */
export function* inside<T>(thread: PyThread, stream: Buffered, work: Steps<T>): Steps<T> {
  if (stream.lock.owner === thread)
    throw raised('RuntimeError', `reentrant call inside ${yield* reprSteps(thread, stream)}`);
  if (stream.lock.owner === null) stream.lock.owner = thread;
  else {
    thread.block(new EnterCall(stream.lock));
    yield;
  }
  try {
    return yield* work;
  } finally {
    stream.lock.leave(thread);
  }
}

/** Passes on what is pending. */
export function* flushPending(thread: PyThread, stream: Buffered): Steps<null> {
  while (stream.pendingCount > 0) {
    const count = yield* writeRaw(thread, stream.inner, stream.pending.slice(0, stream.pendingCount));
    if (count === null) throw wouldBlock(0);
    stream.pending.copyWithin(0, count, stream.pendingCount);
    stream.pendingCount -= count;
  }
  return null;
}

function wouldBlock(written: number): unknown {
  const error = raised('BlockingIOError', 11, 'write could not complete without blocking', written);
  error.exception.set('characters_written', written);
  return error;
}

/** Before writing, the raw stream goes back to where the reader stands. */
export function* returnToReader(thread: PyThread, stream: Buffered): Steps<null> {
  if (stream.aheadCount > 0) yield* seekRaw(thread, stream.inner, -stream.aheadCount, 1);
  stream.dropAhead();
  return null;
}

export function* writeSteps(thread: PyThread, stream: Buffered, bytes: Uint8Array): Steps<number> {
  yield* returnToReader(thread, stream);
  if (bytes.length <= stream.bufferBytes - stream.pendingCount) {
    stream.hold(bytes);
    return bytes.length;
  }
  yield* flushPending(thread, stream);
  let written = 0;
  while (bytes.length - written > stream.bufferBytes) {
    const count = yield* writeRaw(thread, stream.inner, bytes.slice(written));
    if (count === null) throw wouldBlock(written);
    written += count;
  }
  stream.hold(bytes.subarray(written));
  return bytes.length;
}

/** Reads ahead once; the number of bytes, null where nothing is there and the stream does not wait. */
export function* fill(thread: PyThread, stream: Buffered): Steps<number | null> {
  const bytes = yield* readRaw(thread, stream.inner, stream.bufferBytes);
  if (bytes === null) return null;
  stream.ahead = joinBytes([stream.ahead.slice(stream.aheadAt), bytes]);
  stream.aheadAt = 0;
  return bytes.length;
}

export function* readAllSteps(thread: PyThread, stream: Buffered): Steps<Uint8Array | null> {
  yield* flushPending(thread, stream);
  const first = stream.take(stream.aheadCount);
  stream.dropAhead();
  const rest = yield* readAllRaw(thread, stream.inner);
  return rest === null && first.length === 0 ? null : joinBytes([first, rest ?? new Uint8Array(0)]);
}

/** Exactly `count` bytes, unless the end comes first. */
export function* readSteps(thread: PyThread, stream: Buffered, count: number): Steps<Uint8Array | null> {
  yield* flushPending(thread, stream);
  const pieces = [stream.take(count)];
  let missing = count - (pieces[0] as Uint8Array).length;
  while (missing > 0) {
    const whole = missing - (missing % stream.bufferBytes);
    if (whole > 0) {
      const bytes = yield* readRaw(thread, stream.inner, whole);
      if (bytes === null || bytes.length === 0) return endOfRead(pieces, bytes);
      pieces.push(bytes);
      missing -= bytes.length;
    } else {
      const filled = yield* fill(thread, stream);
      if (filled === null || filled === 0) return endOfRead(pieces, filled);
      const taken = stream.take(missing);
      pieces.push(taken);
      missing -= taken.length;
    }
  }
  return joinBytes(pieces);
}

function endOfRead(pieces: readonly Uint8Array[], last: Uint8Array | number | null): Uint8Array | null {
  const bytes = joinBytes(pieces);
  return last === null && bytes.length === 0 ? null : bytes;
}

/** What is there already, or what one read gives. */
export function* readOnceSteps(thread: PyThread, stream: Buffered, count: number): Steps<Uint8Array> {
  const wanted = count < 0 ? stream.bufferBytes : count;
  if (wanted === 0) return new Uint8Array(0);
  if (stream.aheadCount > 0) return stream.take(wanted);
  yield* flushPending(thread, stream);
  stream.dropAhead();
  return (yield* readRaw(thread, stream.inner, wanted)) ?? new Uint8Array(0);
}

export function* readLineSteps(thread: PyThread, stream: Buffered, limit: number): Steps<Uint8Array> {
  yield* flushPending(thread, stream);
  for (let searched = 0; ;) {
    const at = stream.ahead.indexOf(10, stream.aheadAt + searched);
    const length = at < 0 ? stream.aheadCount : at + 1 - stream.aheadAt;
    if (limit >= 0 && length >= limit) return stream.take(limit);
    if (at >= 0) return stream.take(length);
    searched = length;
    const filled = yield* fill(thread, stream);
    if (filled === null || filled === 0) return stream.take(length);
  }
}

export function* tellSteps(thread: PyThread, stream: Buffered): Steps<number> {
  const position = yield* seekRaw(thread, stream.inner, 0, 1);
  return position - stream.aheadCount + stream.pendingCount;
}

export function* seekSteps(thread: PyThread, stream: Buffered, offset: number, origin: number): Steps<number> {
  yield* flushPending(thread, stream);
  const target = origin === 1 ? offset - stream.aheadCount : offset;
  const position = yield* seekRaw(thread, stream.inner, target, origin);
  stream.dropAhead();
  return position;
}
