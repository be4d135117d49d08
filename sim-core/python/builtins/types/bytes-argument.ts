/** Arguments that are bytes or like them. Models: PyObject_GetBuffer's users in Objects/bytesobject.c and bytes_methods.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import type { Value } from '../../objects/value.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { bytesOf, textOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { isIterable, iterateAll } from '../../vm/iterate-all.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { encodeText } from '../../values/text/encode.ts';
import { indexSteps, intOf } from './int-argument.ts';
import { PyMemoryView } from './memory-view.ts';

/** The bytes of a bytes-like object; null for other values. */
export function bytesLike(value: Value | undefined): Uint8Array | null {
  if (value instanceof PyBytes || value instanceof PyByteArray) return bytesOf(value);
  return value instanceof PyMemoryView ? value.bytes : null;
}

export function bytesArgument(value: Value | undefined): Uint8Array {
  const bytes = bytesLike(value);
  if (bytes === null)
    throw raised('TypeError', `a bytes-like object is required, not '${typeOf(value ?? null).title}'`);
  return bytes;
}

/** What is looked for: bytes, or one byte by its number. */
export function soughtBytes(value: Value | undefined): Uint8Array {
  const bytes = bytesLike(value);
  if (bytes !== null) return bytes;
  const int = intOf(value);
  if (int === null)
    throw raised('TypeError', `argument should be integer or bytes-like object, not '${typeOf(value ?? null).title}'`);
  if (int < 0 || int > 255) throw raised('ValueError', 'byte must be in range(0, 256)');
  return Uint8Array.of(Number(int));
}

export interface BytesSource {
  readonly source: Value | undefined;
  readonly encoding: Value | undefined;
  readonly errors: Value | undefined;
}

/** For generator bodies: the bytes that bytes(source, encoding, errors) makes. */
export function* bytesFrom(
  thread: PyThread,
  typeName: string,
  call: BytesSource,
): Generator<undefined, Uint8Array, Value> {
  const { source, encoding, errors } = call;
  if (source === undefined) {
    if (encoding !== undefined || errors !== undefined)
      throw raised('TypeError', 'encoding or errors without a string argument');
    return new Uint8Array();
  }
  const text = textOf(source);
  if (text !== null) return encodedText(text, encoding, errors);
  if (encoding !== undefined) throw raised('TypeError', 'encoding without a string argument');
  if (errors !== undefined) throw raised('TypeError', 'errors without a string argument');
  const own =
    typeName === 'bytes' && typeOf(source).isHeap ? loadSpecial(typeOf(source), source, '__bytes__') : undefined;
  if (own !== undefined) return bytesArgument(yield* callSteps(thread, own, []));
  const like = bytesLike(source);
  if (like !== null) return Uint8Array.from(like);
  if (intOf(source) !== null || (!isIterable(source) && typeOf(source).lookup('__index__') !== undefined))
    return yield* zeros(thread, source);
  return yield* bytesOfItems(thread, source, {
    typeName,
    complaint: (type) => `cannot convert '${type}' object to ${typeName}`,
  });
}

function encodedText(text: string, encoding: Value | undefined, errors: Value | undefined): Uint8Array {
  if (encoding === undefined) throw raised('TypeError', 'string argument without an encoding');
  return encodeText(text, textOf(encoding) ?? 'utf-8', textOf(errors ?? 'strict') ?? 'strict');
}

function* zeros(thread: PyThread, source: Value): Generator<undefined, Uint8Array, Value> {
  const count = yield* indexSteps(thread, source);
  if (count < 0) throw raised('ValueError', 'negative count');
  if (count > 0x1000_0000) throw raised('MemoryError');
  return new Uint8Array(Number(count));
}

/** For generator bodies: an iterable of ints as bytes. */
export function* bytesOfItems(
  thread: PyThread,
  source: Value,
  words: { readonly typeName: string; readonly complaint: (type: string) => string },
): Generator<undefined, Uint8Array, Value> {
  const items = yield* iterateAll(thread, source, words.complaint);
  const bytes = new Uint8Array(items.length);
  for (const [i, item] of items.entries()) {
    const byte = yield* indexSteps(thread, item);
    if (byte < 0 || byte > 255)
      throw raised('ValueError', `${words.typeName === 'bytes' ? 'bytes' : 'byte'} must be in range(0, 256)`);
    bytes[i] = Number(byte);
  }
  return bytes;
}
