/** io.FileIO: system calls on a descriptor, unbuffered. Models: Modules/_io/fileio.c. */
import { RegularFile } from '../../../kernel/file-system/regular-file.ts';
import type { OpenFile } from '../../../kernel/files/open-file.ts';
import { StandardStream } from '../../../kernel/files/standard-stream.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
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
import { bytesArgument } from '../../builtins/types/bytes-argument.ts';
import { sizeArgument } from '../../builtins/types/int-argument.ts';
import { joinBytes } from '../../values/bytes/join-bytes.ts';
import { decodeBytes } from '../../values/text/decode.ts';
import { encodeText } from '../../values/text/encode.ts';
import { ReadFileCall, WriteFileCall } from '../../vm/file-calls.ts';
import { ReadCall } from '../../vm/input-stream.ts';
import { callSteps } from '../../vm/invoke.ts';
import { PyRaise, raised } from '../../vm/raise.ts';
import { WriteCall } from '../../vm/output-stream.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { reprSteps } from '../../vm/repr.ts';
import { truthSteps } from '../../vm/truth.ts';
import { nativeClass } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';
import { fileError } from '../os/file-errors.ts';
import { seekFile, truncateFile } from '../os/file-functions.ts';
import { openFlags } from '../os/open-flags.ts';
import { pathSteps } from '../os/path-argument.ts';
import { PathCall } from '../os/path-calls.ts';
import { closedError, IoObject, rawIoBaseType, sizeOrAll, unsupported } from './io-base.ts';

export const fileIoType = nativeClass('_io', 'FileIO', rawIoBaseType);

export class FileIo extends IoObject {
  descriptor = -1;
  isReadable = false;
  isWritable = false;
  appends = false;
  isCreated = false;
  closesDescriptor = true;
  name: Value = null;
}

const unclosed = (self: Value | undefined): FileIo => {
  const file = self as FileIo;
  if (file.descriptor < 0 || file.isClosed) throw closedError('I/O operation on closed file');
  return file;
};

function openFileOf(thread: PyThread, file: FileIo): OpenFile {
  const open = thread.interpreter.process.descriptors.get(file.descriptor);
  if (open === null) throw fileError(9);
  return open;
}

constructor(fileIoType, anyNumber(true), (_thread, args) => new FileIo(args[0] as PyType));

const modeFault = 'Must have exactly one of create/read/write/append mode and at most one plus';

function readMode(self: FileIo, mode: string): number {
  const letters = mode.split('');
  const kinds = letters.filter((letter) => 'rwax'.includes(letter));
  const plus = mode.includes('+');
  const wrong = letters.find((letter) => !'rwaxb+'.includes(letter));
  if (wrong !== undefined) throw raised('ValueError', `invalid mode: ${mode}`);
  if (kinds.length !== 1 || mode.split('+').length > 2) throw raised('ValueError', modeFault);
  const kind = kinds[0] as string;
  self.isReadable = kind === 'r' || plus;
  self.isWritable = kind !== 'r' || plus;
  self.appends = kind === 'a';
  self.isCreated = kind === 'x';
  const access = plus ? openFlags.O_RDWR : kind === 'r' ? openFlags.O_RDONLY : openFlags.O_WRONLY;
  const extra = {
    r: 0,
    w: openFlags.O_CREAT | openFlags.O_TRUNC,
    a: openFlags.O_CREAT | openFlags.O_APPEND,
    x: openFlags.O_CREAT | openFlags.O_EXCL,
  }[kind as 'r' | 'w' | 'a' | 'x'];
  return access | extra | openFlags.O_CLOEXEC;
}

methodSteps(fileIoType, '__init__', named(1, 'file', 'mode', 'closefd', 'opener'), function* initialize(thread, args) {
  const self = args[0] as FileIo;
  const given = args[1] as Value;
  const flags = readMode(self, typeof args[2] === 'string' ? args[2] : 'r');
  self.closesDescriptor = args[3] === undefined || (yield* truthSteps(thread, args[3]));
  self.name = given;
  self.isClosed = false;
  if (typeof given === 'number' || typeof given === 'boolean') {
    const descriptor = Number(given);
    if (descriptor < 0) throw raised('ValueError', 'negative file descriptor');
    if (thread.interpreter.process.descriptors.get(descriptor) === null) throw fileError(9);
    self.descriptor = descriptor;
  } else {
    if (!self.closesDescriptor) throw raised('ValueError', 'Cannot use closefd=False with file name');
    self.descriptor = yield* openSteps(thread, given, flags, args[4] ?? null);
  }
  const open = openFileOf(thread, self);
  thread.kernel.spend(machineCosts.syscallNs);
  if (!(open instanceof RegularFile) && 'inode' in open) {
    thread.interpreter.process.descriptors.close(thread.kernel, self.descriptor);
    self.descriptor = -1;
    throw fileError(21, given);
  }
  if (self.appends && open instanceof RegularFile) open.seek(0, 2);
  return null;
});

function* openSteps(thread: PyThread, given: Value, flags: number, opener: Value): Generator<undefined, number, Value> {
  const path = yield* pathSteps(thread, given, { functionName: 'open', isAnonymous: true });
  if (opener !== null) {
    const descriptor = sizeArgument(yield* callSteps(thread, opener, [given, flags]));
    if (descriptor < 0) throw raised('ValueError', `opener returned ${descriptor}`);
    return descriptor;
  }
  thread.block(new PathCall('open', { ...path, descriptor: 0o666 }, null, flags));
  return (yield) as number;
}

/** For generator bodies: read(2); null where nothing is there and the file does not wait. */
export function* readDescriptor(
  thread: PyThread,
  file: FileIo,
  count: number,
): Generator<undefined, Uint8Array | null, Value> {
  const open = openFileOf(thread, file);
  if (open instanceof StandardStream) {
    thread.block(new ReadCall(thread.interpreter.stdin, 'line'));
    return encodeText((yield) as string);
  }
  try {
    thread.block(new ReadFileCall(open, count));
    return ((yield) as PyBytes).bytes;
  } catch (error) {
    if (error instanceof PyRaise && error.exception.type.name === 'BlockingIOError') return null;
    throw error;
  }
}

/** For generator bodies: write(2). */
export function* writeDescriptor(
  thread: PyThread,
  file: FileIo,
  bytes: Uint8Array,
): Generator<undefined, number | null, Value> {
  const open = openFileOf(thread, file);
  try {
    if (open instanceof StandardStream && open.number > 0)
      thread.block(new WriteCall(open.number, decodeBytes(bytes, 'utf-8', 'replace'), bytes.length));
    else thread.block(new WriteFileCall(open, bytes));
    return (yield) as number;
  } catch (error) {
    if (error instanceof PyRaise && error.exception.type.name === 'BlockingIOError') return null;
    throw error;
  }
}

/** For generator bodies: everything up to the end. */
export function* readAllOf(thread: PyThread, file: FileIo): Generator<undefined, Uint8Array | null, Value> {
  const pieces: Uint8Array[] = [];
  const open = openFileOf(thread, file);
  const rest = open instanceof RegularFile ? open.inode.sizeBytes - open.position + 1 : 65_536;
  for (;;) {
    const piece = yield* readDescriptor(thread, file, Math.max(1, rest));
    if (piece === null && pieces.length === 0) return null;
    if (piece === null || piece.length === 0) return joinBytes(pieces);
    pieces.push(piece);
  }
}

function readable(self: Value | undefined): FileIo {
  const file = unclosed(self);
  if (!file.isReadable) throw unsupported('File not open for reading');
  return file;
}

methodSteps(fileIoType, 'read', between(0, 1), function* read(thread, args) {
  const file = readable(args[0]);
  const size = sizeOrAll(args[1]);
  const bytes = yield* size < 0 ? readAllOf(thread, file) : readDescriptor(thread, file, size);
  return bytes === null ? null : new PyBytes(bytes);
});
methodSteps(fileIoType, 'readall', exactly(0), function* readall(thread, args) {
  const bytes = yield* readAllOf(thread, readable(args[0]));
  return bytes === null ? null : new PyBytes(bytes);
});
methodSteps(fileIoType, 'readinto', exactly(1), function* readinto(thread, args) {
  const target = bytesArgument(args[1]);
  const bytes = yield* readDescriptor(thread, readable(args[0]), target.length);
  if (bytes === null) return null;
  target.set(bytes);
  return bytes.length;
});
methodSteps(fileIoType, 'write', exactly(1), function* write(thread, args) {
  const file = unclosed(args[0]);
  if (!file.isWritable) throw unsupported('File not open for writing');
  return yield* writeDescriptor(thread, file, bytesArgument(args[1]).slice());
});

export function seekDescriptor(thread: PyThread, file: FileIo, offset: number, origin: number): number {
  const open = openFileOf(thread, file);
  thread.kernel.spend(machineCosts.syscallNs);
  if (!(open instanceof RegularFile)) throw fileError(29);
  return seekFile(open, offset, origin);
}

method(fileIoType, 'seek', between(1, 2), (thread, args) =>
  seekDescriptor(thread, unclosed(args[0]), plainIndex(args[1] as Value), sizeArgument(args[2] ?? 0)),
);
method(fileIoType, 'tell', exactly(0), (thread, args) => seekDescriptor(thread, unclosed(args[0]), 0, 1));
method(fileIoType, 'truncate', between(0, 1), (thread, args) => {
  const file = unclosed(args[0]);
  if (!file.isWritable) throw unsupported('File not open for writing');
  const size = args[1] === undefined || args[1] === null ? seekDescriptor(thread, file, 0, 1) : plainIndex(args[1]);
  truncateFile(thread, file.descriptor, size);
  return size;
});
method(fileIoType, 'close', exactly(0), (thread, args) => {
  const file = args[0] as FileIo;
  if (file.isClosed) return null;
  file.isClosed = true;
  if (!file.closesDescriptor || file.descriptor < 0) return null;
  thread.kernel.spend(machineCosts.syscallNs);
  if (!thread.interpreter.process.descriptors.close(thread.kernel, file.descriptor)) throw fileError(9);
  return null;
});
method(fileIoType, 'fileno', exactly(0), (_thread, args) => unclosed(args[0]).descriptor);
method(fileIoType, 'readable', exactly(0), (_thread, args) => unclosed(args[0]).isReadable);
method(fileIoType, 'writable', exactly(0), (_thread, args) => unclosed(args[0]).isWritable);
method(
  fileIoType,
  'seekable',
  exactly(0),
  (thread, args) => openFileOf(thread, unclosed(args[0])) instanceof RegularFile,
);
method(
  fileIoType,
  'isatty',
  exactly(0),
  (thread, args) => openFileOf(thread, unclosed(args[0])) instanceof StandardStream,
);

export function modeOf(file: FileIo): string {
  if (file.isCreated) return file.isReadable ? 'xb+' : 'xb';
  if (file.appends) return file.isReadable ? 'ab+' : 'ab';
  return file.isReadable ? (file.isWritable ? 'rb+' : 'rb') : 'wb';
}
attribute(fileIoType, 'mode', (self) => modeOf(self as FileIo));
attribute(fileIoType, 'closefd', (self) => (self as FileIo).closesDescriptor);
attribute(
  fileIoType,
  'name',
  (self) => (self as FileIo).name,
  (self, value) => {
    (self as FileIo).name = value ?? null;
  },
);
methodSteps(fileIoType, '__repr__', exactly(0), function* repr(thread, args) {
  const file = args[0] as FileIo;
  if (file.isClosed || file.descriptor < 0) return '<_io.FileIO [closed]>';
  return `<_io.FileIO name=${yield* reprSteps(thread, file.name)} mode='${modeOf(file)}' closefd=${file.closesDescriptor ? 'True' : 'False'}>`;
});
