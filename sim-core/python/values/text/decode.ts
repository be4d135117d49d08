/**
 * `bytes.decode`.
 * Models: CPython 3.13, the decoders in Objects/unicodeobject.c and the error handlers in Python/codecs.c.
 */
import { ValueFault } from '../value-fault.ts';
import { encodingNamed, type Encoding } from './encoding-name.ts';
import { readUtf8, type DecodeStep } from './utf8-step.ts';
import { hexEscape } from './repr.ts';

/** `bytes.decode(encoding, errors)`. */
export function decodeBytes(bytes: Uint8Array, encodingName: string = 'utf-8', errors: string = 'strict'): string {
  // CPython does not even look at the name of the encoding of nothing.
  if (bytes.length === 0) return '';
  const encoding = encodingNamed(encodingName);
  const [shown, start] = resolveByteOrder(bytes, encoding);
  const read = readers[shown];
  let text = '';
  let index = start;
  while (index < bytes.length) {
    const plainEnd = shown === 'utf-8' || shown === 'ascii' ? asciiEnd(bytes, index) : index;
    if (plainEnd > index) {
      text += asciiText(bytes, index, plainEnd);
      index = plainEnd;
      continue;
    }
    const step = read(bytes, index);
    if (step.kind === 'character') {
      text += String.fromCodePoint(step.codePoint);
      index += step.length;
    } else {
      const error = { encoding: shown, object: bytes, start: index, end: index + step.length, reason: step.reason };
      const handled = handleError(error, errors);
      text += handled.text;
      index = handled.next;
    }
  }
  return text;
}

/** What a UnicodeDecodeError holds. */
interface DecodeError {
  readonly encoding: string;
  readonly object: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

type FixedEncoding = Exclude<Encoding, 'utf-16' | 'utf-32' | 'utf-8-sig'>;

/** The marks that may come first, and what they say of the rest; without one the last is taken. */
const byteOrderMarks: Readonly<
  Record<Exclude<Encoding, FixedEncoding>, readonly { readonly mark: readonly number[]; readonly is: FixedEncoding }[]>
> = {
  'utf-8-sig': [{ mark: [0xef, 0xbb, 0xbf], is: 'utf-8' }],
  'utf-16': [
    { mark: [0xfe, 0xff], is: 'utf-16-be' },
    { mark: [0xff, 0xfe], is: 'utf-16-le' },
  ],
  'utf-32': [
    { mark: [0, 0, 0xfe, 0xff], is: 'utf-32-be' },
    { mark: [0xff, 0xfe, 0, 0], is: 'utf-32-le' },
  ],
};

/** The encoding without the mark at the start, and where the text behind it begins. */
function resolveByteOrder(bytes: Uint8Array, encoding: Encoding): readonly [FixedEncoding, number] {
  if (encoding !== 'utf-8-sig' && encoding !== 'utf-16' && encoding !== 'utf-32') return [encoding, 0];
  const marks = byteOrderMarks[encoding];
  const found = marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  return found === undefined ? [marks[marks.length - 1]?.is ?? 'utf-8', 0] : [found.is, found.mark.length];
}

const readers: Readonly<Record<FixedEncoding, (bytes: Uint8Array, index: number) => DecodeStep>> = {
  'utf-8': readUtf8,
  ascii: (bytes, index) => {
    const byte = bytes[index] as number;
    if (byte < 128) return { kind: 'character', codePoint: byte, length: 1 };
    return { kind: 'error', length: 1, reason: 'ordinal not in range(128)' };
  },
  'latin-1': (bytes, index) => ({ kind: 'character', codePoint: bytes[index] as number, length: 1 }),
  'utf-16-le': (bytes, index) => readUtf16(bytes, index, true),
  'utf-16-be': (bytes, index) => readUtf16(bytes, index, false),
  'utf-32-le': (bytes, index) => readUtf32(bytes, index, true),
  'utf-32-be': (bytes, index) => readUtf32(bytes, index, false),
};

function readUtf16(bytes: Uint8Array, index: number, littleEndian: boolean): DecodeStep {
  const rest = bytes.length - index;
  if (rest < 2) return { kind: 'error', length: rest, reason: 'truncated data' };
  const view = new DataView(bytes.buffer, bytes.byteOffset + index, rest);
  const unit = view.getUint16(0, littleEndian);
  if (unit < 0xd800 || unit > 0xdfff) return { kind: 'character', codePoint: unit, length: 2 };
  if (unit >= 0xdc00) return { kind: 'error', length: 2, reason: 'illegal encoding' };
  if (rest < 4) return { kind: 'error', length: rest, reason: 'unexpected end of data' };
  const low = view.getUint16(2, littleEndian);
  if (low < 0xdc00 || low > 0xdfff) return { kind: 'error', length: 2, reason: 'illegal UTF-16 surrogate' };
  return { kind: 'character', codePoint: 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00), length: 4 };
}

function readUtf32(bytes: Uint8Array, index: number, littleEndian: boolean): DecodeStep {
  const rest = bytes.length - index;
  if (rest < 4) return { kind: 'error', length: rest, reason: 'truncated data' };
  const codePoint = new DataView(bytes.buffer, bytes.byteOffset + index, 4).getUint32(0, littleEndian);
  if (codePoint > 0x10ffff) return { kind: 'error', length: 4, reason: 'code point not in range(0x110000)' };
  if (codePoint < 0xd800 || codePoint > 0xdfff) return { kind: 'character', codePoint, length: 4 };
  return { kind: 'error', length: 4, reason: 'code point in surrogate code point range(0xd800, 0xe000)' };
}

function asciiEnd(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && (bytes[end] as number) < 128) end++;
  return end;
}

function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let from = start; from < end; from += 4096) {
    text += String.fromCharCode(...bytes.subarray(from, Math.min(from + 4096, end)));
  }
  return text;
}

function handleError(error: DecodeError, errors: string): { readonly text: string; readonly next: number } {
  const { object, start, end } = error;
  const wrong = Array.from(object.subarray(start, end));
  if (errors === 'strict') throw decodeFault(error);
  if (errors === 'ignore') return { text: '', next: end };
  if (errors === 'replace') return { text: '\ufffd', next: end };
  if (errors === 'backslashreplace') return { text: wrong.map(hexEscape).join(''), next: end };
  if (errors === 'surrogateescape') {
    const high = wrong.findIndex((byte) => byte < 128);
    const count = high < 0 ? wrong.length : high;
    if (count === 0) throw decodeFault(error);
    const text = String.fromCharCode(...wrong.slice(0, count).map((byte) => 0xdc00 + byte));
    return { text, next: start + count };
  }
  if (errors === 'surrogatepass') return passSurrogate(error);
  throw new ValueFault('LookupError', `unknown error handler name '${errors}'`);
}

/** Reads a lone surrogate as if it were a character. */
function passSurrogate(error: DecodeError): { readonly text: string; readonly next: number } {
  const { object, start, encoding } = error;
  const width = encoding === 'utf-8' ? 3 : encoding.startsWith('utf-16') ? 2 : 4;
  const bytes = object.subarray(start, start + width);
  const unit = bytes.length < width ? 0 : surrogateIn(bytes, encoding);
  if (unit < 0xd800 || unit > 0xdfff) throw decodeFault(error);
  return { text: String.fromCharCode(unit), next: start + width };
}

function surrogateIn(bytes: Uint8Array, encoding: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isLittleEndian = encoding.endsWith('le');
  if (encoding.startsWith('utf-16')) return view.getUint16(0, isLittleEndian);
  if (encoding.startsWith('utf-32')) return view.getUint32(0, isLittleEndian);
  const [first = 0, second = 0, third = 0] = bytes;
  if (first >> 4 !== 0xe || second >> 6 !== 2 || third >> 6 !== 2) return 0;
  return ((first & 15) << 12) | ((second & 63) << 6) | (third & 63);
}

function decodeFault(error: DecodeError): ValueFault {
  const { encoding, object, start, end, reason } = error;
  const byte = (object[start] as number).toString(16).padStart(2, '0');
  const what = end - start === 1 ? `byte 0x${byte} in position ${start}` : `bytes in position ${start}-${end - 1}`;
  return new ValueFault('UnicodeDecodeError', `'${encoding}' codec can't decode ${what}: ${reason}`, { ...error });
}
