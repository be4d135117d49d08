/** What buffers do with the raw stream below them: directly where it is a FileIO, else by its methods. Models: _bufferedreader_raw_read and the like. */
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/value.ts';
import { bytesArgument } from '../../builtins/types/bytes-argument.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { plainIndex } from '../native-numbers.ts';
import { FileIo, fileIoType, readAllOf, readDescriptor, seekDescriptor, writeDescriptor } from './file-io.ts';
import { callMethod, closedError } from './io-base.ts';

const plainFile = (raw: Value): FileIo | null => {
  if (!(raw instanceof FileIo) || raw.type !== fileIoType) return null;
  if (raw.isClosed) throw closedError('I/O operation on closed file');
  return raw;
};

/** At most `count` bytes; none at the end; null where nothing is there and the stream does not wait. */
export function* readRaw(thread: PyThread, raw: Value, count: number): Generator<undefined, Uint8Array | null, Value> {
  const file = plainFile(raw);
  if (file !== null) return yield* readDescriptor(thread, file, count);
  const target = new PyByteArray(new Uint8Array(count));
  const read = yield* callMethod(thread, raw, 'readinto', target);
  if (read === null) return null;
  const length = plainIndex(read);
  if (length < 0 || length > count)
    throw raised(
      'OSError',
      `raw readinto() returned invalid length ${length} (should have been between 0 and ${count})`,
    );
  return target.buffer.slice(0, length);
}

export function* readAllRaw(thread: PyThread, raw: Value): Generator<undefined, Uint8Array | null, Value> {
  const file = plainFile(raw);
  if (file !== null) return yield* readAllOf(thread, file);
  const bytes = yield* callMethod(thread, raw, 'readall');
  if (bytes === null) return null;
  if (!(bytes instanceof PyBytes)) throw raised('TypeError', 'readall() should return bytes');
  return bytesArgument(bytes);
}

export function* writeRaw(thread: PyThread, raw: Value, bytes: Uint8Array): Generator<undefined, number | null, Value> {
  const file = plainFile(raw);
  if (file !== null) return yield* writeDescriptor(thread, file, bytes);
  const written = yield* callMethod(thread, raw, 'write', new PyBytes(bytes));
  if (written === null) return null;
  const length = plainIndex(written);
  if (length < 0 || length > bytes.length)
    throw raised(
      'OSError',
      `raw write() returned invalid length ${length} (should have been between 0 and ${bytes.length})`,
    );
  return length;
}

export function* seekRaw(
  thread: PyThread,
  raw: Value,
  offset: number,
  origin: number,
): Generator<undefined, number, Value> {
  const file = plainFile(raw);
  if (file !== null) return seekDescriptor(thread, file, offset, origin);
  const position = yield* callMethod(thread, raw, 'seek', offset, origin);
  if (typeof position !== 'number')
    throw raised('TypeError', `'${typeOf(position).title}' object cannot be interpreted as an integer`);
  if (position < 0) throw raised('OSError', `Raw stream returned invalid position ${position}`);
  return position;
}
