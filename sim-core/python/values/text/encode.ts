/**
 * `str.encode`.
 * Models: CPython 3.13, the encoders in Objects/unicodeobject.c and the error handlers in Python/codecs.c.
 * Leaves out: `namereplace` and handlers registered by the program.
 */
import { ValueFault } from '../value-fault.ts';
import { encodingNamed, type Encoding } from './encoding-name.ts';
import { hexEscape } from './repr.ts';

/** `text.encode(encoding, errors)`. */
export function encodeText(text: string, encodingName: string = 'utf-8', errors: string = 'strict'): Uint8Array {
  const encoding = encodingNamed(encodingName);
  const encoder: Encoder = { text, codePoints: codePointsOf(text), errors, rule: rules[encoding], encoding, bytes: [] };
  encoder.bytes.push(...encoder.rule.mark);
  let index = 0;
  while (index < encoder.codePoints.length) {
    const codePoint = encoder.codePoints[index] as number;
    if (isEncodable(encoder.rule, codePoint)) {
      encoder.rule.put(encoder.bytes, codePoint);
      index++;
    } else {
      index = handleError(encoder, index);
    }
  }
  return Uint8Array.from(encoder.bytes);
}

interface Encoder {
  readonly text: string;
  readonly codePoints: readonly number[];
  readonly errors: string;
  readonly encoding: Encoding;
  readonly rule: Rule;
  readonly bytes: number[];
}

interface Rule {
  /** The first code point that is out of reach. */
  readonly limit: number;
  readonly reason: string;
  /** Whether neighbouring characters that cannot be encoded are one error. */
  readonly joinsErrors: boolean;
  /** The byte order mark that comes first. */
  readonly mark: readonly number[];
  readonly put: (bytes: number[], codePoint: number) => void;
}

const surrogates = 'surrogates not allowed';
const putByte = (bytes: number[], codePoint: number): void => void bytes.push(codePoint);
const utf8: Rule = { limit: 0x110000, reason: surrogates, joinsErrors: true, mark: [], put: putUtf8 };
const utf16: Rule = { limit: 0x110000, reason: surrogates, joinsErrors: false, mark: [], put: putUtf16 };
const utf32: Rule = { ...utf16, put: putUtf32 };

const rules: Readonly<Record<Encoding, Rule>> = {
  'utf-8': utf8,
  'utf-8-sig': { ...utf8, mark: [0xef, 0xbb, 0xbf] },
  ascii: { limit: 128, reason: 'ordinal not in range(128)', joinsErrors: true, mark: [], put: putByte },
  'latin-1': { limit: 256, reason: 'ordinal not in range(256)', joinsErrors: true, mark: [], put: putByte },
  'utf-16': { ...utf16, mark: [0xff, 0xfe] },
  'utf-16-le': utf16,
  'utf-16-be': { ...utf16, put: swapped(putUtf16, 2) },
  'utf-32': { ...utf32, mark: [0xff, 0xfe, 0, 0] },
  'utf-32-le': utf32,
  'utf-32-be': { ...utf32, put: swapped(putUtf32, 4) },
};

function isEncodable(rule: Rule, codePoint: number): boolean {
  return codePoint < rule.limit && !(codePoint >= 0xd800 && codePoint <= 0xdfff);
}

/** Takes care of what cannot be encoded at an index; gives the index to go on from. */
function handleError(encoder: Encoder, start: number): number {
  const { codePoints, rule } = encoder;
  let end = start + 1;
  while (rule.joinsErrors && end < codePoints.length && !isEncodable(rule, codePoints[end] as number)) end++;
  if (encoder.errors === 'strict') throw encodeFault(encoder, start, end);
  for (let index = start; index < end; index++) {
    if (!replace(encoder, codePoints[index] as number)) throw encodeFault(encoder, index, end);
  }
  return end;
}

/** Puts what the handler gives for a character; false if it gives up. */
function replace(encoder: Encoder, codePoint: number): boolean {
  const { errors, rule, bytes } = encoder;
  if (errors === 'ignore') return true;
  if (errors === 'replace') return putAscii(encoder, '?');
  if (errors === 'backslashreplace') return putAscii(encoder, hexEscape(codePoint));
  if (errors === 'xmlcharrefreplace') return putAscii(encoder, `&#${codePoint};`);
  if (errors === 'surrogateescape') {
    // The byte behind the surrogate is no whole unit of UTF-16 or UTF-32.
    if (!rule.joinsErrors || codePoint < 0xdc80 || codePoint > 0xdcff) return false;
    bytes.push(codePoint - 0xdc00);
    return true;
  }
  if (errors === 'surrogatepass') {
    if (rule.limit <= 256 || codePoint < 0xd800 || codePoint > 0xdfff) return false;
    rule.put(bytes, codePoint);
    return true;
  }
  throw new ValueFault('LookupError', `unknown error handler name '${errors}'`);
}

function putAscii(encoder: Encoder, text: string): boolean {
  for (const codePoint of codePointsOf(text)) encoder.rule.put(encoder.bytes, codePoint);
  return true;
}

function encodeFault(encoder: Encoder, start: number, end: number): ValueFault {
  const { encoding, rule, text } = encoder;
  const codePoint = encoder.codePoints[start] as number;
  const what =
    end - start === 1
      ? `character '${hexEscape(codePoint)}' in position ${start}`
      : `characters in position ${start}-${end - 1}`;
  const shownEncoding = encoding === 'utf-8-sig' ? 'utf-8' : encoding;
  return new ValueFault('UnicodeEncodeError', `'${shownEncoding}' codec can't encode ${what}: ${rule.reason}`, {
    encoding: shownEncoding,
    object: text,
    start,
    end,
    reason: rule.reason,
  });
}

function codePointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) as number);
}

function putUtf8(bytes: number[], codePoint: number): void {
  if (codePoint < 0x80) bytes.push(codePoint);
  else if (codePoint < 0x800) bytes.push(0xc0 | (codePoint >> 6), 0x80 | (codePoint & 63));
  else if (codePoint < 0x10000) {
    bytes.push(0xe0 | (codePoint >> 12), 0x80 | ((codePoint >> 6) & 63), 0x80 | (codePoint & 63));
  } else {
    bytes.push(0xf0 | (codePoint >> 18), 0x80 | ((codePoint >> 12) & 63));
    bytes.push(0x80 | ((codePoint >> 6) & 63), 0x80 | (codePoint & 63));
  }
}

function putUtf16(bytes: number[], codePoint: number): void {
  const character = String.fromCodePoint(codePoint);
  for (let index = 0; index < character.length; index++) {
    const unit = character.charCodeAt(index);
    bytes.push(unit & 255, unit >> 8);
  }
}

function putUtf32(bytes: number[], codePoint: number): void {
  bytes.push(codePoint & 255, (codePoint >> 8) & 255, codePoint >> 16, 0);
}

/** The same with the bytes of each unit turned round. */
function swapped(put: Rule['put'], width: number): Rule['put'] {
  return (bytes, codePoint) => {
    const units: number[] = [];
    put(units, codePoint);
    for (let from = 0; from < units.length; from += width) bytes.push(...units.slice(from, from + width).reverse());
  };
}
