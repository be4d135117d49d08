/**
 * The state of a TextIOWrapper and what it does: text waits as bytes before it is passed to the buffer, a chunk of decoded text waits to be read.
 * Models: Modules/_io/textio.c, with its chunk of 8192 bytes. A difference: tell() finds the byte by encoding what was read of the chunk again.
 */
import type { Value } from '../../objects/value.ts';
import { bytesLike } from '../../builtins/types/bytes-argument.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/py-bytes.ts';
import { joinBytes } from '../../values/bytes/join-bytes.ts';
import { textBetween, textLength, unitOffset } from '../../values/text/code-points.ts';
import { encodeText } from '../../values/text/encode.ts';
import { encodingNamed } from '../../values/text/encoding-name.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { plainIndex } from '../native-numbers.ts';
import { Buffered } from './buffered.ts';
import { bufferedRandomType, bufferedWriterType, writeBuffered } from './buffered-types.ts';
import type { Chunk } from './chunk-decoder.ts';
import { ChunkDecoder } from './chunk-decoder.ts';
import { callMethod, IoObject, unsupported } from './io-base.ts';

const chunkBytes = 8192;

export class TextFile extends IoObject {
  encoding = 'UTF-8';
  errors = 'strict';
  /** As it was given. */
  newline: string | null = null;
  isLineBuffered = false;
  writesThrough = false;
  isReadable = false;
  isWritable = false;
  isSeekable = false;
  /** tell() works: not while the file is iterated over. */
  isTelling = true;
  decoder: ChunkDecoder | null = null;
  pending: Uint8Array[] = [];
  pendingBytes = 0;
  /** The chunk being read, how far (in UTF-16 units), and how many bytes it was read from. */
  chunk: Chunk | null = null;
  chunkAt = 0;
  chunkInputBytes = 0;
  /** A byte order mark has been written, or is not wanted. */
  isMarkDone = false;
}

type Steps<T> = Generator<undefined, T, Value>;

export function makeDecoder(file: TextFile): ChunkDecoder {
  return new ChunkDecoder(file.encoding, file.errors, {
    isUniversal: file.newline === null || file.newline === '',
    translates: file.newline === null,
  });
}

export function forgetChunk(file: TextFile): void {
  file.chunk = null;
  file.chunkAt = 0;
  file.decoder?.reset();
}

/** Passes pending bytes to the buffer. */
export function* flushText(thread: PyThread, file: TextFile): Steps<null> {
  if (file.pendingBytes === 0) return null;
  const bytes = joinBytes(file.pending);
  file.pending = [];
  file.pendingBytes = 0;
  const { inner } = file;
  if (
    inner instanceof Buffered &&
    !inner.isClosed &&
    (inner.type === bufferedWriterType || inner.type === bufferedRandomType)
  ) {
    if (writeBuffered(thread, inner, bytes) === undefined) yield;
  } else yield* callMethod(thread, inner, 'write', new PyBytes(bytes));
  return null;
}

/** What write() does before anything is passed on; whether, and how far, that must happen now. */
export function holdText(file: TextFile, text: string): 'held' | 'full' | 'flush' {
  const hasNewline = text.includes('\n');
  const newline = file.newline === '\r' || file.newline === '\r\n' ? file.newline : '\n';
  const written = hasNewline && newline !== '\n' ? text.replaceAll('\n', newline) : text;
  const bytes = encodePiece(file, written);
  const mustFlush = file.isLineBuffered && (hasNewline || text.includes('\r'));
  const overflows = file.pendingBytes > 0 && file.pendingBytes + bytes.length > chunkBytes;
  file.pending.push(bytes);
  file.pendingBytes += bytes.length;
  if (mustFlush) return 'flush';
  return overflows || file.pendingBytes >= chunkBytes || file.writesThrough ? 'full' : 'held';
}

function encodePiece(file: TextFile, text: string): Uint8Array {
  const encoding = encodingNamed(file.encoding);
  if (encoding !== 'utf-16' && encoding !== 'utf-32' && encoding !== 'utf-8-sig')
    return encodeText(text, encoding, file.errors);
  const isFirst = !file.isMarkDone;
  file.isMarkDone = true;
  if (isFirst) return encodeText(text, encoding, file.errors);
  return encodeText(text, encoding === 'utf-8-sig' ? 'utf-8' : `${encoding}-le`, file.errors);
}

/** The next chunk; false at the end of the file. */
function* readChunk(thread: PyThread, file: TextFile, hint = 0): Steps<boolean> {
  const decoder = readingDecoder(file);
  const carried = decoder.carry.length;
  const input = yield* callMethod(thread, file.inner, 'read1', Math.max(chunkBytes, hint));
  const bytes = bytesLike(input);
  if (bytes === null)
    throw raised(
      'TypeError',
      `underlying read1() should have returned a bytes-like object, not '${typeOf(input).title}'`,
    );
  const isEnd = bytes.length === 0;
  file.chunk = decoder.decode(bytes, isEnd);
  file.chunkAt = 0;
  file.chunkInputBytes = carried + bytes.length;
  return !isEnd || file.chunk.text !== '';
}

function readingDecoder(file: TextFile): ChunkDecoder {
  if (file.decoder === null) throw unsupported('not readable');
  return file.decoder;
}

function unread(file: TextFile): string {
  return file.chunk === null ? '' : file.chunk.text.slice(file.chunkAt);
}

export function* readAllText(thread: PyThread, file: TextFile): Steps<string> {
  const decoder = readingDecoder(file);
  yield* flushText(thread, file);
  const first = unread(file);
  const bytes = bytesLike(yield* callMethod(thread, file.inner, 'read')) ?? new Uint8Array(0);
  const rest = decoder.decode(bytes, true).text;
  file.chunk = null;
  return first + rest;
}

export function* readText(thread: PyThread, file: TextFile, count: number): Steps<string> {
  readingDecoder(file);
  yield* flushText(thread, file);
  let text = '';
  for (let missing = count; ; missing = count - textLength(text)) {
    const available = unread(file);
    const taken = textBetween(available, 0, Math.min(missing, textLength(available)));
    text += taken;
    file.chunkAt += taken.length;
    if (textLength(text) >= count || !(yield* readChunk(thread, file, missing))) return text;
  }
}

export function* readTextLine(thread: PyThread, file: TextFile, limit: number): Steps<string> {
  readingDecoder(file);
  yield* flushText(thread, file);
  let line = '';
  for (let searched = 0; ; searched = Math.max(0, line.length - 1)) {
    const before = line.length;
    line += unread(file);
    let end = lineEnd(line, searched, file.newline);
    const most = limit < 0 ? Number.POSITIVE_INFINITY : unitOffset(line, Math.min(limit, textLength(line)));
    if (end < 0 && limit >= 0 && textLength(line) >= limit) end = most;
    if (end >= 0) {
      end = Math.min(end, most);
      file.chunkAt += end - before;
      return line.slice(0, end);
    }
    if (file.chunk !== null) file.chunkAt = file.chunk.text.length;
    if (!(yield* readChunk(thread, file))) return line;
  }
}

/** Where the line that begins the text ends; -1 if it does not yet. */
function lineEnd(text: string, from: number, newline: string | null): number {
  if (newline === '') {
    const found = /\r\n|\r|\n/g;
    found.lastIndex = from;
    const match = found.exec(text);
    return match === null ? -1 : match.index + match[0].length;
  }
  const mark = newline ?? '\n';
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

export function* tellText(thread: PyThread, file: TextFile): Steps<Value> {
  if (!file.isSeekable) throw unsupported('underlying stream is not seekable');
  if (!file.isTelling) throw raised('OSError', 'telling position disabled by next() call');
  yield* flushText(thread, file);
  yield* callMethod(thread, file, 'flush');
  const position = yield* callMethod(thread, file.inner, 'tell');
  const { chunk, decoder } = file;
  if (chunk === null || decoder === null) return position;
  const before = sourcePrefix(chunk, file.chunkAt, decoder.translates);
  const used = chunk.markBytes + encodeText(before, decoder.plainEncoding, 'surrogatepass').length;
  return plainIndex(position) - file.chunkInputBytes + used;
}

/** What of the chunk was read, as it was before newlines were translated. */
function sourcePrefix(chunk: Chunk, end: number, isTranslated: boolean): string {
  if (!isTranslated || chunk.source.length === chunk.text.length) return chunk.source.slice(0, end);
  let at = 0;
  for (let read = 0; read < end; read += 1) at += chunk.source.startsWith('\r\n', at) ? 2 : 1;
  return chunk.source.slice(0, at);
}

export function* seekText(thread: PyThread, file: TextFile, offset: number, origin: number): Steps<Value> {
  if (!file.isSeekable) throw unsupported('underlying stream is not seekable');
  if (origin === 1 && offset !== 0) throw unsupported("can't do nonzero cur-relative seeks");
  if (origin === 2 && offset !== 0) throw unsupported("can't do nonzero end-relative seeks");
  if (origin < 0 || origin > 2) throw raised('ValueError', `invalid whence (${origin}, should be 0, 1 or 2)`);
  if (origin === 0 && offset < 0) throw raised('ValueError', `negative seek position ${offset}`);
  const target = origin === 1 ? plainIndex(yield* tellText(thread, file)) : offset;
  yield* callMethod(thread, file, 'flush');
  forgetChunk(file);
  const position = yield* callMethod(thread, file.inner, 'seek', target, origin === 2 ? 2 : 0);
  file.isMarkDone = position !== 0;
  return position;
}
