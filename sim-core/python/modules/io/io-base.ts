/**
 * _io._IOBase and its three heirs: what every stream has, also those that programs derive from io.RawIOBase and the like.
 * Models: Modules/_io/iobase.c, bufferedio.c and textio.c (the abstract parts).
 */
import { exceptionNamed } from '../../objects/exception-types.ts';
import { typeType } from '../../objects/builtin-types.ts';
import { PyBytes, PyByteArray } from '../../objects/py-bytes.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { anyNumber, attribute, between, constructor, exactly, method, methodSteps } from '../../builtins/define.ts';
import { bytesArgument, bytesLike } from '../../builtins/types/bytes-argument.ts';
import { joinBytes } from '../../values/bytes/join-bytes.ts';
import { loadAttribute } from '../../vm/attributes.ts';
import { bytesOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { iterateAll } from '../../vm/iterate-all.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import type { PyRaise } from '../../vm/raise.ts';
import { truthSteps } from '../../vm/truth.ts';
import { nativeClass } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';

export const defaultBufferBytes = 8192;

export const unsupportedOperation = new PyType({
  name: 'UnsupportedOperation',
  bases: [exceptionNamed('OSError'), exceptionNamed('ValueError')],
  layout: 'exception',
  metatype: typeType,
  hasInstanceDict: true,
  moduleName: 'io',
});

export function unsupported(text: string): PyRaise {
  return raised(unsupportedOperation, text);
}

export class IoObject extends PyInstance {
  isClosed = false;
  /** The stream below, which decides too whether this one is closed. */
  inner: Value = null;
}

export const ioBaseType = nativeClass('_io', '_IOBase');
ioBaseType.hasInstanceDict = true;
export const rawIoBaseType = nativeClass('_io', '_RawIOBase', ioBaseType);
export const bufferedIoBaseType = nativeClass('_io', '_BufferedIOBase', ioBaseType);
export const textIoBaseType = nativeClass('_io', '_TextIOBase', ioBaseType);

export function isClosed(stream: Value): boolean {
  return stream instanceof IoObject && (stream.isClosed || isClosed(stream.inner));
}

export function closedError(text = 'I/O operation on closed file.'): PyRaise {
  return raised('ValueError', text);
}

/** For generator bodies: stream.name(…), as Python code would call it. */
export function* callMethod(
  thread: PyThread,
  receiver: Value,
  name: string,
  ...args: Value[]
): Generator<undefined, Value, Value> {
  return yield* callSteps(thread, yield* attributeSteps(thread, receiver, name), args);
}

function* attributeSteps(thread: PyThread, receiver: Value, name: string): Generator<undefined, Value, Value> {
  const found = loadAttribute(thread, receiver, name);
  return found === undefined ? yield : found;
}

/** None or left out is -1: everything. */
export function sizeOrAll(value: Value | undefined): number {
  return value === undefined || value === null ? -1 : plainIndex(value);
}

constructor(ioBaseType, anyNumber(true), (_thread, args) => new IoObject(args[0] as PyType));
method(ioBaseType, '__init__', anyNumber(true), () => null);
attribute(ioBaseType, 'closed', (self) => isClosed(self));
methodSteps(ioBaseType, 'close', exactly(0), function* close(thread, args) {
  const self = args[0] as IoObject;
  if (self.isClosed) return null;
  try {
    yield* callMethod(thread, self, 'flush');
  } finally {
    self.isClosed = true;
  }
  return null;
});
methodSteps(ioBaseType, '__enter__', exactly(0), function* enter(thread, args) {
  const self = args[0] as Value;
  if (yield* truthSteps(thread, yield* attributeSteps(thread, self, 'closed'))) throw closedError();
  return self;
});
methodSteps(ioBaseType, '__exit__', anyNumber(), function* exit(thread, args) {
  yield* callMethod(thread, args[0] as Value, 'close');
  return null;
});
method(ioBaseType, '__iter__', exactly(0), (_thread, args) => {
  if (isClosed(args[0] as Value)) throw closedError();
  return args[0] as Value;
});
methodSteps(ioBaseType, '__next__', exactly(0), function* next(thread, args) {
  const line = yield* callMethod(thread, args[0] as Value, 'readline');
  if (line === '' || bytesLike(line)?.length === 0) throw raised('StopIteration');
  return line;
});
method(ioBaseType, 'flush', exactly(0), (_thread, args) => {
  if (isClosed(args[0] as Value)) throw closedError();
  return null;
});
for (const name of ['seek', 'truncate', 'fileno', 'detach'])
  method(ioBaseType, name, anyNumber(), () => {
    throw unsupported(name);
  });
methodSteps(ioBaseType, 'tell', exactly(0), function* tell(thread, args) {
  return yield* callMethod(thread, args[0] as Value, 'seek', 0, 1);
});
for (const name of ['readable', 'writable', 'seekable', 'isatty'])
  method(ioBaseType, name, exactly(0), (_thread, args) => {
    if (isClosed(args[0] as Value)) throw closedError();
    return false;
  });
for (const [name, quality] of [
  ['_checkReadable', 'readable'],
  ['_checkWritable', 'writable'],
  ['_checkSeekable', 'seekable'],
] as const)
  methodSteps(ioBaseType, name, anyNumber(), function* check(thread, args) {
    if (yield* truthSteps(thread, yield* callMethod(thread, args[0] as Value, quality))) return true;
    throw unsupported(`File or stream is not ${quality}.`);
  });
method(ioBaseType, '_checkClosed', anyNumber(), (_thread, args) => {
  if (isClosed(args[0] as Value)) throw closedError();
  return null;
});

/** Byte by byte, or as much as peek() shows: the slow way, for streams of the program's own. */
methodSteps(ioBaseType, 'readline', between(0, 1), function* readline(thread, args) {
  const self = args[0] as Value;
  const limit = sizeOrAll(args[1]);
  const bytes: number[] = [];
  while (limit < 0 || bytes.length < limit) {
    const piece = yield* callMethod(thread, self, 'read', 1);
    if (!(piece instanceof PyBytes || piece instanceof PyByteArray))
      throw raised('OSError', `read() should have returned a bytes object, not '${typeName(piece)}'`);
    const read = bytesOf(piece);
    if (read.length === 0) break;
    bytes.push(...read);
    if (read.at(-1) === 10) break;
  }
  return new PyBytes(Uint8Array.from(bytes));
});
methodSteps(ioBaseType, 'readlines', between(0, 1), function* readlines(thread, args) {
  const hint = sizeOrAll(args[1]);
  if (hint <= 0) return new PyList(yield* iterateAll(thread, args[0] as Value));
  const lines: Value[] = [];
  for (let read = 0; read < hint;) {
    const line = yield* callMethod(thread, args[0] as Value, 'readline');
    const length = typeof line === 'string' ? line.length : bytesArgument(line).length;
    if (length === 0) break;
    lines.push(line);
    read += length;
  }
  return new PyList(lines);
});
methodSteps(ioBaseType, 'writelines', exactly(1), function* writelines(thread, args) {
  if (isClosed(args[0] as Value)) throw closedError();
  for (const line of yield* iterateAll(thread, args[1] as Value))
    yield* callMethod(thread, args[0] as Value, 'write', line);
  return null;
});

function typeName(value: Value): string {
  return value === null ? 'NoneType' : value instanceof PyInstance ? value.type.name : typeof value;
}

// Raw streams: read() over readinto(), readall() over read().
methodSteps(rawIoBaseType, 'read', between(0, 1), function* read(thread, args) {
  const self = args[0] as Value;
  const size = sizeOrAll(args[1]);
  if (size < 0) return yield* callMethod(thread, self, 'readall');
  const target = new PyByteArray(new Uint8Array(size));
  const count = yield* callMethod(thread, self, 'readinto', target);
  return count === null ? null : new PyBytes(target.buffer.slice(0, plainIndex(count)));
});
methodSteps(rawIoBaseType, 'readall', exactly(0), function* readall(thread, args) {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const piece = yield* callMethod(thread, args[0] as Value, 'read', defaultBufferBytes);
    if (piece === null && pieces.length === 0) return null;
    if (piece === null || bytesArgument(piece).length === 0) break;
    pieces.push(bytesArgument(piece));
  }
  return new PyBytes(joinBytes(pieces));
});
for (const [type, names] of [
  [bufferedIoBaseType, ['read', 'read1', 'write']],
  [textIoBaseType, ['read', 'readline', 'write']],
] as const)
  for (const name of names)
    method(type, name, anyNumber(), () => {
      throw unsupported(name);
    });
for (const [name, source] of [
  ['readinto', 'read'],
  ['readinto1', 'read1'],
] as const)
  methodSteps(bufferedIoBaseType, name, exactly(1), function* readInto(thread, args) {
    const target = bytesArgument(args[1]);
    const data = bytesArgument(yield* callMethod(thread, args[0] as Value, source, target.length));
    target.set(data);
    return data.length;
  });
for (const name of ['encoding', 'newlines', 'errors']) attribute(textIoBaseType, name, () => null);
