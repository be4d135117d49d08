/** Decodes a stream chunk by chunk: what is not complete yet waits for the next chunk. Models: codecs' incremental decoders with IncrementalNewlineDecoder. */
import { joinBytes } from '../../values/bytes/join-bytes.ts';
import { decodeBytes } from '../../values/text/decode.ts';
import { encodeText } from '../../values/text/encode.ts';
import { encodingNamed } from '../../values/text/encoding-name.ts';

export interface Chunk {
  /** As it was, and with newlines translated. */
  readonly source: string;
  readonly text: string;
  /** Bytes that are not in the text: a byte order mark before it. */
  readonly markBytes: number;
}

export class ChunkDecoder {
  readonly encoding: string;
  readonly errors: string;
  /** '\r' and '\r\n' end lines too: a '\r' at the end waits for what follows. */
  readonly isUniversal: boolean;
  readonly translates: boolean;
  /** Bytes of the last chunk that still wait. */
  carry: Uint8Array = new Uint8Array(0);
  /** The encoding without its mark, once that was seen. */
  private resolved: string | null = null;
  /** Which newlines were met: 1 for \r, 2 for \n, 4 for \r\n. */
  newlinesSeen = 0;

  constructor(encoding: string, errors: string, newlines: { isUniversal: boolean; translates: boolean }) {
    this.encoding = encoding;
    this.errors = errors;
    this.isUniversal = newlines.isUniversal;
    this.translates = newlines.translates;
  }

  reset(): void {
    this.carry = new Uint8Array(0);
    this.resolved = null;
  }

  /** The encoding of text in the middle of the stream. */
  get plainEncoding(): string {
    return this.resolved ?? this.encoding;
  }

  decode(bytes: Uint8Array, isLast: boolean): Chunk {
    let input = joinBytes([this.carry, bytes]);
    let markBytes = 0;
    if (this.resolved === null && (input.length >= 4 || isLast)) {
      [this.resolved, markBytes] = resolveMark(this.encoding, input);
      input = input.subarray(markBytes);
    }
    if (this.resolved === null) {
      this.carry = input;
      return { source: '', text: '', markBytes: 0 };
    }
    const end = isLast ? input.length : completeEnd(input, this.resolved);
    let source = decodeBytes(input.subarray(0, end), this.resolved, this.errors);
    this.carry = input.slice(end);
    if (this.isUniversal && !isLast && source.endsWith('\r')) {
      source = source.slice(0, -1);
      this.carry = joinBytes([encodeText('\r', this.resolved), this.carry]);
    }
    if (this.isUniversal) this.note(source);
    return { source, text: this.translates ? source.replace(/\r\n?/g, '\n') : source, markBytes };
  }

  private note(source: string): void {
    if (source.includes('\r\n')) this.newlinesSeen |= 4;
    if (/\r(?!\n)/.test(source)) this.newlinesSeen |= 1;
    if (/(?<!\r)\n/.test(source)) this.newlinesSeen |= 2;
  }
}

function resolveMark(name: string, bytes: Uint8Array): readonly [string, number] {
  const encoding = encodingNamed(name);
  const starts = (...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  if (encoding === 'utf-8-sig') return ['utf-8', starts(0xef, 0xbb, 0xbf) ? 3 : 0];
  if (encoding === 'utf-16') return starts(0xfe, 0xff) ? ['utf-16-be', 2] : ['utf-16-le', starts(0xff, 0xfe) ? 2 : 0];
  if (encoding === 'utf-32')
    return starts(0, 0, 0xfe, 0xff) ? ['utf-32-be', 4] : ['utf-32-le', starts(0xff, 0xfe, 0, 0) ? 4 : 0];
  return [encoding, 0];
}

/** Up to where whole characters go. */
function completeEnd(bytes: Uint8Array, encoding: string): number {
  if (encoding.startsWith('utf-32')) return bytes.length - (bytes.length % 4);
  if (encoding.startsWith('utf-16')) {
    const even = bytes.length - (bytes.length % 2);
    const high = encoding === 'utf-16-be' ? bytes[even - 2] : bytes[even - 1];
    return high !== undefined && high >= 0xd8 && high < 0xdc ? even - 2 : even;
  }
  if (encoding !== 'utf-8') return bytes.length;
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
