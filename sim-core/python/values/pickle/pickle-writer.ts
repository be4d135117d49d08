/**
 * The bytes of a pickle: opcodes with their arguments, in frames from protocol 4 on.
 * Models: the writing half of Modules/_pickle.c. Frames end where an object begins and 64 KiB are full; long texts and bytes stand outside.
 */
import { encodeText } from '../text/encode.ts';
import { reprFloat } from '../float/float-text.ts';
import type { Int } from '../int/int.ts';
import { intToBytes } from '../int/int-bytes.ts';
import { intToText } from '../int/int-text.ts';
import { pickleOpcodes as op } from './opcodes.ts';

const frameTarget = 64 * 1024;
const smallestFrame = 4;
const frameHeaderSize = 9;

export class PickleWriter {
  readonly protocol: number;
  private bytes = new Uint8Array(256);
  private length = 0;
  private isFraming = false;
  /** Where the open frame's header will stand; null if none is open. */
  private frameStart: number | null = null;

  constructor(protocol: number) {
    this.protocol = protocol;
  }

  begin(): void {
    if (this.protocol >= 2) this.write(op.protocol, this.protocol);
    this.isFraming = this.protocol >= 4;
  }

  /** All that was written; the writer is empty then. */
  end(): Uint8Array {
    this.write(op.stop);
    this.closeFrame();
    this.isFraming = false;
    const all = this.bytes.slice(0, this.length);
    this.length = 0;
    return all;
  }

  write(...bytes: number[]): void {
    this.writeAll(bytes);
  }

  writeAll(bytes: ArrayLike<number>): void {
    if (this.isFraming && this.frameStart === null) {
      this.frameStart = this.length;
      this.makeRoom(frameHeaderSize);
      this.length += frameHeaderSize;
    }
    this.makeRoom(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** An object begins: a full frame is closed. */
  boundary(): void {
    if (this.frameStart !== null && this.length - this.frameStart - frameHeaderSize >= frameTarget) this.closeFrame();
  }

  private closeFrame(): void {
    if (this.frameStart === null) return;
    const start = this.frameStart;
    const size = this.length - start - frameHeaderSize;
    this.frameStart = null;
    if (size >= smallestFrame) {
      this.bytes[start] = op.frame;
      this.bytes.set(intToBytes(size, 8, 'little'), start + 1);
    } else {
      this.bytes.copyWithin(start, start + frameHeaderSize, this.length);
      this.length -= frameHeaderSize;
    }
  }

  private makeRoom(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.length + count, 2 * this.bytes.length));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  /** An opcode and how long what follows is, then the content itself. */
  private sized(opcode: number, lengthBytes: number, content: Uint8Array): void {
    const isLarge = content.length >= frameTarget;
    const wasFraming = this.isFraming;
    if (isLarge) {
      this.closeFrame();
      this.isFraming = false;
    }
    this.write(opcode, ...intToBytes(content.length, lengthBytes, 'little'));
    this.writeAll(content);
    this.isFraming = wasFraming;
  }

  line(opcode: number, text: string): void {
    this.writeAll([opcode, ...encodeText(`${text}\n`, 'utf-8')]);
  }

  int(value: Int): void {
    const isShort = typeof value === 'number' && value >= -0x80000000 && value <= 0x7fffffff;
    if (this.protocol === 0) {
      const digits = intToText(value, Number.POSITIVE_INFINITY);
      this.line(isShort ? op.int : op.long, isShort ? digits : `${digits}L`);
    } else if (isShort) this.shortInt(value);
    else if (this.protocol < 2) this.line(op.long, `${intToText(value, Number.POSITIVE_INFINITY)}L`);
    else this.longInt(value);
  }

  private shortInt(value: number): void {
    if (value >= 0 && value <= 0xff) this.write(op.binaryInt1, value);
    else if (value >= 0 && value <= 0xffff) this.write(op.binaryInt2, value & 0xff, value >> 8);
    else this.write(op.binaryInt, ...intToBytes(value, 4, 'little', true));
  }

  private longInt(value: Int): void {
    const bytes = shortestBytes(BigInt(value));
    if (bytes.length < 256) this.write(op.long1, bytes.length);
    else this.write(op.long4, ...intToBytes(bytes.length, 4, 'little'));
    this.writeAll(bytes);
  }

  bool(value: boolean): void {
    if (this.protocol >= 2) this.write(value ? op.newTrue : op.newFalse);
    else this.line(op.int, value ? '01' : '00');
  }

  float(value: number): void {
    if (this.protocol === 0) {
      this.line(op.float, reprFloat(value));
      return;
    }
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    this.write(op.binaryFloat);
    this.writeAll(new Uint8Array(view.buffer));
  }

  text(value: string): void {
    if (this.protocol === 0) {
      this.writeAll([op.unicode, ...rawUnicodeEscape(value), 0x0a]);
      return;
    }
    const bytes = encodeText(value, 'utf-8', 'surrogatepass');
    if (bytes.length <= 0xff && this.protocol >= 4) this.sized(op.shortBinaryUnicode, 1, bytes);
    else this.sized(op.binaryUnicode, 4, bytes);
  }

  byteString(value: Uint8Array): void {
    if (value.length <= 0xff) this.sized(op.shortBinaryBytes, 1, value);
    else this.sized(op.binaryBytes, 4, value);
  }

  byteArray(value: Uint8Array): void {
    this.sized(op.byteArray8, 8, value);
  }

  put(index: number): void {
    if (this.protocol >= 4) this.write(op.memoize);
    else if (this.protocol === 0) this.line(op.put, String(index));
    else if (index < 256) this.write(op.binaryPut, index);
    else this.write(op.longBinaryPut, ...intToBytes(index, 4, 'little'));
  }

  get(index: number): void {
    if (this.protocol === 0) this.line(op.get, String(index));
    else if (index < 256) this.write(op.binaryGet, index);
    else this.write(op.longBinaryGet, ...intToBytes(index, 4, 'little'));
  }
}

/** Two's complement, little end first, as few bytes as hold it. */
function shortestBytes(value: bigint): Uint8Array {
  let length = 1;
  while (BigInt.asIntN(8 * length, value) !== value) length += 1;
  return intToBytes(value, length, 'little', true);
}

const hexDigits = (value: number, width: number): string => value.toString(16).padStart(width, '0');

/** Latin letters as they are; what would end the line, and what lies above, by number. */
function rawUnicodeEscape(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code > 0xffff) bytes.push(...letters(`\\U${hexDigits(code, 8)}`));
    else if (code > 0xff || [0, 0x0a, 0x0d, 0x1a, 0x5c].includes(code))
      bytes.push(...letters(`\\u${hexDigits(code, 4)}`));
    else bytes.push(code);
  }
  return bytes;
}

/** The numbers of letters that are Latin. */
export function letters(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
