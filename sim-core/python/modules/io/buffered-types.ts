/** io.BufferedReader, BufferedWriter, BufferedRandom and BufferedRWPair. Models: the types of Modules/_io/bufferedio.c. */
import { PyBytes } from '../../objects/py-bytes.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import {
  anyNumber,
  attribute,
  between,
  constructor,
  exactly,
  method,
  methodSteps,
  named,
} from '../../builtins/define.ts';
import { bytesArgument, bytesLike } from '../../builtins/types/bytes-argument.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps } from '../../vm/repr.ts';
import { truthSteps } from '../../vm/truth.ts';
import { nativeClass } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';
import {
  Buffered,
  fill,
  flushPending,
  inside,
  readAllSteps,
  readLineSteps,
  readOnceSteps,
  readSteps,
  returnToReader,
  seekSteps,
  tellSteps,
  writeSteps,
} from './buffered.ts';
import { FileIo, modeOf } from './file-io.ts';
import {
  bufferedIoBaseType,
  callMethod,
  closedError,
  defaultBufferBytes,
  isClosed,
  sizeOrAll,
  unsupported,
} from './io-base.ts';

export const bufferedReaderType = nativeClass('_io', 'BufferedReader', bufferedIoBaseType);
export const bufferedWriterType = nativeClass('_io', 'BufferedWriter', bufferedIoBaseType);
export const bufferedRandomType = nativeClass('_io', 'BufferedRandom', bufferedIoBaseType);

const open = (self: Value | undefined, complaint: string): Buffered => {
  const stream = self as Buffered;
  if (stream.inner === null) throw raised('ValueError', 'raw stream has been detached');
  if (isClosed(stream)) throw closedError(complaint);
  return stream;
};

function defineInit(type: PyType, reads: boolean, writes: boolean): void {
  constructor(type, anyNumber(true), (_thread, args) => new Buffered(args[0] as PyType));
  methodSteps(type, '__init__', named(1, 'raw', 'buffer_size'), function* initialize(thread, args) {
    const self = args[0] as Buffered;
    const raw = args[1] as Value;
    if (reads && !(yield* truthSteps(thread, yield* callMethod(thread, raw, 'readable'))))
      throw unsupported('File or stream is not readable.');
    if (writes && !(yield* truthSteps(thread, yield* callMethod(thread, raw, 'writable'))))
      throw unsupported('File or stream is not writable.');
    const size = args[2] === undefined ? defaultBufferBytes : plainIndex(args[2]);
    if (size <= 0) throw raised('ValueError', 'buffer size must be strictly positive');
    self.inner = raw;
    self.bufferBytes = size;
    self.reads = reads;
    self.writes = writes;
    return null;
  });
}

function defineCommon(type: PyType): void {
  methodSteps(type, 'close', exactly(0), function* close(thread, args) {
    const self = args[0] as Buffered;
    if (self.inner === null || isClosed(self)) return null;
    try {
      yield* callMethod(thread, self, 'flush');
    } finally {
      yield* callMethod(thread, self.inner, 'close');
    }
    return null;
  });
  methodSteps(type, 'flush', exactly(0), function* flush(thread, args) {
    const self = open(args[0], 'flush of closed file');
    yield* inside(thread, self, flushPending(thread, self));
    if (self.aheadCount > 0) yield* inside(thread, self, rewindIfSeekable(thread, self));
    return null;
  });
  methodSteps(type, 'tell', exactly(0), function* tell(thread, args) {
    return yield* tellSteps(thread, open(args[0], 'I/O operation on closed file.'));
  });
  methodSteps(type, 'seek', between(1, 2), function* seek(thread, args) {
    const self = open(args[0], 'seek of closed file');
    const origin = plainIndex(args[2] ?? 0);
    if (origin < 0 || origin > 2) throw raised('ValueError', `whence value ${origin} unsupported`);
    if (!(yield* truthSteps(thread, yield* callMethod(thread, self.inner, 'seekable'))))
      throw unsupported('File or stream is not seekable.');
    return yield* inside(thread, self, seekSteps(thread, self, plainIndex(args[1] as Value), origin));
  });
  methodSteps(type, 'truncate', between(0, 1), function* truncate(thread, args) {
    const self = open(args[0], 'truncate of closed file');
    if (!self.writes) throw unsupported('truncate');
    yield* inside(thread, self, flushPending(thread, self));
    const size = args[1] ?? null;
    return yield* callMethod(thread, self.inner, 'truncate', size ?? (yield* tellSteps(thread, self)));
  });
}

function defineQualities(type: PyType): void {
  methodSteps(type, 'detach', exactly(0), function* detach(thread, args) {
    const self = open(args[0], 'I/O operation on closed file.');
    yield* callMethod(thread, self, 'flush');
    const raw = self.inner;
    self.inner = null;
    return raw;
  });
  for (const name of ['fileno', 'isatty', 'readable', 'writable', 'seekable'])
    methodSteps(type, name, exactly(0), function* ask(thread, args) {
      const self = open(args[0], 'I/O operation on closed file.');
      if (name === 'readable' && !self.reads) return false;
      if (name === 'writable' && !self.writes) return false;
      return yield* callMethod(thread, self.inner, name);
    });
  attribute(type, 'raw', (self) => (self as Buffered).inner);
  attribute(type, 'name', (self) => nameOf(self));
  attribute(type, 'mode', (self) => {
    const raw = (self as Buffered).inner;
    return raw instanceof FileIo ? modeOf(raw) : undefined;
  });
  methodSteps(type, '__repr__', exactly(0), function* repr(thread, args) {
    const self = args[0] as Buffered;
    const name = nameOf(self);
    const shown = name === undefined ? '' : ` name=${yield* reprSteps(thread, name)}`;
    return `<_io.${type.name}${shown}>`;
  });
}

function* rewindIfSeekable(thread: PyThread, self: Buffered): Generator<undefined, null, Value> {
  if (!self.writes && !(yield* truthSteps(thread, yield* callMethod(thread, self.inner, 'seekable')))) return null;
  return yield* returnToReader(thread, self);
}

/** The name of a stream is that of the one below it. */
export function nameOf(stream: Value): Value | undefined {
  if (stream instanceof FileIo) return stream.name;
  if (stream instanceof Buffered) return stream.inner === null ? undefined : nameOf(stream.inner);
  return undefined;
}

function defineReading(type: PyType): void {
  method(type, 'read', between(0, 1), (thread, args) => {
    const self = open(args[0], 'read of closed file');
    const count = sizeOrAll(args[1]);
    if (count < -1) throw raised('ValueError', 'read length must be non-negative or -1');
    if (count >= 0 && count <= self.aheadCount && self.lock.owner === null && self.pendingCount === 0)
      return new PyBytes(self.take(count));
    return pushSteps(thread, 'read', readValue(thread, self, count));
  });
  methodSteps(type, 'read1', between(0, 1), function* readOnce(thread, args) {
    const self = open(args[0], 'read of closed file');
    return new PyBytes(yield* inside(thread, self, readOnceSteps(thread, self, sizeOrAll(args[1]))));
  });
  methodSteps(type, 'peek', between(0, 1), function* peek(thread, args) {
    const self = open(args[0], 'peek of closed file');
    if (self.aheadCount === 0) yield* inside(thread, self, fill(thread, self));
    return new PyBytes(self.ahead.slice(self.aheadAt));
  });
  for (const name of ['readinto', 'readinto1'])
    methodSteps(type, name, exactly(1), function* readInto(thread, args) {
      const self = open(args[0], `${name} of closed file`);
      const target = bytesArgument(args[1]);
      const steps =
        name === 'readinto' ? readSteps(thread, self, target.length) : readOnceSteps(thread, self, target.length);
      const bytes = yield* inside<Uint8Array | null>(thread, self, steps);
      if (bytes === null) return null;
      target.set(bytes);
      return bytes.length;
    });
  methodSteps(type, 'readline', between(0, 1), function* readLine(thread, args) {
    const self = open(args[0], 'readline of closed file');
    return new PyBytes(yield* inside(thread, self, readLineSteps(thread, self, sizeOrAll(args[1]))));
  });
  methodSteps(type, '__next__', exactly(0), function* next(thread, args) {
    const self = open(args[0], 'readline of closed file');
    const line = yield* inside(thread, self, readLineSteps(thread, self, -1));
    if (line.length === 0) throw raised('StopIteration');
    return new PyBytes(line);
  });
}

function* readValue(thread: PyThread, self: Buffered, count: number): Generator<undefined, Value, Value> {
  const bytes = yield* inside(thread, self, count < 0 ? readAllSteps(thread, self) : readSteps(thread, self, count));
  return bytes === null ? null : new PyBytes(bytes);
}

function defineWriting(type: PyType): void {
  method(type, 'write', exactly(1), (thread, args) => {
    const self = open(args[0], 'write to closed file');
    const bytes = bytesLike(args[1]);
    if (bytes === null)
      throw raised('TypeError', `a bytes-like object is required, not '${typeOf(args[1] as Value).title}'`);
    return writeBuffered(thread, self, bytes);
  });
}

/** At once where there is room, else step by step. */
export function writeBuffered(thread: PyThread, self: Buffered, bytes: Uint8Array): Value | undefined {
  thread.kernel.spend(40);
  if (self.lock.owner === null && self.ahead.length === 0 && bytes.length <= self.bufferBytes - self.pendingCount) {
    self.hold(bytes);
    return bytes.length;
  }
  return pushSteps(thread, 'write', inside(thread, self, writeSteps(thread, self, bytes.slice())));
}

for (const [type, reads, writes] of [
  [bufferedReaderType, true, false],
  [bufferedWriterType, false, true],
  [bufferedRandomType, true, true],
] as const) {
  defineInit(type, reads, writes);
  defineCommon(type);
  defineQualities(type);
  if (reads) defineReading(type);
  if (writes) defineWriting(type);
}

/** A reader and a writer of two different streams as one. */
export const bufferedPairType = nativeClass('_io', 'BufferedRWPair', bufferedIoBaseType);

class BufferedPair extends Buffered {
  reader: Value = null;
  writer: Value = null;
}

constructor(bufferedPairType, anyNumber(true), (_thread, args) => new BufferedPair(args[0] as PyType));
methodSteps(bufferedPairType, '__init__', between(2, 3), function* initialize(thread, args) {
  const self = args[0] as BufferedPair;
  const size = args[3] ?? defaultBufferBytes;
  for (const [type, name, raw] of [
    [bufferedReaderType, 'reader', args[1]],
    [bufferedWriterType, 'writer', args[2]],
  ] as const) {
    const stream = new Buffered(type);
    yield* callMethod(thread, stream, '__init__', raw as Value, size);
    self[name] = stream;
  }
  return null;
});
for (const [part, names] of [
  ['reader', ['read', 'read1', 'peek', 'readinto', 'readinto1', 'readline', 'readable']],
  ['writer', ['write', 'flush', 'writable', 'isatty']],
] as const)
  for (const name of names)
    methodSteps(bufferedPairType, name, anyNumber(), function* passOn(thread, args) {
      return yield* callMethod(thread, (args[0] as BufferedPair)[part], name, ...(args.slice(1) as Value[]));
    });
methodSteps(bufferedPairType, 'close', exactly(0), function* close(thread, args) {
  const self = args[0] as BufferedPair;
  yield* callMethod(thread, self.writer, 'close');
  yield* callMethod(thread, self.reader, 'close');
  return null;
});
attribute(bufferedPairType, 'closed', (self) => isClosed((self as BufferedPair).writer));
